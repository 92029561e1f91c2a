import type { Member, User } from 'sceyt-platform'
import { h } from './dom.ts'

export type Person = Pick<User & Member, 'username' | 'first_name' | 'last_name' | 'avatar' | 'role'>

export function nameOf({ username, first_name, last_name }: Person): string {
  return [first_name, last_name].filter(Boolean).join(' ') || username
}

/** A picture, or a letter: a picture from another host would tell that host who looks. */
export function avatar(name: string, address: string | undefined): HTMLElement {
  if (address?.startsWith('data:image/')) return h('img', { className: 'avatar', src: address, alt: '' })
  const [letter = '?'] = name
  return h('span', { className: 'avatar', ariaHidden: 'true' }, letter.toUpperCase())
}

/** Keeps the direction of a text from changing that of the text around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
