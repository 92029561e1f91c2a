// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/core.js'
import { ApplicationResource } from './application.js'
import { ChannelsResource } from './channels.js'
import { MessagesResource } from './messages.js'
import { FilesResource } from './files.js'
import { RolesResource } from './roles.js'
import { UsersResource } from './users.js'

export type * from './application.js'
export type * from './channels.js'
export type * from './messages.js'
export type * from './files.js'
export type * from './roles.js'
export type * from './users.js'

/** Every resource of the API. */
export class Resources {
  readonly application: ApplicationResource
  readonly channels: ChannelsResource
  readonly messages: MessagesResource
  readonly files: FilesResource
  readonly roles: RolesResource
  readonly users: UsersResource

  constructor(core: Core) {
    this.application = new ApplicationResource(core)
    this.channels = new ChannelsResource(core)
    this.messages = new MessagesResource(core)
    this.files = new FilesResource(core)
    this.roles = new RolesResource(core)
    this.users = new UsersResource(core)
  }
}
