import type { Channel } from 'sceyt-platform'
import { one } from './dom.ts'
import { avatar, isolate, nameOf } from './person.ts'

/** Channels carry a number, or on newer servers a word. */
const kinds: Readonly<Record<string, string>> = {
  1: 'Private',
  2: 'Public',
  3: 'Direct',
  private: 'Private',
  public: 'Public',
  direct: 'Direct',
}

/** Says what the open channel is, how many are in it and whose it is. */
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
  one('title', HTMLElement).textContent = title
  one('avatar', HTMLElement).replaceChildren(avatar(title, picture))
  one('about', HTMLElement).textContent = parts.filter(Boolean).join(' · ')
}
