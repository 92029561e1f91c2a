import wrapAnsi from 'wrap-ansi'

/**
 * Wraps a text at its words. A word that is longer than the width stays whole, since it may be a URL or a command.
 *
 * @param width - Number of columns, the indent included.
 * @param indent - What each line begins with.
 */
export function wrapText(text: string, width: number, indent = ''): string {
  return wrapAnsi(text, Math.max(1, width - indent.length), { trim: false })
    .split('\n')
    .map((line) => (indent + line).trimEnd())
    .join('\n')
}
