import type {
  Application,
  AttachmentSend,
  Channel,
  ChannelTypeCreate,
  MemberAdd,
  Message,
  Role,
  User,
} from '../../../generated/schema.js'
import { nameErrors } from '../../errors/name-errors.js'
import type { ChannelKind } from './channel-record.js'
import type { PlaceChange } from './collection.js'

type StoredField = Exclude<keyof Channel, 'type' | 'owner' | 'members_count' | 'last_message'>
type Optional<T> = { [Field in keyof T]?: T[Field] | undefined }

/** Pairs of an index and a place for each list. */
export type Places<List extends string> = { [Name in List]?: PlaceChange[] | undefined }

/** A channel of a seed. The defaults of `id` and `created_at` depend on the seed alone. */
export interface SeedChannel extends Optional<Pick<Channel, StoredField>> {
  /** `public`, `private` or `direct`, or any other word that an update accepts. */
  type: ChannelKind
  /** Username of the owner, who is also a member. */
  owner?: string | undefined
  /** Usernames, and the role of each. Default role: Participant. */
  members?: MemberAdd[] | undefined
  /** Usernames of users who were kicked and blocked, also of deleted ones. */
  blocked?: string[] | undefined
  /** The messages, the oldest first. The author may have left the channel since. */
  messages?: SeedMessage[] | undefined
  /** Where a snapshot has gaps in the lists, since items were deleted. Links to pages stay valid with it. */
  places?: Places<'members' | 'blocked' | 'messages'> | undefined
}

/** A message of a seed. The default of `id` depends on the seed alone. */
export interface SeedMessage
  extends Optional<Omit<Message, 'from' | 'body' | 'attachments'>>,
    Pick<Message, 'from' | 'body'> {
  /** Files and links of the message. */
  attachments?: AttachmentSend[] | undefined
}

/** A file of a seed. */
export interface SeedFile {
  /** Name, by which it is downloaded. */
  name: string
  /** The bytes, as base64. */
  content: string
  /** Media type of the upload. Downloads are always `application/octet-stream`. */
  type?: string | undefined
}

/** The highest ids that were given. */
export interface LastIds {
  /** Of roles. */
  role?: number | undefined
  /** Of channels and messages, which share their ids. */
  message?: string | undefined
}

/**
 * The initial state of an application. The same seed always gives the same ids and times.
 * Roles are loaded before users, and users before channels, which refer to both.
 */
export interface Seed {
  /** Creation time of the first resource that has no time of its own; each further one is created a second later. Default: `2026-01-05T09:00:00Z`. */
  start?: string | undefined
  /** The highest ids that were given, also to resources that were deleted since. Further ones are higher. */
  lastIds?: LastIds | undefined
  /** Where a snapshot has gaps in the lists, since items were deleted. Links to pages stay valid with it. */
  places?: Places<'users' | 'channels'> | undefined
  /** Fields of the application. */
  application?: { [Field in keyof Application]: Application[Field] | undefined } | undefined
  /** Roles besides Owner and Participant, or changes to these two. */
  roles?: (Pick<Role, 'name'> & { [Field in keyof Role]?: Role[Field] | undefined })[] | undefined
  /** Users, in the order of their creation. */
  users?: (Pick<User, 'username'> & { [Field in keyof User]?: User[Field] | undefined })[] | undefined
  /** Channels, in the order of their creation. */
  channels?: SeedChannel[] | undefined
  /** Channel types. */
  channelTypes?: ChannelTypeCreate[] | undefined
  /** Uploaded files. */
  files?: SeedFile[] | undefined
}

/**
 * A seed or a snapshot that cannot be loaded.
 *
 * @example
 * ```ts
 * import { createSandbox, SeedError } from 'sceyt-platform/sandbox'
 *
 * try {
 *   createSandbox({ seed: { channels: [{ type: 'public', owner: 'nobody' }] } })
 * } catch (error) {
 *   console.log(error instanceof SeedError) // true
 * }
 * ```
 */
export class SeedError extends Error {
  /** The name of the class. */
  override readonly name = 'SeedError'
  /** Whether nothing is wrong with the seed, but the state would be larger than `maxStateBytes`. */
  readonly isTooLarge: boolean

  /** @internal */
  constructor(message: string, options?: ErrorOptions, isTooLarge = false) {
    super(message, options)
    this.isTooLarge = isTooLarge
  }
}

nameErrors(SeedError, 'SeedError')
