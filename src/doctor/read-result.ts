import type { Read } from './document-facts.js'
import type { ProbeResponse } from './probe.js'

/** A read that was sent, its path parameters, and its response. */
export interface ReadResult {
  read: Read
  path: Readonly<Record<string, unknown>>
  response: ProbeResponse
}

/** Returns the items of a list, however the server wraps them. */
export function itemsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json
  return Object.values((json ?? {}) as object).find(Array.isArray) ?? []
}

/** Returns the id of an item of a list, in the field that the path parameter is named after, or in `id`. */
export function idOf(item: unknown, parameter = 'username'): unknown {
  const fields = (item ?? {}) as Readonly<Record<string, unknown>>
  const id = fields[parameter] ?? fields['id']
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

/**
 * Returns values for the parameters of a path, each from the first item of the list that the path extends.
 * `/users/{username}` extends the list at `/users`.
 */
export function pathFor(
  { path, pathParameters }: Read,
  results: readonly ReadResult[],
): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(pathParameters)) {
    const list = results.find(({ read }) => path.startsWith(`${read.path}/{${name}}`))
    const value = idOf(itemsOf(list?.response.json)[0], name)
    if (value === undefined) return undefined
    // Ids of roles are numbers, all others are strings, whatever the server sends.
    values[name] = pathParameters[name]?.type === 'string' ? String(value) : value
  }
  return values
}
