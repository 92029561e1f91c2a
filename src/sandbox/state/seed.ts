import type {
  Application,
  ChannelTypeCreate,
  MemberAdd,
  MessageSend,
  Role,
  RoleCreate,
  User,
} from '../../../generated/schema.js'
import type { ChannelKind } from './channel-record.js'

/** A channel of a seed. */
export interface SeedChannel {
  /** `public`, `private` or `direct`, or any other word that an update accepts. */
  type: ChannelKind
  /** Default: an id that depends on the seed alone. */
  id?: string
  /** Name of a public channel, which no other channel has. */
  uri?: string
  /** Title. */
  subject?: string
  /** A label, by which channels can be filtered. */
  label?: string
  /** Text that the sandbox stores unchanged. */
  metadata?: string
  /** URL of the picture. */
  avatar?: string
  /** Default: a time that depends on the seed alone. */
  created_at?: string
  /** Username of the owner, who is also a member. */
  owner?: string
  /** Usernames, and the role of each. Default role: Participant. */
  members?: MemberAdd[]
  /** Usernames of users who were kicked and blocked. */
  blocked?: string[]
  /** The messages, the oldest first. The author may have left the channel since. */
  messages?: (MessageSend & {
    /** Default: an id that depends on the seed alone. */
    id?: string
  })[]
}

/** A file of a seed. */
export interface SeedFile {
  /** Name, by which it is downloaded. */
  name: string
  /** The bytes, as base64. */
  content: string
  /** Media type of the upload. Downloads are always `application/octet-stream`. */
  type?: string
}

/**
 * The initial state of an application. The same seed always gives the same ids and times.
 * Roles are loaded before users, and users before channels, which refer to both.
 */
export interface Seed {
  /** Creation time of the first resource that has no time of its own; each further one is created a second later. Default: `2026-01-05T09:00:00Z`. */
  start?: string
  /** Fields of the application. */
  application?: Application
  /** Roles besides Owner and Participant, or changes to these two. */
  roles?: (RoleCreate & Partial<Pick<Role, 'id' | 'app_id'>>)[]
  /** Users, in the order of their creation. */
  users?: User[]
  /** Channels, in the order of their creation. */
  channels?: SeedChannel[]
  /** Channel types. */
  channelTypes?: ChannelTypeCreate[]
  /** Uploaded files. */
  files?: SeedFile[]
}

/** A seed or a snapshot that cannot be loaded. */
export class SeedError extends Error {
  /** The name of the class. */
  override readonly name = 'SeedError'
}
