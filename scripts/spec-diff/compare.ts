import { type Endpoint, endpointsOf, type OpenApiDocument, type OperationObject, resolveIn } from '../document.js'
import { type Change, Changes, type Report } from './changes.js'
import { compareRest, prose } from './keywords.js'
import { compareOperations } from './operation.js'

/**
 * Compares two bundled documents, operation by operation.
 * Requests may only become less strict, and responses only stricter, except for new fields and new errors. Every other change breaks callers.
 *
 * @returns All changes, breaking ones first.
 * @throws Error if a document has a keyword that the comparison does not support.
 */
export function compareDocuments(before: OpenApiDocument, after: OpenApiDocument): Change[] {
  const changes = new Changes()
  const resolve = { before: resolveIn(before), after: resolveIn(after) }
  compareWhole(before, after, changes.at('every operation'))
  const [old, now] = [endpointsOf(before), endpointsOf(after)]
  const pairs = pairUp(old, now)
  for (const [was, is] of pairs) {
    const { operationId } = was.operation
    compareOperations(was, is, resolve, (place) => changes.at(operationId, place))
    compareSecurity(keysOf(before, was.operation), keysOf(after, is.operation), changes.at(operationId))
  }
  for (const was of old)
    if (!pairs.some(([paired]) => paired === was)) changes.at(was.operation.operationId)('it was removed', true)
  for (const is of now)
    if (!pairs.some(([, paired]) => paired === is)) changes.at(is.operation.operationId)('it is new', false)
  return changes.list()
}

/** Pairs operations by their id, or else by method and path. */
function pairUp(before: Endpoint[], after: Endpoint[]): [Endpoint, Endpoint][] {
  const ids = (endpoints: Endpoint[]) => new Set(endpoints.map(({ operation }) => operation.operationId))
  const [oldIds, newIds] = [ids(before), ids(after)]
  return before.flatMap((was): [Endpoint, Endpoint][] => {
    const kept = newIds.has(was.operation.operationId)
    const is = after.find(({ operation, method, path }) =>
      kept
        ? operation.operationId === was.operation.operationId
        : !oldIds.has(operation.operationId) && method === was.method && path === was.path,
    )
    return is ? [[was, is]] : []
  })
}

/** Compares everything outside the operations. */
function compareWhole(before: OpenApiDocument, after: OpenApiDocument, report: Report): void {
  if (JSON.stringify(before.servers) !== JSON.stringify(after.servers)) report('`servers` has changed', true)
  // Schemas have the names of types, in every client that is generated from the document.
  for (const name of Object.keys(before.components.schemas))
    if (!after.components.schemas[name]) report(`schema \`${name}\` was removed`, true)
  if (before.openapi !== after.openapi)
    report(`it is written in OpenAPI ${after.openapi}, and was in ${before.openapi}`, true)
  compareRest(
    before,
    after,
    new Set(['x-generated', 'openapi', 'info', 'servers', 'security', 'paths', 'components']),
    report,
  )
  compareRest(before.info, after.info, new Set(['version', 'license', 'contact', 'termsOfService']), report)
}

function compareSecurity(before: string[], after: string[], report: Report): void {
  for (const keys of before) if (!after.includes(keys)) report(`${keys} is no longer enough`, true)
  for (const keys of after) if (!before.includes(keys)) report(`${keys} is enough`, false)
}

/** Lists the ways to authenticate, as text: each of them is enough. */
function keysOf({ security = [], components }: OpenApiDocument, operation: OperationObject): string[] {
  const requirements = operation.security ?? security
  const describe = ([name, scopes]: [string, string[]]) => {
    const binding = Object.entries({ ...components.securitySchemes[name], scopes }).filter(
      ([keyword]) => !prose.has(keyword),
    )
    return binding
      .map(([keyword, value]) => `${keyword} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .sort()
      .join(', ')
  }
  return requirements.length === 0
    ? ['no key']
    : requirements.map((requirement) => Object.entries(requirement).map(describe).join(' and ') || 'no key')
}
