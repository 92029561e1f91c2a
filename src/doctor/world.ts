import type { Read } from './document.js'
import type { Answer } from './probe.js'

/** A read that was answered, and with which path. */
export interface Seen {
  read: Read
  path: Readonly<Record<string, unknown>>
  answer: Answer
}

/** The items of a list, however the server wraps them. */
export function itemsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json
  return Object.values((json ?? {}) as object).find(Array.isArray) ?? []
}

/** What tells an item of a list from the others, by any of the names that the path of a single one may have. */
export function idOf(item: unknown, parameter = 'username'): unknown {
  const fields = (item ?? {}) as Readonly<Record<string, unknown>>
  return fields[parameter] ?? fields['id']
}

/**
 * A value for the last parameter of a path: the first item of the list that the path continues.
 * `/users/{username}` continues the list at `/users`.
 */
export function pathFor({ path, pathParameters }: Read, seen: readonly Seen[]): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(pathParameters)) {
    const list = seen.find(({ read }) => path.startsWith(`${read.path}/{${name}}`))
    const value = idOf(itemsOf(list?.answer.json)[0], name)
    if (value === undefined) return undefined
    // Ids of roles are numbers, all others are texts, whatever the server thinks.
    values[name] = pathParameters[name]?.type === 'string' ? String(value) : value
  }
  return values
}
