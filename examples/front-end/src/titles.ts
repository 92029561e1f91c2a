import type { Channel, Sceyt } from 'sceyt-platform'
import { isolate, nameOf } from './person.ts'

export type TitleOf = ReturnType<typeof createTitles>

/** The type of a direct channel: a number, or on newer servers a word. */
const direct: readonly unknown[] = [3, 'direct']

/** Creates a function that returns the title of a channel. A direct channel has no subject, so its title is the names of its members. */
export function createTitles(sceyt: Sceyt) {
  const known = new Map<string, string>()
  return async ({ id, subject, uri, type }: Channel): Promise<string> => {
    if (!direct.includes(type)) return subject ?? uri ?? id
    const title =
      known.get(id) ?? (await sceyt.channels.members.list(id)).users.map((user) => isolate(nameOf(user))).join(' & ')
    known.set(id, title)
    return title
  }
}
