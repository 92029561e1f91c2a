import { type JsonSchema, type OpenApiDocument, type ParameterObject, resolveIn } from '../../document.js'
import { withLimits } from '../../generate/limits.js'
import { indent } from '../../generate/source.js'
import { provenanceOf } from './provenance.js'

/** Lists the fields of a schema, and those of its objects and items below them. A schema without fields gives an empty text. */
export function fieldList(document: OpenApiDocument, schema: JsonSchema, parents: readonly JsonSchema[] = []): string {
  const { properties = {}, required = [], items, oneOf = [] } = resolveIn(document)(schema)
  const inner = [items, ...oneOf].filter((part) => part !== undefined).map((part) => resolveIn(document)(part))
  const own = Object.entries(properties).map(([name, property]) => {
    const field = resolveIn(document)(property)
    // A field that leads back to an object around it is not listed again.
    const below = parents.includes(field) ? '' : fieldList(document, field, [...parents, field])
    return item(document, name, field, required.includes(name), below)
  })
  return [...own, ...inner.map((part) => (parents.includes(part) ? '' : fieldList(document, part, [...parents, part])))]
    .filter(Boolean)
    .join('\n')
}

/** Lists parameters. */
export function parameterList(document: OpenApiDocument, parameters: readonly ParameterObject[]): string {
  return parameters
    .map((parameter) => {
      const {
        name,
        required = false,
        schema,
        description,
        'x-provenance-note': note,
        'x-observed-in': place,
      } = parameter
      const field = {
        ...resolveIn(document)(schema),
        description,
        ...(note && { 'x-provenance-note': note }),
        ...(place && { 'x-observed-in': place }),
      }
      return item(document, name, field, required, '')
    })
    .join('\n')
}

function item(document: OpenApiDocument, name: string, field: JsonSchema, isRequired: boolean, below: string): string {
  const { pattern, 'x-filter': filter } = field.items ?? {}
  const limits = filter ? { ...field, items: {} } : field
  const text = [
    `\`${name}\` (${typeOf(document, field)}${isRequired ? ', required' : ''}): ${withLimits(field.description ?? '', limits)}`,
    pattern && !filter && `Pattern of an item: \`${pattern}\`.`,
    field.pattern && `Pattern: \`${field.pattern}\`.`,
    provenanceOf(field),
  ]
  return `- ${indent([...text, below].filter(Boolean).join('\n\n'), '  ').trimStart()}`
}

function typeOf(document: OpenApiDocument, schema: JsonSchema): string {
  const { type, format, items, oneOf } = resolveIn(document)(schema)
  if (oneOf) return oneOf.map((one) => typeOf(document, one)).join(' or ')
  if (format === 'binary') return 'file'
  return [type ?? 'any value']
    .flat()
    .map((name) => (name === 'array' && items ? `array of ${typeOf(document, items)}` : name))
    .join(' or ')
}
