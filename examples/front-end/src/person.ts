import type { Member, User } from 'sceyt-platform'
import { h } from './dom.ts'

export type Person = Pick<User & Member, 'username' | 'first_name' | 'last_name' | 'avatar' | 'role'>

export function nameOf({ username, first_name, last_name }: Person): string {
  return [first_name, last_name].filter(Boolean).join(' ') || username
}

/** Creates a picture, or a letter: a picture on another host would reveal the visitor to that host. */
export function avatar(name: string, address: string | undefined): HTMLElement {
  if (address?.startsWith('data:image/')) return h('img', { className: 'avatar', src: address, alt: '' })
  const [letter = '?'] = name
  return h('span', { className: 'avatar', ariaHidden: 'true' }, letter.toUpperCase())
}

/** Isolates the direction of a text from the text around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
