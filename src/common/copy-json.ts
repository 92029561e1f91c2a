/** Copies JSON data. Jest's environment for jsdom has no `structuredClone`. */
export function copyJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyJson) as T
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copyJson(field)])) as T
}
