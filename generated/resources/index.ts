// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import { ApplicationResource } from './application.js'
import { ChannelTypesResource } from './channel-types.js'
import { ChannelsResource } from './channels.js'
import { MessagesResource } from './messages.js'
import { FilesResource } from './files.js'
import { RolesResource } from './roles.js'
import { UsersResource } from './users.js'

export type * from './application.js'
export type * from './channel-types.js'
export type * from './channels.js'
export type * from './messages.js'
export type * from './files.js'
export type * from './roles.js'
export type * from './users.js'

/** Every resource of the API. */
export class Resources {
  /** Methods of `sceyt.application`. */
  readonly application: ApplicationResource
  /** Methods of `sceyt.channelTypes`. */
  readonly channelTypes: ChannelTypesResource
  /** Methods of `sceyt.channels`. */
  readonly channels: ChannelsResource
  /** Methods of `sceyt.messages`. */
  readonly messages: MessagesResource
  /** Methods of `sceyt.files`. */
  readonly files: FilesResource
  /** Methods of `sceyt.roles`. */
  readonly roles: RolesResource
  /** Methods of `sceyt.users`. */
  readonly users: UsersResource

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.application = new ApplicationResource(core)
    this.channelTypes = new ChannelTypesResource(core)
    this.channels = new ChannelsResource(core)
    this.messages = new MessagesResource(core)
    this.files = new FilesResource(core)
    this.roles = new RolesResource(core)
    this.users = new UsersResource(core)
  }
}
