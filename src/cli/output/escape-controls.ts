/**
 * Characters that would move the cursor, change colours, or turn the direction of the text around them, and lone surrogates, which
 * are written as a character of another width.
 */
const controls = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Replaces the characters of a text that a terminal would interpret by their escapes. */
export function escapeControls(text: string): string {
  return text.replaceAll(controls, (character) => names[character] ?? `\\u${hexOf(character)}`)
}

/** Does the same for a text of several lines, whose line breaks stay. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n')
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
}
