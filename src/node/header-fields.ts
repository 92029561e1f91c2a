/** Copies the headers of a request to an object with names in lower case. */
export function headerFields(headers: HeadersInit = {}): Record<string, string> {
  // Without a prototype, since undici and node:http send what it inherits too.
  const fields: Record<string, string> = Object.create(null)
  const pairs = Symbol.iterator in headers ? new Headers(headers) : Object.entries<string>(headers)
  for (const [name, value] of pairs) fields[name.toLowerCase()] = value
  return fields
}
