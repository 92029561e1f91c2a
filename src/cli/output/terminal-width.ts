const least = 40
const usual = 80

/** Returns the number of columns of a terminal; 80 for a stream that is none, and 40 at least. */
export function terminalWidth(stream: { columns?: number }): number {
  return Math.max(least, stream.columns || usual)
}
