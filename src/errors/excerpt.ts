/** The beginning of a text, and a sign that there was more. */
export function excerpt(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}
