import { countText } from './progress-line.js'

/** Writes a count of things: 1 user, 2 users. */
export function countOf(count: number, things: string): string {
  return `${countText(count)} ${count === 1 ? things.replace(/s$/, '') : things}`
}
