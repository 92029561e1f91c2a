import { Resources } from '../../generated/resources/index.js'
import { type Core, createCore } from './core.js'
import { resolveOptions, type SceytOptions } from './options.js'
import type { RawClient } from './raw.js'
import { warnOfShortKey } from './warn-of-short-key.js'

/**
 * A client of one application.
 *
 * @example
 * ```ts
 * const sceyt = createSceyt(sandbox.connection())
 * const zoe = await sceyt.users.create({ username: 'zoe', first_name: 'Zoe' })
 * console.log(zoe.first_name) // Zoe
 * ```
 */
export class Sceyt extends Resources {
  /**
   * openapi-fetch's client, typed by every path: `{ data, error, response }`, with the same auth, checks and encoding.
   *
   * @example
   * ```ts
   * const { data, error } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
   * console.log(data?.username ?? error?.message) // zoe
   * ```
   */
  readonly raw: RawClient
  /**
   * Base URL of the application, without the API key. It identifies the server and the application, for example in the name of a
   * bulk job.
   *
   * @example
   * ```ts
   * const sceyt = createSceyt({ apiUrl: 'us-ohio-api.sceyt.com', appId: '8lwox2ge93', apiKey: 'my-api-key' })
   * console.log(sceyt.baseUrl) // https://us-ohio-api.sceyt.com/v1/8lwox2ge93
   * ```
   */
  readonly baseUrl: string

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    super(core)
    this.raw = core.raw
    this.baseUrl = core.baseUrl
  }
}

/**
 * Creates a client. It sends nothing until it is used.
 *
 * @param options - The API host, the application and the key, by default from `SCEYT_API_URL`, `SCEYT_APP_ID` and
 * `SCEYT_API_KEY`, and how to call.
 * @returns The client.
 * @throws InputError naming the option that is missing or not valid.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform'
 *
 * const sceyt = createSceyt({
 *   apiUrl: 'us-ohio-api.sceyt.com',
 *   appId: '8lwox2ge93',
 *   apiKey: process.env['SCEYT_API_KEY'],
 * })
 * ```
 */
export function createSceyt(options: SceytOptions = {}): Sceyt {
  const resolved = resolveOptions(options)
  warnOfShortKey(resolved)
  return new Sceyt(createCore(resolved))
}
