/** Names a value that is not valid in an error message, such as `an empty string`, `a number` or `a Blob`. */
export function nameKind(value: unknown): string {
  if (value === undefined || value === null) return String(value)
  if (value === '') return 'an empty string'
  const name = typeof value === 'object' ? value.constructor?.name || 'object' : typeof value
  return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name === 'Object' || name === 'Array' ? name.toLowerCase() : name}`
}
