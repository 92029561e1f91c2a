import type { CallFacts } from './call-facts.js'

/** Describes, as the validator does, a value that a call does not accept: the first limit, required field or type that it has. */
export function exampleViolation({ parameters, body, fields }: CallFacts): string {
  const query = parameters.filter((parameter) => parameter.in === 'query')
  const limited = query.find(({ schema }) => schema.maximum !== undefined)
  if (limited) {
    const { maximum = 0 } = limited.schema
    return `${limited.name} must be <= ${maximum}, got ${maximum + 1}.`
  }
  const required = query.find((parameter) => parameter.required)?.name ?? body?.required?.[0]
  if (required) return `${required} is required.`
  const [name, field] = Object.entries(fields)[0] ?? []
  return field ? `${name} must be a ${field.type}, got 5.` : 'The body must be an object, got 5.'
}
