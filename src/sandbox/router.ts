import { RegExpRouter } from 'hono/router/reg-exp-router'
import { listUsers, serverUrl } from '../../generated/operations.js'
import { type DescribedOperation, operations } from './described-operations.js'
import { percentDecode } from './percent-decode.js'
import { fail, Problem } from './problem.js'

/** The path of the API on any host: `/v1/{appId}`. */
export const basePath = serverUrl.replace(/^\w+:\/\/[^/]+/, '')

/** The operation that a request calls, and the parameters in its path. */
export interface Match {
  operation: DescribedOperation
  appId: string
  /** Path parameters, decoded; numbers where the OpenAPI document has integers. */
  path: Record<string, string | number>
  /** The base path as requested, percent-encoded. */
  base: string
}

type Methods = Map<string, Match['operation']>

const depth = basePath.split('/').length
const router = createRouter()

function createRouter(): RegExpRouter<Methods> {
  const paths = new Map<string, Methods>()
  for (const operation of operations) {
    const methods = paths.get(operation.path) ?? new Map()
    paths.set(operation.path, methods.set(operation.method, operation))
  }
  const created = new RegExpRouter<Methods>()
  for (const [path, methods] of paths) created.add('ALL', (basePath + path).replace(/\{(\w+)\}/g, ':$1'), methods)
  return created
}

/**
 * Finds the operation of a request.
 *
 * @param pathname - The path as requested, percent-encoded.
 * @throws Problem 400 if the path is malformed, 404 if it is not in the OpenAPI document, 405 if only the method is not.
 */
export function route(method: string, pathname: string): Match {
  percentDecode('path', pathname)
  const [[found] = [], stash] = router.match('ALL', pathname)
  if (!found)
    throw new Problem(
      404,
      `${method} ${pathname} is not in the OpenAPI document. The API is under ${basePath}/, for example ${basePath}${listUsers.path}.`,
    )
  const [methods, indices] = found
  const operation = methods.get(method)
  if (!operation) {
    const allowed = [...methods.keys()]
    throw new Problem(405, `${method} is not allowed on ${pathname}; use ${alternatives(allowed)}.`, {
      headers: { Allow: allowed.join(', ') },
    })
  }
  let appId = ''
  const path: Match['path'] = {}
  for (const name of Object.keys(indices)) {
    const value = percentDecode('path', stash?.[indices[name] as number] ?? '')
    if (name === 'appId') appId = value
    else path[name] = operation.pathParameters[name]?.type === 'integer' ? toInteger(name, value) : value
  }
  return { operation, appId, path, base: pathname.split('/', depth).join('/') }
}

/** Joins words to `GET, PUT or DELETE`. */
function alternatives(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' or ')
}

function toInteger(name: string, value: string): number {
  if (/^-?\d{1,15}$/.test(value)) return Number(value)
  fail('notNumber', { parameter: name, value })
}
