/** Ends a text with a full stop, unless it ends as a sentence. Messages of other libraries do either. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
