import { excerpt } from '../errors/excerpt.js'

const longest = 300

/**
 * Shows text from a server in a report: as it is if it is a path of plain words, else as Markdown code, in which nothing is a
 * link, an image, HTML or a mention.
 */
export function showText(text: string): string {
  const isPlain = text.length <= longest && /^(\/(\*|[a-z][a-z0-9]*(_[a-z0-9]+)*))+$/i.test(text)
  return isPlain ? text : `\`${escapeText(excerpt(text, longest))}\``
}

/**
 * Escapes text from a server for a line of a terminal, or for code in a table: characters that a terminal would act on or hide,
 * and those that would end the code or the cell, become numbers, such as `\u{1b}`.
 */
export function escapeText(text: string): string {
  return text.replaceAll(/[^ -~…]|[`|\\]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
