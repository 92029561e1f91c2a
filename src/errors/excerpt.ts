/** Returns the beginning of a text, with an ellipsis if it is cut. */
export function excerpt(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}
