import stringWidth from 'string-width'

const segmenter = new Intl.Segmenter()

/** Returns the number of columns that a text takes on a terminal: two for a wide character. */
export const widthOf = (text: string): number => stringWidth(text)

/** Cuts a text to a number of columns, at the border of a character. A text that was cut ends with an ellipsis. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let taken = 1
  for (const { segment } of segmenter.segment(text)) {
    taken += widthOf(segment)
    if (taken > width) break
    kept += segment
  }
  return `${kept}…`
}

/** Appends spaces to a text until it takes a number of columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
