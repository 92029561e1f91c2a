/** Words in lower case, unless they begin a sentence. */
const lowered = /^(An?|Th(e|ere|is|ese)|Only|Members|Users)\b/

/**
 * Joins the causes of one error status into one sentence: `There is no channel with this id, or there is no message with this
 * id.`
 */
export function joinCauses(sentences: readonly string[]): string {
  const causes = [...new Set(sentences)]
  // A cause of several sentences cannot be part of one.
  if (causes.length < 2 || causes.some((cause) => /[.!?] /.test(cause))) return causes.join(' ')
  const clauses = causes.map((cause, index) => {
    const clause = cause.replace(/\.$/, '')
    return index === 0 ? clause : clause.replace(lowered, (word) => word.toLowerCase())
  })
  const separator = clauses.length > 2 || clauses.some((clause) => clause.includes(',')) ? '; ' : ', '
  return `${clauses.slice(0, -1).join(separator)}${separator}or ${clauses.at(-1)}.`
}
