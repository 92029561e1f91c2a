import { type JsonSchema, type OperationObject, referenceName } from '../../document.js'
import { type Context, type Placed, place } from '../visitor.js'

const types = new Set(['string', 'integer', 'boolean', 'array', 'object'])

/** Lists what the generator does not support of a body. */
export function bodyProblems({ requestBody }: OperationObject, context: Context): string[] {
  if (!requestBody) return []
  if (referenceName(requestBody as object)) return ['The body must be inline, not a reference.']
  const problems: string[] = []
  if (!requestBody.required) problems.push('The body must be required: the client always sends it.')
  if (!requestBody.description?.trim()) problems.push('The body must have a description, which the client shows.')
  const [[media, content] = [], ...others] = Object.entries(requestBody.content ?? {})
  if (!content || others.length > 0) return [...problems, 'The body must have one media type.']
  if (!referenceName(content.schema))
    return [...problems, 'The body must have a `$ref` to a named schema, not an inline one.']
  const schema = place(context, content.schema)
  if (media !== 'multipart/form-data') return [...problems, ...new Set(shapeProblems(context, schema, 'The body', []))]
  const fields = Object.values(schema.node?.properties ?? {})
  const isFile = fields.length === 1 && place(context, fields[0], schema.from).node?.format === 'binary'
  return isFile ? problems : [...problems, 'A form must have one field, of the format binary.']
}

/** Lists what the client could not check in a value of a body. */
function shapeProblems(
  context: Context,
  { node, from }: Placed<JsonSchema>,
  what: string,
  above: readonly JsonSchema[],
): string[] {
  if (!node) return []
  if (above.includes(node)) return [`${what} must not contain itself.`]
  const inside = [...above, node]
  const all = [node.type].flat()
  // A property without any type is found by another rule.
  const isUntyped =
    node.type === undefined && above.length > 0 && !('oneOf' in node || 'anyOf' in node || 'allOf' in node)
  // The null of a nullable type needs no check of its own.
  const isKnown = all.every((type) => types.has(String(type)) || (all.length > 1 && type === 'null'))
  const problems = isUntyped || isKnown ? [] : [`${what} must be of type ${[...types].join(', ')}, not ${node.type}.`]
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) problems.push(`The name \`${name}\` in the body must be a valid identifier.`)
    problems.push(...shapeProblems(context, place(context, property, from), `\`${name}\` in the body`, inside))
  }
  const items = node.items && place(context, node.items, from)
  // Some arrays leave their items open.
  return items?.node && (node.items?.$ref ?? items.node.type)
    ? [...problems, ...shapeProblems(context, items, `An item of ${what.replace(/^The/, 'the')}`, inside)]
    : problems
}
