import type {
  Composition,
  Endpoint,
  JsonSchema,
  MediaType,
  OperationObject,
  ParameterObject,
  ResponseObject,
} from '../document.js'
import type { Report } from './changes.js'
import { compareRest } from './keywords.js'
import { compareSchemas, type Direction, type Resolvers } from './schema.js'

/** Reports changes of a place in the operation, such as `query` or `response 200`. */
export type ReportAt = (place?: string) => Report

interface HeaderObject {
  required?: boolean
  schema: JsonSchema
}

/** Compares the names, the requests and the responses of an operation. */
export function compareOperations(before: Endpoint, after: Endpoint, resolve: Resolvers, at: ReportAt): void {
  const [was, is] = [before.operation, after.operation]
  const report = at()
  const [oldPlace, place] = [before, after].map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  if (oldPlace !== place) report(`it is at ${place}, and was at ${oldPlace}`, true)
  for (const name of ['operationId', 'x-sdk-name'] as const)
    if (was[name] !== is[name]) report(`\`${name}\` is ${is[name]}, and was ${was[name]}`, true)
  if (was['x-idempotent'] !== is['x-idempotent']) {
    report(is['x-idempotent'] ? 'it is idempotent now' : 'it is no longer idempotent', !is['x-idempotent'])
  }
  const pointers = ({ 'x-pagination': paging }: OperationObject) => JSON.stringify([paging?.items, paging?.next])
  if (pointers(was) !== pointers(is)) report('`x-pagination` has changed', true)
  compareCompositions(was['x-sdk-compose'], is['x-sdk-compose'], report)
  compareParameters(before.parameters, after.parameters, resolve, at)
  compareBodies(was.requestBody, is.requestBody, resolve, at('body'))
  compareResponses(was.responses, is.responses, resolve, at)
  compareRest(was, is, followed, report)
}

const followedOfParameters = new Set(['name', 'in', 'required', 'schema', 'style', 'explode', 'allowReserved'])
const followed = new Set([
  'operationId',
  'x-sdk-name',
  'x-idempotent',
  'x-pagination',
  'x-sdk-compose',
  'parameters',
  'requestBody',
  'responses',
  'security',
])

/** Compares composed methods. Callers depend on their names and arguments, and not on how they find or update a resource. */
function compareCompositions(was: Composition | undefined, is: Composition | undefined, report: Report): void {
  if (JSON.stringify(was) === JSON.stringify(is)) return
  if (!was || !is) report(`\`${(was ?? is)?.name}\` ${is ? 'is new' : 'was removed'}`, !is)
  else if (was.name !== is.name) report(`\`${was.name}\` is called ${is.name}`, true)
  else
    report(
      was.argument === is.argument
        ? `\`${is.name}\` is composed differently`
        : `the argument of \`${is.name}\` has changed`,
      was.argument !== is.argument,
    )
}

const keywordOf = (object: object, keyword: string) => (object as Record<string, unknown>)[keyword]

function compareParameters(
  before: ParameterObject[],
  after: ParameterObject[],
  resolve: Resolvers,
  at: ReportAt,
): void {
  const same = (one: ParameterObject) => (other: ParameterObject) => one.in === other.in && one.name === other.name
  for (const was of before) {
    const report = at(was.in)
    const is = after.find(same(was))
    if (!is) {
      report(`\`${was.name}\` was removed`, true)
      continue
    }
    if (!was.required && is.required) report(`\`${is.name}\` is required`, true)
    if (was.required && !is.required) report(`\`${is.name}\` is no longer required`, false)
    compareSchemas(was.schema, is.schema, is.name, 'sent', resolve, report)
    for (const keyword of ['style', 'explode', 'allowReserved'])
      if (keywordOf(was, keyword) !== keywordOf(is, keyword))
        report(`\`${keyword}\` of \`${is.name}\` has changed`, true)
    compareRest(was, is, followedOfParameters, report)
  }
  for (const is of after)
    if (!before.some(same(is)))
      at(is.in)(`\`${is.name}\` is new${is.required ? ', and required' : ''}`, is.required === true)
}

function compareBodies(
  before: OperationObject['requestBody'],
  after: OperationObject['requestBody'],
  resolve: Resolvers,
  report: Report,
): void {
  if (before && !after) report('it was removed', true)
  if (after?.required && !before?.required) report('it is required', true)
  if (after && !before && !after.required) report('it is new', false)
  if (!before || !after) return
  if (before.required && !after.required) report('it is no longer required', false)
  compareContents(before.content, after.content, 'sent', resolve, report)
  compareRest(before, after, new Set(['required', 'content']), report)
}

function compareResponses(
  before: OperationObject['responses'],
  after: OperationObject['responses'],
  resolve: Resolvers,
  at: ReportAt,
): void {
  for (const [status, raw] of Object.entries(before)) {
    const report = at(`response ${status}`)
    const changed = after[status]
    if (!changed) {
      report('it was removed', true)
      continue
    }
    const [was, is] = [resolve.before(raw), resolve.after(changed)]
    compareHeaders(was, is, resolve, report)
    compareContents(was.content, is.content, 'got', resolve, report)
    compareRest(was, is, new Set(['headers', 'content']), report)
  }
  // Callers must expect any error, but not a second kind of success.
  for (const status of Object.keys(after))
    if (!before[status]) at(`response ${status}`)('it is new', Number(status) < 400)
}

function compareHeaders(before: ResponseObject, after: ResponseObject, resolve: Resolvers, report: Report): void {
  for (const name of Object.keys({ ...before.headers, ...after.headers })) {
    const was = resolve.before(before.headers?.[name]) as HeaderObject | undefined
    const is = resolve.after(after.headers?.[name]) as HeaderObject | undefined
    if (!was || !is) {
      report(`header \`${name}\` ${is ? 'is new' : 'was removed'}`, !is)
      continue
    }
    if (was.required && !is.required) report(`header \`${name}\` is no longer required`, true)
    if (!was.required && is.required) report(`header \`${name}\` is required`, false)
    compareSchemas(was.schema, is.schema, name, 'got', resolve, report)
    compareRest(was, is, new Set(['required', 'schema']), report)
  }
}

function compareContents(
  before: Record<string, MediaType> = {},
  after: Record<string, MediaType> = {},
  direction: Direction,
  resolve: Resolvers,
  report: Report,
): void {
  for (const [media, was] of Object.entries(before)) {
    const is = after[media]
    if (!is) {
      report(`it is no longer ${media}`, true)
      continue
    }
    compareSchemas(was.schema, is.schema, 'body', direction, resolve, report)
    compareRest(was, is, new Set(['schema']), report)
  }
  for (const media of Object.keys(after)) if (!before[media]) report(`it may be ${media}`, direction === 'got')
}
