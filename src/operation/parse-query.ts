import type { Operation } from './operation.js'

/**
 * Parses the query of a URL into the parameters of an operation: arrays, integers and booleans by their schema,
 * anything else as text. A parameter that is repeated without being an array becomes one, which no check accepts.
 */
export function parseQuery({ query }: Operation, text: string): object {
  const parameters: Record<string, unknown> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const type = query?.properties && Object.hasOwn(query.properties, name) ? query.properties[name]?.type : undefined
    const before = parameters[name]
    const item = type && type !== 'array' ? parseValue(type, value) : value
    if (before === undefined) parameters[name] = type === 'array' ? [item] : item
    else parameters[name] = [before, item].flat()
  }
  return parameters
}

function parseValue(type: string, value: string): unknown {
  if (type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value)
  return type === 'boolean' && /^(true|false)$/.test(value) ? value === 'true' : value
}
