import type { JsonSchema } from '../../document.js'
import { type Context, type Placed, place, type Visitor } from '../visitor.js'

/**
 * Requires that the response shows each field of a body, at any depth, under its name or its `x-response-name`, unless it is
 * `writeOnly`.
 */
export function storedFields(): Visitor {
  return {
    Operation: (operation, context) => {
      const { report, location } = context
      const [content] = Object.values(operation.requestBody?.content ?? {})
      const response = place(context, operation.responses['200'])
      const schema = response.node?.content?.['application/json']?.schema
      if (!content || !schema) return
      for (const { name, shown } of hiddenFields(
        context,
        place(context, content.schema),
        place(context, schema, response.from),
      ))
        report({
          message: `The body has \`${name}\`, which the response does not show: add \`${shown}\` to it, name the field that shows it in x-response-name, or mark it as writeOnly.`,
          location: location.child('requestBody'),
        })
    },
  }
}

/** Lists the fields of a body that the response does not show. A schema is not followed into itself. */
function hiddenFields(
  context: Context,
  body: Placed<JsonSchema>,
  response: Placed<JsonSchema>,
  above: readonly JsonSchema[] = [],
): { name: string; shown: string }[] {
  if (!body.node || !response.node || above.includes(body.node)) return []
  const inside = [...above, body.node]
  if (body.node.items && response.node.items) {
    const [item, other] = [body, response].map(({ node, from }) => place(context, node?.items, from))
    return hiddenFields(context, item as Placed<JsonSchema>, other as Placed<JsonSchema>, inside)
  }
  const { properties, additionalProperties } = response.node
  // An object of an unknown shape may show anything.
  if (!properties || additionalProperties) return []
  return Object.entries(body.node.properties ?? {}).flatMap(([name, raw]) => {
    const field = place(context, raw, body.from)
    const { 'x-response-name': shown = name, writeOnly } = { ...field.node, ...raw }
    if (writeOnly) return []
    const other = Object.hasOwn(properties, shown) ? properties[shown] : undefined
    if (!other) return [{ name, shown }]
    return hiddenFields(context, field, place(context, other, response.from), inside).map((inner) => ({
      name: `${name}.${inner.name}`,
      shown: `${shown}.${inner.shown}`,
    }))
  })
}
