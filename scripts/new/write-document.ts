import { capitalize, indent } from '../generate/source.js'
import { pluralOf, wordsOf } from '../lib/names.js'
import { marker } from '../lint/rules/filled-in.js'
import {
  exampleSummary,
  examplesOf,
  exampleValue,
  itemsProperty,
  operationsOf,
  parameterComponent,
  parameterFile,
  pathFileOf,
  propertiesOf,
} from './api-sources.js'
import { describeOperation } from './describe.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'
import { fieldValue, unicode, writeBodySchema, writeListSchema, writeSchema } from './write-schemas.js'

/** The order that the linter requires. */
const methods = ['get', 'post', 'put', 'delete']
const root = 'openapi/openapi.yaml'

/** Adds an operation to the sources of the OpenAPI document, with the parameters, schemas, examples and the tag that it lacks. */
export function writeDocument(operation: NewOperation, repository: Repository): void {
  for (const name of operation.parameters) writeParameter(name, repository)
  const tag = operation.tag ?? guessTag(operation, repository)
  writeTag(tag, repository)
  if (operation.listOf) writeListSchema(operation.listOf, repository)
  if (operation.returns) writeSchema(operation.returns, repository)
  if (operation.body) writeBodySchema(operation, operation.body, repository)
  writeRootEntry(operation.path, repository)
  writePathFile(operation, tag, repository)
}

function writeParameter(name: string, repository: Repository): void {
  if (parameterComponent(repository, name)) return
  const resource = wordsOf(name.replace(/(Id|Name)$/, ''))
  repository.set(
    parameterFile(capitalize(name)),
    `name: ${name}
in: path
required: true
description: ${name.endsWith('Id') ? 'Id' : 'Name'} of the ${resource}.
schema:
  type: string
  minLength: 1
  examples: [${marker}]
examples:
  plain:
    summary: ${marker}
    value: ${marker}
`,
  )
  const notFound = 'openapi/components/responses/NotFound.yaml'
  repository.set(
    notFound,
    `${repository.text(notFound)}      ${name.replace(/(Id|Name)$/, '')}NotFound:
        x-applies-to: [path.${name}]
        value:
          code: 40400
          type: NotFound
          message: There is no ${resource} {${name}}.
`,
  )
}

/** Returns the tag of the resource, or of the one that contains it. */
function guessTag({ resource }: NewOperation, repository: Repository): string {
  const operations = operationsOf(repository)
  const tagOf = (prefix: string) => operations.find(({ sdkName }) => sdkName.replace(/\.\w+$/, '') === prefix)?.tag
  const [own = '', ...above] = resource.split('.').reverse()
  const words = capitalize(wordsOf(own))
  const isTag = operations.some(({ tag }) => tag === words)
  return tagOf(resource) ?? (isTag ? words : tagOf(above.reverse().join('.'))) ?? words
}

function writeTag(tag: string, repository: Repository): void {
  const nameOf = (entry: string) => /name: (.*)/.exec(entry)?.[1] ?? ''
  insertEntry(repository, 'tags', tag, nameOf, `  - name: ${tag}\n    description: ${marker}\n`)
}

function writeRootEntry(path: string, repository: Repository): void {
  const pathOf = (entry: string) => /^ {2}(\S+):/.exec(entry)?.[1] ?? ''
  const reference = pathFileOf(path).replace('openapi/', '')
  insertEntry(repository, 'paths', path, pathOf, `  ${path}:\n    $ref: ${reference}\n`)
}

/** Inserts an entry into a part of the root, in the order of the names, if it has none of the name. */
function insertEntry(
  repository: Repository,
  key: string,
  name: string,
  nameOf: (entry: string) => string,
  entry: string,
): void {
  const text = repository.text(root)
  const start = text.indexOf(`\n${key}:\n`) + key.length + 3
  const [block = ''] = /^(?:(?: .*)?\n)+/.exec(text.slice(start)) ?? []
  const entries = block.split(/^(?= {2}\S)/m)
  if (entries.some((one) => nameOf(one) === name)) return
  const at = entries.findIndex((one) => nameOf(one) > name)
  entries.splice(at < 0 ? entries.length : at, 0, entry)
  repository.set(root, text.slice(0, start) + entries.join('') + text.slice(start + block.length))
}

function writePathFile(operation: NewOperation, tag: string, repository: Repository): void {
  const file = pathFileOf(operation.path)
  const text = printOperation(operation, tag, repository)
  if (!repository.has(file)) {
    const references = operation.parameters.map(
      (name) => `  - $ref: ../components/parameters/${parameterComponent(repository, name)}.yaml\n`,
    )
    repository.set(file, `${references.length > 0 ? `parameters:\n${references.join('')}` : ''}${text}`)
    return
  }
  const parts = repository.text(file).split(/^(?=\S)/m)
  const rank = (part: string) => methods.indexOf(/^\w+/.exec(part)?.[0] ?? '')
  const at = parts.findIndex((part) => rank(part) > rank(text))
  parts.splice(at < 0 ? parts.length : at, 0, text)
  repository.set(file, parts.join(''))
}

function printOperation(operation: NewOperation, tag: string, repository: Repository): string {
  const { method, id, sdkName, listOf, returns } = operation
  const { summary, does } = describeOperation(operation)
  const isPaged = listOf !== undefined && itemsProperty(repository, `${listOf}List`) !== undefined
  return `${method}:
  operationId: ${id}
  x-sdk-name: ${sdkName}
  summary: ${summary}
  description: |
    ${capitalize(does)}${isPaged ? ', a page at a time' : ''}.
    ${marker} what the summary does not say: what the call changes or leaves out, its order, its limits.
  tags: [${tag}]
  x-provenance: ${marker} documented, observed, decided or inferred
  x-idempotent: ${method !== 'post'}
${listOf ? printPagination(listOf, repository) : ''}${printBody(operation, repository)}  responses:
${returns || listOf ? indent(printSuccess(operation, repository), '    ') : `    "204":\n      description: ${summaryOfNothing(operation)}\n`}`
}

function summaryOfNothing({ method, resource }: NewOperation): string {
  return method === 'delete'
    ? `The ${wordsOf(resource.split('.').at(-1) ?? '').replace(/s$/, '')} is deleted`
    : 'It is done'
}

function printPagination(item: string, repository: Repository): string {
  const items = itemsProperty(repository, `${item}List`)
  if (items === undefined) return '  x-pagination:\n    items: ""\n'
  const similar = operationsOf(repository).find(({ text }) => text.includes(`/${item}List.yaml`))
  const limit = /defaultLimit: (\d+)/.exec(similar?.text ?? '')?.[1] ?? 30
  return `  x-pagination:
    items: /${items}
    next: /links/next
    defaultLimit: ${limit}
  parameters:
    - $ref: ../components/parameters/Limit.yaml
    - $ref: ../components/parameters/Offset.yaml
`
}

function printBody({ body, fields, method, returns }: NewOperation, repository: Repository): string {
  if (!body) return ''
  const [existing] = /^ {2}requestBody:\n(?: {4}.*\n)+/m.exec(textWithBody(body, repository)) ?? []
  if (existing) return existing
  const names = fields.length > 0 ? fields : propertiesOf(repository, body)
  // The examples of a body and of its response have the same summaries and values.
  const example = (kind: string, text: string) => {
    const name = `${returns}${kind}`
    const values = names.map((field) => {
      const value = exampleValue(repository, name, field) ?? fieldValue(field, text)
      return `              ${field}: ${value}\n`
    })
    const summary =
      exampleSummary(repository, name) ?? (kind === 'Plain' ? 'Plain ASCII text' : 'Text in several scripts')
    return `          ${kind.toLowerCase()}:\n            summary: ${summary}\n            value:\n${values.join('')}`
  }
  return `  requestBody:
    required: true
    description: ${method === 'post' ? `The ${wordsOf(body)}` : 'The fields to change'}
    content:
      application/json:
        schema:
          $ref: ../components/schemas/${body}.yaml
        examples:
${example('Plain', marker)}${example('Unicode', unicode)}`
}

/** Returns the text of an operation that has the same body, if there is one. */
function textWithBody(body: string, repository: Repository): string {
  return operationsOf(repository).find(({ text }) => text.includes(`/schemas/${body}.yaml`))?.text ?? ''
}

function printSuccess({ listOf, returns = '', method, body }: NewOperation, repository: Repository): string {
  const noun = wordsOf(listOf ?? returns)
  const nouns = pluralOf(noun)
  const list = listOf && `${listOf}List`
  const adjective = method === 'put' ? 'updated ' : ''
  return `"200":
  description: ${list ? (itemsProperty(repository, list) ? `A page of ${nouns}` : `All ${nouns}`) : `The ${adjective}${noun}`}
  content:
    application/json:
      schema:
        $ref: ../components/schemas/${list ?? returns}.yaml
${indent(listOf ? printPages(listOf, repository) : printExamples(returns, repository, body), '      ')}`
}

function printPages(item: string, repository: Repository): string {
  if (itemsProperty(repository, `${item}List`) === undefined) return printExamples(`${item}List`, repository)
  const items = examplesOf(repository, item).slice(0, 3)
  return `x-example-pages:\n${items.map((name) => `  - $ref: ../components/examples/${name}.yaml\n`).join('')}`
}

function printExamples(schema: string, repository: Repository, body?: string): string {
  // The examples of a body that exists agree with those of its response.
  const pattern = new RegExp(`/schemas/${schema}\\.yaml\\n( {10}examples:\\n(?: {12}.*\\n)+)`)
  const [, existing] = (body && pattern.exec(textWithBody(body, repository))) || []
  if (existing) return existing.replace(/^ {10}/gm, '')
  const names = examplesOf(repository, schema).filter((name) => /(Plain|Unicode)$/.test(name))
  const entries = names.map(
    (name) => `  ${name.slice(schema.length).toLowerCase()}:\n    $ref: ../components/examples/${name}.yaml\n`,
  )
  return `examples:\n${entries.join('')}`
}
