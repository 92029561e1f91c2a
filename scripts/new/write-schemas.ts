import { marker } from '../lint/rules/filled-in.js'
import { exampleFile, propertiesOf, schemaFile } from './api-sources.js'
import { pluralOf, singularOf, withArticle, wordsOf } from './names.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'

const unicode = 'username_new*user Զոյա 佐伊 🎉'

/** Adds a schema of a resource with its examples, if it does not exist. */
export function writeSchema(name: string, repository: Repository): void {
  if (repository.has(schemaFile(name))) return
  repository.set(schemaFile(name), printSchema(`${marker} ${withArticle(wordsOf(name))}.`, ['name'], repository))
  repository.set(exampleFile(`${name}Plain`), `summary: Plain ASCII text\nvalue:\n  name: ${marker}\n`)
  repository.set(
    exampleFile(`${name}Unicode`),
    `summary: An asterisk in the name, and text in several scripts\nvalue:\n  name: ${unicode}\n`,
  )
}

/** Adds the schema of a page of items, and that of an item, if they do not exist. */
export function writeListSchema(item: string, repository: Repository): void {
  writeSchema(item, repository)
  const file = schemaFile(`${item}List`)
  if (repository.has(file)) return
  repository.set(
    file,
    `description: A page of ${pluralOf(wordsOf(item))}.
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
`,
  )
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
      : `  ${field}:\n    description: ${marker}${isShown(field) ? '' : `; add it to ${returns}.yaml too, or mark it as writeOnly`}\n    type: string\n    minLength: 1\n    examples: [${marker}]\n`
  })
  return `description: ${description}
x-provenance: ${marker} documented, observed, decided or inferred
type: object
required: [${fields.join(', ')}]
properties:
${properties.join('')}`
}
