import { channelTypeNumbers } from '../../../generated/operations.js'
import type { AttachmentSend, Channel, Message } from '../../../generated/schema.js'
import type { Collection } from './collection.js'
import type { WithoutUndefined } from './compact.js'

/** Kind of a channel: one of the documented words, or any other word that an update sets. */
export type ChannelKind = 'public' | 'private' | 'direct' | (string & {})

/** The documented kinds, by the number that responses have for each. */
export const channelKinds: ReadonlyMap<number, ChannelKind> = new Map(
  (['private', 'public', 'direct'] as const).map((kind) => [channelTypeNumbers[kind], kind]),
)

const numbersByKind: ReadonlyMap<ChannelKind, number> = new Map(
  [...channelKinds].map(([number, kind]) => [kind, number]),
)

/** Returns the `type` of a channel in responses: the number of a documented kind, or else the word itself. */
export function channelTypeOf(kind: ChannelKind): number | string {
  return numbersByKind.get(kind) ?? kind
}

/** A stored message. */
export type StoredMessage = Omit<Message, 'attachments'> & { attachments?: WithoutUndefined<AttachmentSend>[] }

/** A user in a channel. */
export interface Membership {
  readonly username: string
  readonly roleId: number
}

/** The fields of a channel that are derived when it is shown. */
type ShownOnly = 'type' | 'owner' | 'members_count' | 'last_message'

/** The fields that are only stored. They do not compile if the document gives a channel a field of the same name. */
interface StoredOnly {
  kind: ChannelKind
  readonly members: Collection<Membership>
  /** Usernames. */
  readonly blocked: Collection<string>
  readonly messages: Collection<StoredMessage>
}

/** A stored channel. */
export interface ChannelRecord extends Omit<Channel, ShownOnly>, StoredOnly {
  readonly id: string
  readonly created_at: string
  /** Username; absent if the channel never had an owner or the owner was deleted. */
  owner?: string
}
