/** Returns the value at a dotted path of own fields, or undefined. */
export function valueOfField(item: unknown, path: string): unknown {
  const names = namesOf(item, path)
  return names?.reduce((value, name) => (value as Record<string, unknown>)[name], item)
}

/**
 * Returns the names of the fields on a dotted path, or undefined if the item does not have it. A name may contain dots itself.
 */
function namesOf(item: unknown, path: string): string[] | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
  if (Object.hasOwn(item, path)) return [path]
  for (const [name, value] of Object.entries(item)) {
    const rest = path.startsWith(`${name}.`) ? namesOf(value, path.slice(name.length + 1)) : undefined
    if (rest) return [name, ...rest]
  }
  return undefined
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
    const names = namesOf(item, path)
    if (names) insert(picked, names, valueOfField(item, path))
  }
  return toObject(picked)
}

// A map has no prototype that a field of the name `__proto__` would change.
function insert(target: Map<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target.set(name, value)
    return
  }
  const inner = target.get(name) ?? new Map<string, unknown>()
  // The whole field has been picked already.
  if (!(inner instanceof Map)) return
  target.set(name, inner)
  insert(inner as Map<string, unknown>, rest, value)
}

function toObject(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  return Object.fromEntries([...(value as Map<string, unknown>)].map(([name, inner]) => [name, toObject(inner)]))
}
