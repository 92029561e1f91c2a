/** Returns whether a value is a name of an HTTP header, by RFC 9110. */
export function isHeaderName(name: unknown): name is string {
  return typeof name === 'string' && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)
}

/** Returns whether a text contains only characters that are allowed in a header, and so no line break. */
export function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
