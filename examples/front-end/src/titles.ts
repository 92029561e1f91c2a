import type { Channel, Sceyt } from 'sceyt-platform'
import { isolate, nameOf } from './person.ts'

export type TitleOf = ReturnType<typeof createTitles>

/** The number of its type. */
const direct = 2

/** Names channels. A direct channel has no subject: the names of the two who talk stand for it. */
export function createTitles(sceyt: Sceyt) {
  const known = new Map<string, string>()
  return async ({ id, subject, uri, type }: Channel): Promise<string> => {
    if (type !== direct) return subject ?? uri ?? id
    const title = known.get(id) ?? (await sceyt.channels.members.list(id)).users.map((user) => isolate(nameOf(user))).join(' & ')
    known.set(id, title)
    return title
  }
}
