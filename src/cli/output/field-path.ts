/** Returns the value at a dotted path of own fields, or undefined. A field whose name contains dots comes first. */
export function valueOfField(item: unknown, path: string): unknown {
  if (typeof item !== 'object' || item === null) return undefined
  if (Object.hasOwn(item, path)) return (item as Record<string, unknown>)[path]
  const dot = path.indexOf('.')
  return dot < 0 ? undefined : valueOfField(valueOfField(item, path.slice(0, dot)), path.slice(dot + 1))
}

/**
 * Lists the dotted paths of the fields of an item, in their order. Objects are replaced by their own fields; arrays, and objects
 * without a field, stay as they are.
 */
export function leavesOf(item: unknown, prefix = ''): string[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return prefix === '' ? [] : [prefix]
  const fields = Object.entries(item)
  if (fields.length === 0 && prefix !== '') return [prefix]
  return fields.flatMap(([name, value]) => leavesOf(value, prefix === '' ? name : `${prefix}.${name}`))
}

/** Returns an object with some fields of an item, nested as they were. */
export function pickFields(item: unknown, paths: readonly string[]): unknown {
  const picked = new Map<string, unknown>()
  for (const path of paths) {
    const value = valueOfField(item, path)
    if (value !== undefined) insert(picked, path.split('.'), value)
  }
  return toObject(picked)
}

// A map has no prototype that a field of the name `__proto__` would change.
function insert(target: Map<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target.set(name, value)
    return
  }
  const inner = target.get(name)
  const map = inner instanceof Map ? (inner as Map<string, unknown>) : new Map<string, unknown>()
  target.set(name, map)
  insert(map, rest, value)
}

function toObject(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  return Object.fromEntries([...(value as Map<string, unknown>)].map(([name, inner]) => [name, toObject(inner)]))
}
