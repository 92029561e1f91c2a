/** Ends a text of another program with a full stop, unless it has an end of its own. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
