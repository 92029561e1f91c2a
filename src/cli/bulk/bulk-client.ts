import { setFlagsFromString } from 'node:v8'
import { createSceyt, type Fetch, type RateLimiter, type Sceyt } from 'sceyt-platform'
import { limiter } from 'sceyt-platform/bulk'
import { operations } from '../../../generated/operations.js'
import { httpFetch } from '../../node/http-fetch.js'
import type { Operation } from '../../operation/operation.js'
import { type Ask, createAsk } from '../ask.js'
import { captureRequest } from '../capture-request.js'
import { methodOf } from '../method-of.js'
import { escapeControls } from '../output/escape-controls.js'
import { confirmWrite } from '../profiles/confirm-write.js'
import { resolveServer } from '../profiles/resolve-server.js'
import type { Server } from '../profiles/server.js'
import type { BulkOptions } from './bulk-options.js'

/** An operation whose path is the same in every request. */
const firstOperation = operations.find(({ method, path }) => method === 'GET' && !path.includes('{')) as Operation

/** The client of a bulk command. */
export interface BulkClient {
  sceyt: Sceyt
  /** The base URL, which also tells the journals of servers apart. */
  baseUrl: string
  limiter: RateLimiter
  /** Asks before writes to a production profile. */
  confirm(what: string): Promise<void>
  close(): Promise<void>
}

/**
 * Creates the client of a bulk command.
 *
 * @throws UsageError if there is no server or no key.
 */
export async function openBulkClient(options: BulkOptions): Promise<BulkClient> {
  // Nearly all that a job allocates is garbage soon: by default, the heap would double before it is collected.
  setFlagsFromString('--heap-growing-percent=20')
  const ask: Ask = createAsk(process.stdin, process.stderr)
  const server = await resolveServer({ profile: options.profile }, process.env, ask, { needsKey: true })
  const { timeout, maxRetries, yes, rate } = options
  const rateLimiter = limiter(rate === undefined ? {} : { rate })
  const log = (message: string) => console.error(escapeControls(message))
  // A sandbox has its own, and a proxy is known to the global one alone.
  const isOwn = server.options.fetch !== undefined || process.env['NODE_USE_ENV_PROXY'] !== undefined
  const connections = isOwn ? undefined : httpFetch()
  try {
    const sceyt = createSceyt({
      ...server.options,
      ...(connections && { fetch: connections as Fetch }),
      limiter: rateLimiter,
      // Pauses and retries are a part of the progress.
      logger: { error: log, warn: () => {}, info: () => {}, debug: () => {} },
      ...(timeout !== undefined && { timeout }),
      ...(maxRetries !== undefined && { maxRetries }),
    })
    return {
      sceyt,
      baseUrl: await baseUrlOf(server),
      limiter: rateLimiter,
      confirm: (what) => confirmWrite(server, what, yes === true, ask),
      close() {
        connections?.close()
        return server.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** Returns the base URL, which the client may have composed of a host and an application. */
async function baseUrlOf({ options }: Server): Promise<string> {
  const { url } = await captureRequest(options, (sceyt) => Promise.resolve(methodOf(sceyt, firstOperation.name)()))
  return url.slice(0, -firstOperation.path.length)
}
