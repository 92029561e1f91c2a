const longestText = 80

/** Describes any value for an error message, such as `"zoe"`, `the number 5` or `an object (Map)`. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length <= longestText ? value : `${value.slice(0, longestText)}…`)
    case 'number':
    case 'bigint':
    case 'boolean':
      return `the ${typeof value} ${value}`
    case 'function':
    case 'symbol':
      return `a ${typeof value}`
    case 'undefined':
      return 'undefined'
    default:
      return value === null ? 'null' : describeObject(value as object)
  }
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return 'an array'
    const name: unknown = value.constructor?.name
    return `an object${typeof name === 'string' && name !== '' && name !== 'Object' ? ` (${name})` : ''}`
  } catch {
    // A proxy may throw.
    return 'an object'
  }
}
