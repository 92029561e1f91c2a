import { capitalize } from '../generate/source.js'
import { pluralOf, singularOf, withArticle, wordsOf } from '../lib/names.js'
import { marker } from '../lint/rules/filled-in.js'
import { exampleFile, examplesOf, itemsProperty, propertiesOf, schemaFile } from './api-sources.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'

/** A text that breaks if anything is encoded wrongly. */
export const unicode = 'username_new*user Զոյա 佐伊 🎉'

/** An id, as examples show one. */
const id = '"101437428530810881"'

/** What the examples of a schema are called, and contain, after its name. */
const kinds = { Plain: 'plain ASCII text', Unicode: 'text in several scripts', Arabic: 'Arabic text' }

/** Adds a schema of a resource, if it does not exist, and two examples, if it has none. */
export function writeSchema(name: string, repository: Repository): void {
  if (!repository.has(schemaFile(name)))
    repository.set(schemaFile(name), printSchema(`${marker} ${withArticle(wordsOf(name))}.`, ['name'], repository))
  if (examplesOf(repository, name).length === 0) writeExamples(name, 2, repository)
}

/** Adds examples of a schema until it has as many as are needed. */
function writeExamples(name: string, needed: number, repository: Repository): void {
  const names = propertiesOf(repository, name)
  for (const [kind, text] of Object.entries(kinds)) {
    const file = exampleFile(name + kind)
    if (examplesOf(repository, name).length >= needed || repository.has(file)) continue
    const textOf = (property: string) => (kind === 'Unicode' && property === 'name' ? unicode : marker)
    const values = names.map((property) => `  ${property}: ${fieldValue(property, textOf(property))}\n`).join('')
    const summary = `${capitalize(withArticle(wordsOf(name)))} with ${text}`
    repository.set(file, `summary: ${summary}\nvalue:${names.length > 0 ? `\n${values}` : ` ${marker}\n`}`)
  }
}

/** Returns the value of a field in an example: an id if the field refers to something, or else the text. */
export function fieldValue(field: string, text: string): string {
  return field.endsWith('_id') ? id : text
}

/**
 * Adds the schema of a page of items, that of an item, and three examples of items, if they do not exist: two for the first
 * page, and one for the last.
 */
export function writeListSchema(item: string, repository: Repository): void {
  writeSchema(item, repository)
  const file = schemaFile(`${item}List`)
  if (!repository.has(file)) repository.set(file, printListSchema(item))
  if (itemsProperty(repository, `${item}List`) !== undefined) writeExamples(item, 3, repository)
}

function printListSchema(item: string): string {
  return `description: A page of ${pluralOf(wordsOf(item))}.
x-provenance: ${marker} documented, observed, decided or inferred
type: object
required: [count, total_count, links, items]
properties:
  count: { $ref: Page.yaml#/properties/count }
  total_count: { $ref: Page.yaml#/properties/total_count }
  links:
    $ref: Links.yaml
  items:
    description: The items of this page.
    type: array
    items:
      $ref: ${item}.yaml
`
}

/** Adds the schema of a body, if it does not exist. It refers to the fields that the resource has. */
export function writeBodySchema(
  { fields, resource, returns }: NewOperation,
  name: string,
  repository: Repository,
): void {
  if (repository.has(schemaFile(name))) return
  const owner = singularOf(resource.split('.').at(-1) ?? '')
  const owners = [owner.charAt(0).toUpperCase() + owner.slice(1)].filter((one) => repository.has(schemaFile(one)))
  const names = fields.length > 0 ? fields : ['name']
  repository.set(schemaFile(name), printSchema(`${marker} the body.`, names, repository, owners, returns))
}

function printField(field: string, hint: string): string {
  return `  ${field}:
    description: ${marker}${hint}
    type: string
    minLength: 1
    examples: [${fieldValue(field, marker)}]
`
}

function printSchema(
  description: string,
  fields: string[],
  repository: Repository,
  owners: string[] = [],
  returns?: string,
): string {
  const isShown = (field: string) => returns === undefined || propertiesOf(repository, returns).includes(field)
  const properties = fields.map((field) => {
    const owner = owners.find((one) => propertiesOf(repository, one).includes(field))
    return owner
      ? `  ${field}: { $ref: ${owner}.yaml#/properties/${field} }\n`
      : printField(
          field,
          isShown(field)
            ? ''
            : `; add it to ${returns}.yaml too, give its name there as x-response-name, or mark it as writeOnly`,
        )
  })
  return `description: ${description}
x-provenance: ${marker} documented, observed, decided or inferred
type: object
required: [${fields.join(', ')}]
properties:
${properties.join('')}`
}
