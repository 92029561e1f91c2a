import type { Channel } from 'sceyt-platform'
import { byId } from './dom.ts'
import { avatar, isolate, nameOf } from './person.ts'

/** The type of a channel is a number, or on newer servers a word. */
const kinds: Readonly<Record<string, string>> = {
  1: 'Private',
  2: 'Public',
  3: 'Direct',
  private: 'Private',
  public: 'Public',
  direct: 'Direct',
}

/** Shows the type, the number of members and the owner of the open channel. */
export function showAbout(
  { type = '', members_count: count = 0, owner, uri, avatar: picture }: Channel,
  title: string,
): void {
  const parts = [
    kinds[type] ?? (typeof type === 'string' && isolate(type)),
    uri && isolate(uri),
    count === 1 ? '1 member' : `${count} members`,
    owner && `owned by ${isolate(nameOf(owner))}`,
  ]
  document.title = `${title} · Chat`
  byId('title', HTMLElement).textContent = title
  byId('avatar', HTMLElement).replaceChildren(avatar(title, picture))
  byId('about', HTMLElement).textContent = parts.filter(Boolean).join(' · ')
}
