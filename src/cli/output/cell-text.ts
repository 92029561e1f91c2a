/** Characters that would move the cursor, change colours, or turn the direction of the text around them. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Returns a value as the text of a table's cell. Nothing in it can control the terminal. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'item' : 'items'}`
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replaceAll(unsafe, (character) => names[character] ?? `\\u${hexOf(character)}`)
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
}
