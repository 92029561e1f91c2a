import type { Redact } from './redact.js'

/**
 * Returns the beginning of a text, with an ellipsis if it is cut.
 *
 * @param redact - Redacts it, with the beginning of a key at the cut.
 */
export function excerpt(text: string, length: number, redact: Redact = (shown) => shown): string {
  return text.length <= length ? redact(text) : `${redact(text.slice(0, length), true)}…`
}
