import { dirname, relative } from 'node:path'
import { fillMessage, placeholdersOf } from '../../../src/sandbox/fill-message.js'
import type { ErrorExample, ErrorMessage, OperationObject, Reference, ResponseObject } from '../../document.js'
import { unknownExtensions } from '../extensions.js'
import type { Location } from '../visitor.js'
import type { CallFacts } from './call-facts.js'
import { describeMessage } from './describe-message.js'
import { appliesTo, isRule, valuesOf } from './error-rules.js'
import type { ExpandContext, SourceRoot } from './expansion.js'
import { joinCauses } from './join-causes.js'

type Errors = Readonly<Record<string, ErrorExample>>
type Report = (message: string) => void

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

const media = 'application/json'
const formOfErrors =
  'x-errors must list, by status, the names of errors or one sentence, such as `"404": [userNotFound]`.'

/** The errors of the API. The root of the sources lists their responses, one for each status, among the components. */
export class ErrorCatalogue {
  readonly #responses: ErrorResponse[] = []
  /** Every error by name, with a placeholder for each value in its message. */
  readonly messages: Record<string, ErrorMessage> = {}

  /** Reads the responses. They become components again where operations refer to them. */
  read(root: SourceRoot, { resolve, report }: ExpandContext): void {
    for (const reference of Object.values(root.components?.responses ?? {})) {
      const { node: response, location } = resolve<ResponseObject>(reference)
      const content = response?.content?.[media]
      const file = location?.source.absoluteRef
      if (!response || !file) continue
      const status = String(response['x-status'])
      if (!/^[45]\d\d$/.test(status)) {
        const message = `x-status must be a status from 400 to 599, got ${status === 'undefined' ? 'none' : status}.`
        report({ message, location: response['x-status'] === undefined ? location : location.child('x-status') })
      }
      delete response['x-status']
      if (!content) continue
      const schemaFile = resolve(content.schema, file).location?.source.absoluteRef ?? ''
      // Operations copy the response, so its unknown extensions are reported only here.
      for (const { key, message } of unknownExtensions('response', response)) {
        report({ message, location: location.child(key).key() })
        delete (response as unknown as Record<string, unknown>)[key]
      }
      const errors = { ...content.examples } as Errors
      this.#responses.push({ status, file, response, schemaFile, errors })
      for (const [name, error] of Object.entries(errors)) {
        this.#add(name, status, error)
        for (const message of problemsOf(name, error)) report({ message, location })
      }
      content.examples = Object.fromEntries(
        Object.entries(errors)
          .filter(([, error]) => isShared(error, errors))
          .map(([name, error]) => [name, fill(error, error['x-values'] ?? {})]),
      )
    }
    if (root.components) delete root.components.responses
  }

  /** Adds to an operation the responses of the errors that follow from a rule, and of those that its `x-errors` lists. */
  expand(operation: OperationObject, facts: CallFacts, { location, report }: ExpandContext): void {
    const listed = listedErrors(operation['x-errors'], report, location)
    for (const status of Object.keys(listed)) {
      if (!this.#responses.some((response) => response.status === status))
        report({
          message: `x-errors lists the status ${status}, which no shared response has.`,
          location: location.child(['x-errors', status]),
        })
    }
    const names: Record<string, string[]> = {}
    // Another operation may have the same object, by a YAML alias.
    operation.responses = { ...operation.responses }
    for (const one of this.#responses) {
      const { status } = one
      const at = location.child(['x-errors', status])
      // The operation's own response describes all of its errors with that status.
      if (operation.responses[status]) {
        if (listed[status])
          report({
            message: `x-errors lists errors of ${status}, for which the call has its own response.`,
            location: at,
          })
        continue
      }
      const found = this.#errorsOf(one, operation.operationId, listed[status] ?? [], facts, (message) =>
        report({ message, location: listed[status] ? at : location }),
      )
      if (found.length === 0) continue
      names[status] = found.map(([name]) => name)
      operation.responses[status] = responseOf(one, found, facts, dirname(location.source.absoluteRef))
    }
    operation['x-errors'] = names
  }

  /** Lists the errors of one status that an operation has. */
  #errorsOf(
    { status, errors }: ErrorResponse,
    operationId: string,
    listed: readonly string[],
    facts: CallFacts,
    report: Report,
  ): [name: string, error: ErrorExample][] {
    const [sentence, ...others] = listed.filter((entry) => entry.includes(' '))
    if (others.length > 0)
      report(`x-errors has several sentences for ${status}: give each a name in the shared response.`)
    const own = sentence === undefined ? {} : { [`${operationId}${status}`]: ownError(sentence, errors) }
    for (const [name, error] of Object.entries(own)) {
      this.#add(name, status, error)
      for (const problem of problemsOf(name, error)) report(problem)
    }
    for (const name of listed)
      if (name !== sentence && !others.includes(name) && !Object.hasOwn(errors, name))
        report(`x-errors lists \`${name}\`, which is not an error of the status ${status}.`)
    const known = Object.entries(errors).filter(([name, error]) => listed.includes(name) || appliesTo(error, facts))
    const [same] = known.find(([, { value }]) => value.message === sentence) ?? []
    if (same) report(`The sentence of x-errors for ${status} is already an error of this call: \`${same}\`.`)
    const found = [...known, ...(same ? [] : Object.entries(own))]
    return found.filter(([name, error]) => {
      const problems = unfilled(error, facts, Object.hasOwn(own, name))
      for (const problem of problems) report(`The error \`${name}\` ${problem}`)
      return problems.length === 0
    })
  }

  #add(name: string, status: string, error: ErrorExample): void {
    const { code, type, message } = error.value
    const { 'x-applies-to': rules } = error
    const description = summaryOf(error)
    this.messages[name] = {
      status: Number(status),
      code,
      type,
      message,
      description,
      ...(rules && { appliesTo: rules }),
    }
  }
}

/** Creates the response of one status: a reference if it is the same for every call, or else one with the call's own values. */
function responseOf(
  { file, response, schemaFile, errors }: ErrorResponse,
  found: [name: string, error: ErrorExample][],
  facts: CallFacts,
  folder: string,
): ResponseObject {
  const referTo = (path: string): Reference => ({ $ref: relative(folder, path).replaceAll('\\', '/') })
  if (found.every(([, error]) => isShared(error, errors))) return referTo(file) as unknown as ResponseObject
  const examples = found.map(([name, error]) => [name, fill(error, valuesOf(error, facts))] as const)
  return {
    ...response,
    description: joinCauses(examples.map(([, { summary }]) => summary as string)),
    content: { [media]: { schema: referTo(schemaFile), examples: Object.fromEntries(examples) } },
  } as ResponseObject
}

/** Creates the error of a sentence in `x-errors`, with the code that most errors of its status have. */
function ownError(message: string, errors: Errors): ErrorExample {
  const values = Object.values(errors).map(({ value }) => value)
  const { code, type } = (values.find((value) => value.code % 100 === 0) ?? values[0]) as ErrorExample['value']
  return { value: { code, type, message } }
}

/** Returns the errors that `x-errors` lists, by status, without what has another form. */
function listedErrors(
  listed: unknown,
  report: ExpandContext['report'],
  location: Location,
): Readonly<Record<string, string[]>> {
  const isObject = typeof listed === 'object' && listed !== null && !Array.isArray(listed)
  if (listed !== undefined && !isObject) report({ message: formOfErrors, location: location.child('x-errors') })
  const entries = Object.entries(isObject ? listed : {}).flatMap(([status, value]) => {
    const errors: unknown[] = [value].flat()
    if (errors.every((error) => typeof error === 'string')) return [[status, errors] as const]
    report({ message: formOfErrors, location: location.child(['x-errors', status]) })
    return []
  })
  return Object.fromEntries(entries)
}

/** Lists what the message of an error needs, but a call does not have. */
function unfilled(error: ErrorExample, facts: CallFacts, isSentence: boolean): string[] {
  const values = valuesOf(error, facts)
  return placeholdersOf(error.value.message).flatMap((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === null || typeof value === 'object')
      return [
        `has \`{${name}}\`, whose value is ${Array.isArray(value) ? 'an array' : String(value && 'an object')}: a message shows only text and numbers.`,
      ]
    if (value !== undefined) return []
    if (!isSentence) return [`needs an example of \`${name}\`, which the call does not have: add it to x-values.`]
    const names = Object.keys(facts.values)
    const has = names.length > 0 ? `it has ${names.join(', ')}` : 'it has none'
    return [`has \`{${name}}\`, but the call has no parameter or field with this name: ${has}.`]
  })
}

/** Lists the problems of an error that no call is needed to find. */
function problemsOf(name: string, error: ErrorExample): string[] {
  const unknown = (error['x-applies-to'] ?? []).filter((rule) => !isRule(rule))
  return [
    ...unknown.map((rule) => `The error \`${name}\` has the unknown rule \`${rule}\` in x-applies-to.`),
    ...error.value.message
      .split(/\{\{\w+\}\}|\{\w+\}/)
      .flatMap((text) => text.match(/\{[^}]*\}*/g) ?? [])
      .map(
        (text) =>
          `The error \`${name}\` has \`${text}\`, which is not a placeholder: write {name}, of letters, digits and _.`,
      ),
    ...unknownExtensions('example', error).map(({ message }) => `In the error \`${name}\`, ${message}`),
  ]
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

/** Returns an error with values in its message, as readers see it. */
function fill(error: ErrorExample, values: Record<string, unknown>): ErrorExample {
  const { code, type, message } = error.value
  return {
    summary: fillMessage(summaryOf(error), values),
    value: { code, type, message: fillMessage(message, values) },
  }
}
