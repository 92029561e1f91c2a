import { transientStatuses } from '../../src/http/retry.js'
import type { Endpoint } from '../document.js'

/** States when the client retries a call that is not idempotent. */
export const retriesOfWrites = 'Retried only after a 429, or if nothing was sent.'

/** States when the client retries a call, and what a retried deletion may end with. */
export function describeRetries({ method, path, operation }: Pick<Endpoint, 'method' | 'path' | 'operation'>): string {
  if (!operation['x-idempotent']) return retriesOfWrites
  const statuses = `${transientStatuses.slice(0, -1).join(', ')} or ${transientStatuses.at(-1)}`
  const retries = `Retried after a ${statuses}, a timeout or a broken connection.`
  const deletesItself = method === 'delete' && path.endsWith('}')
  return deletesItself
    ? `${retries} If a retry ends with a NotFoundError, an earlier attempt may have deleted it.`
    : retries
}
