import { RegExpRouter } from 'hono/router/reg-exp-router'
import { listUsers, operations, serverUrl } from '../../generated/operations.js'
import type { Operation } from '../operation/operation.js'
import { Problem } from './problem.js'
import type { OperationId } from './types.js'

/** Where the API lives on any host, such as `/v1/{appId}`. */
export const basePath = serverUrl.replace(/^\w+:\/\/[^/]+/, '')

/** An operation that a request leads to. */
export interface Match {
  operation: Operation & { id: OperationId }
  appId: string
  /** Values in the path, decoded; those that the document calls integers as numbers. */
  path: Record<string, string | number>
  /** The base path as it came. */
  base: string
}

type Methods = Map<string, Match['operation']>

const depth = basePath.split('/').length
const router = new RegExpRouter<Methods>()
const paths = new Map<string, Methods>()
for (const operation of operations as readonly Match['operation'][]) {
  const methods = paths.get(operation.path) ?? new Map()
  paths.set(operation.path, methods.set(operation.method, operation))
}
for (const [path, methods] of paths) router.add('ALL', (basePath + path).replace(/\{(\w+)\}/g, ':$1'), methods)

/**
 * Finds the operation of a request.
 *
 * @param pathname - As it came, percent-encoded.
 * @throws Problem 400 if it is malformed, 404 if nothing lives there, 405 if another method does.
 */
export function route(method: string, pathname: string): Match {
  decode(pathname)
  const [[found] = [], stash] = router.match('ALL', pathname)
  if (!found)
    throw new Problem(
      404,
      `Nothing lives at ${pathname}. The API is under ${basePath}/, for example ${basePath}${listUsers.path}.`,
    )
  const [methods, indices] = found
  const operation = methods.get(method)
  if (!operation) {
    const allowed = [...methods.keys()].join(', ')
    throw new Problem(405, `${method} is not allowed on ${pathname}; use ${allowed}.`, { headers: { Allow: allowed } })
  }
  let appId = ''
  const path: Match['path'] = {}
  for (const name in indices) {
    const value = decode(stash?.[indices[name] as number] ?? '')
    if (name === 'appId') appId = value
    else path[name] = operation.pathParameters[name]?.type === 'integer' ? toNumber(value) : value
  }
  return { operation, appId, path, base: pathname.split('/', depth).join('/') }
}

function decode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Problem(400, 'The path holds a % that is not followed by two hexadecimal digits of well-formed UTF-8.')
  }
}

function toNumber(value: string): number {
  if (/^-?\d{1,15}$/.test(value)) return Number(value)
  throw new Problem(404, `There is nothing with the number ${JSON.stringify(value)}.`)
}
