/** Copies headers of any kind: of any `fetch`, an object, a `Map`, or pairs. */
export function toStandardHeaders(source: unknown): Headers {
  const headers = new Headers()
  for (const [name, value] of pairsOf(source)) appendHeader(headers, name, value)
  return headers
}

/**
 * Appends a header that was received. What the platform's `Headers` rejects, although servers send it and Node's `fetch` passes
 * it on, is replaced in a value by `?`; a header with such a name is dropped.
 */
export function appendHeader(headers: Headers, name: string, value: unknown): void {
  try {
    headers.append(name, String(value ?? '').replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'))
  } catch {
    // Its name is not valid.
  }
}

function pairsOf(source: unknown): Iterable<[string, unknown]> {
  if (typeof source !== 'object' || source === null) return []
  if (Symbol.iterator in source) return source as Iterable<[string, unknown]>
  return Object.entries(source).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((item): [string, unknown] => [name, item]) : [[name, value] as [string, unknown]],
  )
}
