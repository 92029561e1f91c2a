import { channelIds, messageOf, sender, userOf } from './rows.js'
import type { Address } from './start-command.js'

/** What kills can hit: imports of users, which can be sent again, and of messages, which cannot. */
export const kinds = ['users', 'messages'] as const
export type Kind = (typeof kinds)[number]

interface KnownUser {
  username: string
  first_name?: string | undefined
  last_name?: string | undefined
}

interface KnownChannel {
  id?: string | undefined
  messages?: readonly { body?: string | undefined }[] | undefined
}

interface KnownApp {
  users?: readonly KnownUser[] | undefined
  channels?: readonly KnownChannel[] | undefined
}

/** A sandbox with the world of `killSeed` and its server: those of the sources, or the built ones. */
export interface KillTarget extends Address {
  sandbox: {
    journal: { listen(listener: () => void): () => void }
    snapshot(): { apps: Record<string, KnownApp> }
  }
  /** Completes the requests in flight, and stops. */
  close(): Promise<void>
}

/** The world that each run begins with. */
export const killSeed = {
  users: [{ username: sender }],
  channels: channelIds.map((id) => ({ type: 'private' as const, id, owner: sender })),
}

/** Returns how often the world has each row of a file, as it is in the file. */
export function countCopies({ sandbox }: KillTarget, kind: Kind, rows: number): number[] {
  const { users = [], channels = [] } = sandbox.snapshot().apps['sandbox'] ?? {}
  const texts =
    kind === 'users'
      ? users.map(userText)
      : channels.flatMap(({ id, messages = [] }) => messages.map(({ body }) => messageText(id, body)))
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const expected = (row: number) => {
    const { channel, body } = messageOf(row)
    return kind === 'users' ? userText(userOf(row)) : messageText(channel, body)
  }
  return Array.from({ length: rows }, (_, index) => counts.get(expected(index + 1)) ?? 0)
}

function userText({ username, first_name, last_name }: KnownUser): string {
  return JSON.stringify([username, first_name, last_name])
}

function messageText(channel: string | undefined, body: string | undefined): string {
  return JSON.stringify([channel, body])
}
