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
  if (!field) return 'The body must be an object, got 5.'
  const types = [field.type ?? 'object'].flat().map((type) => `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`)
  return `${name} must be ${types.join(' or ')}, got ${field.type === 'string' ? '5' : '"5"'}.`
}
