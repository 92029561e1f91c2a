import type { Channel } from 'sceyt-platform'
import { one } from './dom.ts'
import { avatar, isolate, nameOf } from './person.ts'

const kinds = ['Public', 'Private', 'Direct']

/** Says what the open channel is, how many are in it and whose it is. */
export function showAbout({ type = 0, members_count: count = 0, owner, uri, avatar: picture }: Channel, title: string): void {
  const parts = [kinds[type], uri && isolate(uri), count === 1 ? '1 member' : `${count} members`, owner && `owned by ${isolate(nameOf(owner))}`]
  document.title = `${title} · Chat`
  one('title', HTMLElement).textContent = title
  one('avatar', HTMLElement).replaceChildren(avatar(title, picture))
  one('about', HTMLElement).textContent = parts.filter(Boolean).join(' · ')
}
