import { type Endpoint, type JsonSchema, type OpenApiDocument, resolveIn } from '../document.js'
import type { ExampleInput } from './samples.js'

/**
 * Returns the required values of an example alone, for the shortest call that works. If a body requires no field, its first one stays,
 * since a call with an empty body does nothing worth reading.
 */
export function shortestInput(document: OpenApiDocument, endpoint: Endpoint, input: ExampleInput): ExampleInput {
  const { operation, parameters } = endpoint
  const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  const query = Object.fromEntries(required.map(({ name }) => [name, input.query[name]]))
  const schema = input.media === undefined ? undefined : operation.requestBody?.content[input.media]?.schema
  return { ...input, query, ...(schema && { body: shortest(document, schema, input.body) }) }
}

function shortest(document: OpenApiDocument, node: JsonSchema, value: unknown): unknown {
  const schema = resolveIn(document)(node)
  if (Array.isArray(value)) {
    const items = value.slice(0, schema.minItems ?? 1)
    return schema.items ? items.map((item) => shortest(document, schema.items as JsonSchema, item)) : items
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
  const required = fields.filter(([name]) => schema.required?.includes(name))
  const kept = required.length > 0 ? required : fields.slice(0, 1)
  return Object.fromEntries(
    kept.map(([name, field]) => [name, shortest(document, schema.properties?.[name] ?? {}, field)]),
  )
}
