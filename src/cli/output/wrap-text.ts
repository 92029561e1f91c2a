import wrapAnsi from 'wrap-ansi'

/**
 * Wraps a text at its words. A line that is indented stays so in all its parts. A word that is longer than the width stays whole,
 * since it may be a URL or a command.
 *
 * @param width - Number of columns, the indent included.
 * @param indent - What each line begins with.
 */
export function wrapText(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const start = indent + (/^ */.exec(line)?.[0] ?? '')
      const rest = line.slice(start.length - indent.length)
      return wrapAnsi(rest, Math.max(1, width - start.length))
        .split('\n')
        .map((part) => (start + part).trimEnd())
    })
    .join('\n')
}
