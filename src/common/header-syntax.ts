/** Returns whether a value is a name of an HTTP header, by RFC 9110. */
export function isHeaderName(name: unknown): name is string {
  return typeof name === 'string' && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)
}

/** Returns whether a header belongs to the connection, so that `fetch` alone can set it: the framing of a message, or one hop (RFC 9110). */
export function isConnectionHeader(name: string): boolean {
  return /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i.test(
    name,
  )
}

/** Returns whether a text contains only characters that are allowed in a header, and so no line break. */
export function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
