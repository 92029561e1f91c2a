import { createSceyt, type Fetch, type RateLimiter, type Sceyt } from 'sceyt-platform'
import { limiter } from 'sceyt-platform/bulk'
import { operations } from '../../../generated/operations.js'
import { httpFetch } from '../../node/http-fetch.js'
import type { Operation } from '../../operation/operation.js'
import { type Ask, createAsk } from '../ask.js'
import { captureRequest } from '../capture-request.js'
import { methodOf } from '../method-of.js'
import { printNote } from '../print-note.js'
import { confirmWrite } from '../profiles/confirm-write.js'
import { resolveServer } from '../profiles/resolve-server.js'
import type { Server } from '../profiles/server.js'
import type { BulkOptions } from './bulk-options.js'

/** An operation without path parameters: its URL contains the base URL. */
const firstOperation = operations.find(({ method, path }) => method === 'GET' && !path.includes('{')) as Operation

/** The client of a bulk command. */
export interface BulkClient {
  sceyt: Sceyt
  /** The base URL. Journals contain it, so that they are used for one server only. */
  baseUrl: string
  limiter: RateLimiter
  /** Asks for confirmation before writes to a production profile. */
  confirm(what: string): Promise<void>
  close(): Promise<void>
}

/**
 * Creates the client of a bulk command.
 *
 * @param limiterFor - Creates the limiter for a server. By default, one for this process.
 * @throws UsageError if there is no server or no key.
 */
export async function openBulkClient(
  options: BulkOptions,
  limiterFor: (baseUrl: string) => RateLimiter = () =>
    limiter(options.rate === undefined ? {} : { rate: options.rate }),
): Promise<BulkClient> {
  const ask: Ask = createAsk(process.stdin, process.stderr)
  const server = await resolveServer({ profile: options.profile }, process.env, ask, { needsKey: true })
  const { timeout, maxRetries, yes } = options
  // A sandbox has a fetch of its own, and only the global fetch supports the proxy of the environment.
  const keepsFetch = server.options.fetch !== undefined || usesEnvProxy()
  const connections = keepsFetch ? undefined : httpFetch()
  try {
    const baseUrl = await baseUrlOf(server)
    const rateLimiter = limiterFor(baseUrl)
    const sceyt = createSceyt({
      ...server.options,
      ...(connections && { fetch: connections as Fetch }),
      limiter: rateLimiter,
      // Warnings about rate limits and retries would break the progress line.
      logger: { error: printNote, warn: () => {}, info: () => {}, debug: () => {} },
      ...(timeout !== undefined && { timeout }),
      ...(maxRetries !== undefined && { maxRetries }),
    })
    return {
      sceyt,
      baseUrl,
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

/** Returns whether Node is configured to send requests through the proxy of the environment. */
function usesEnvProxy(): boolean {
  const { NODE_USE_ENV_PROXY: variable, NODE_OPTIONS = '' } = process.env
  return variable !== undefined || [NODE_OPTIONS, ...process.execArgv].some((text) => text.includes('--use-env-proxy'))
}

/** Returns the base URL, which the client may have composed of a host and an application. */
async function baseUrlOf({ options }: Server): Promise<string> {
  const { url } = await captureRequest(options, (sceyt) => Promise.resolve(methodOf(sceyt, firstOperation.name)()))
  return url.slice(0, -firstOperation.path.length)
}
