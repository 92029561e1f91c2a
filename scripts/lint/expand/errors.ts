import { dirname, relative } from 'node:path'
import { fillMessage, placeholdersOf } from '../../../src/sandbox/fill-message.js'
import type { ErrorExample, ErrorMessage, OperationObject, Reference, ResponseObject } from '../../document.js'
import type { CallFacts } from './call-facts.js'
import { describeMessage } from './describe-message.js'
import { exampleViolation } from './example-violation.js'
import type { ExpandContext, SourceRoot } from './visitor.js'

/** The response of a status, and its errors by name. */
interface ErrorResponse {
  status: string
  /** Path of its file. */
  file: string
  response: ResponseObject
  /** Path of the file of its schema. */
  schemaFile: string
  errors: Errors
}

type Errors = Readonly<Record<string, ErrorExample>>

const media = 'application/json'

/** The errors of the API. The root of the sources lists their responses, one for each status, among the components. */
export class ErrorCatalogue {
  readonly #responses: ErrorResponse[] = []
  /** Every error by name, with a placeholder for each value in its message. */
  readonly messages: Record<string, ErrorMessage> = {}

  /** Reads the responses. They become components again where operations refer to them. */
  read(root: SourceRoot, { resolve }: ExpandContext): void {
    for (const reference of Object.values(root.components?.responses ?? {})) {
      const { node: response, location } = resolve<ResponseObject>(reference)
      const content = response?.content?.[media]
      const file = location?.source.absoluteRef
      const status = response?.['x-status']
      if (!content || !file || !status) continue
      const schemaFile = resolve(content.schema, file).location?.source.absoluteRef ?? ''
      const errors = { ...content.examples } as Errors
      this.#responses.push({ status, file, response, schemaFile, errors })
      for (const [name, error] of Object.entries(errors)) this.#add(name, status, error)
      delete response['x-status']
      content.examples = Object.fromEntries(
        Object.entries(errors)
          .filter(([, error]) => isShared(error, errors))
          .map(([name, error]) => [name, fill(error, error['x-values'] ?? {})]),
      )
    }
    if (root.components) delete root.components.responses
  }

  /** Adds to an operation the responses of the errors that follow from a rule, and of those that its `x-errors` lists. */
  expand(operation: OperationObject, facts: CallFacts, { location }: ExpandContext): void {
    const folder = dirname(location.source.absoluteRef)
    const referTo = (file: string): Reference => ({ $ref: relative(folder, file).replaceAll('\\', '/') })
    const names: Record<string, string[]> = {}
    for (const { status, file, response, schemaFile, errors } of this.#responses) {
      const listed = [operation['x-errors']?.[status] ?? []].flat()
      const sentences = listed.filter((entry) => entry.includes(' '))
      const own = Object.fromEntries(
        sentences.map((message) => [`${operation.operationId}${status}`, ownError(message, errors)] as const),
      )
      for (const [name, error] of Object.entries(own)) this.#add(name, status, error)
      const all = Object.entries({ ...errors, ...own }).filter(
        ([name, error]) => name in own || listed.includes(name) || appliesTo(error, facts),
      )
      if (all.length === 0) continue
      names[status] = all.map(([name]) => name)
      const examples = all.map(([name, error]) => [name, fill(error, valuesOf(error, facts))] as const)
      operation.responses[status] ??= (
        all.every(([, error]) => isShared(error, errors))
          ? referTo(file)
          : {
              ...response,
              description: [...new Set(examples.map(([, { summary }]) => summary))].join(' '),
              content: { [media]: { schema: referTo(schemaFile), examples: Object.fromEntries(examples) } },
            }
      ) as ResponseObject
    }
    operation['x-errors'] = names
  }

  #add(name: string, status: string, error: ErrorExample): void {
    const { code, type, message } = error.value
    const { 'x-applies-to': appliesTo } = error
    const description = summaryOf(error)
    this.messages[name] = { status: Number(status), code, type, message, description, ...(appliesTo && { appliesTo }) }
  }
}

/** Creates the error of a sentence in `x-errors`, with the code that most errors of its status have. */
function ownError(message: string, errors: Errors): ErrorExample {
  const values = Object.values(errors).map(({ value }) => value)
  const { code, type } = (values.find((value) => value.code % 100 === 0) ?? values[0]) as ErrorExample['value']
  return { value: { code, type, message } }
}

function summaryOf({ summary, value }: ErrorExample): string {
  return summary ?? describeMessage(value.message)
}

/** Checks whether an error belongs to the response itself: it applies as the first one does, and is the same for every call. */
function isShared({ 'x-applies-to': rules, 'x-values': values = {}, value }: ErrorExample, errors: Errors): boolean {
  const [first] = Object.values(errors)
  return (
    rules !== undefined &&
    String(rules) === String(first?.['x-applies-to']) &&
    placeholdersOf(value.message).every((name) => name in values)
  )
}

/** Checks whether a rule of an error applies to a call. */
function appliesTo(error: ErrorExample, facts: CallFacts): boolean {
  return (error['x-applies-to'] ?? []).some((rule) => isMet(rule, facts))
}

function isMet(rule: string, { parameters, media, fields, permissions }: CallFacts): boolean {
  const [place, name] = rule.split('.') as [string, string?]
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  switch (place) {
    case 'every call':
      return true
    case 'path':
      return inPath.some((parameter) => parameter.name === name)
    case 'path integer':
      return inPath.some(({ schema }) => schema.type === 'integer')
    case 'query':
      return inQuery.length > 0
    case 'body':
      return media !== undefined
    case 'input':
      return name !== undefined && (name in fields || inQuery.some((parameter) => parameter.name === name))
    case 'x-permissions':
      return permissions.length > 0
    default:
      return place === media
  }
}

/** Returns the values with which the message of an error is shown for a call. */
function valuesOf(error: ErrorExample, facts: CallFacts): Record<string, unknown> {
  const { body, media: mediaType, fields, parameters } = facts
  const rule = error['x-applies-to']?.find((one) => one.startsWith('input.') && isMet(one, facts))
  const [first = ''] = body?.required ?? []
  const input = rule?.slice('input.'.length) ?? first
  const integer = parameters.find(({ in: place, schema }) => place === 'path' && schema.type === 'integer')
  return {
    ...facts.values,
    username: actingUser(facts),
    mediaType,
    permission: facts.permissions[0]?.permission,
    permissions: facts.permissions.map(({ permission }) => permission).join(' or '),
    violation: exampleViolation(facts),
    field: fields[input]?.type === 'array' ? `${input}/0/username` : input,
    parameter: integer?.name,
    ...error['x-values'],
  }
}

/** Returns the example of the user that a call is about. */
function actingUser({ values }: CallFacts): unknown {
  const [member] = Array.isArray(values['members']) ? values['members'] : []
  return values['username'] ?? values['from'] ?? values['owner'] ?? member?.username ?? member
}

/** Returns an error with values in its message, as readers see it. */
function fill(error: ErrorExample, values: Record<string, unknown>): ErrorExample {
  const { code, type, message } = error.value
  return {
    summary: fillMessage(summaryOf(error), values),
    value: { code, type, message: fillMessage(message, values) },
  }
}
