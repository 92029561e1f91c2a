import { encodePath } from '../operation/encode-url.js'
import type { UserToken } from '../token/create-token.js'
import type { Apps } from './apps.js'
import type { Changes } from './changes.js'
import type { SandboxFetch } from './fetch.js'
import { basePath } from './router.js'
import {
  type AddAppOptions,
  readAddAppOptions,
  readSandboxTokenOptions,
  type SandboxApp,
  type SandboxConnection,
  type SandboxTokenOptions,
} from './sandbox-options.js'

const apiUrl = 'https://sandbox.invalid'

/** The applications of a sandbox, and what a client needs to call them. */
export class SandboxApps {
  /** The API as a function with the signature of the global `fetch`. It may be called unbound. */
  readonly fetch: SandboxFetch
  readonly #apps: Apps
  readonly #changes: Changes

  /** @internal */
  constructor(apps: Apps, changes: Changes, fetch: SandboxFetch) {
    this.#apps = apps
    this.#changes = changes
    this.fetch = fetch
  }

  /** Ids and keys of the applications. */
  get apps(): readonly Pick<SandboxApp, 'appId' | 'apiKey'>[] {
    return [...this.#apps.byId].map(([appId, { apiKey }]) => ({ appId, apiKey }))
  }

  /**
   * Adds an application, for example for each worker of a test run. It shares no data with others.
   *
   * @param options - Id, key and initial state. Default: a random id and key, and the `seed` of the sandbox.
   * @returns The id and the key.
   * @throws RangeError if the id is taken or invalid, or if there are 1,000 applications.
   * @throws SeedError naming what is invalid in the seed. Nothing is then added.
   *
   * @example
   * ```ts
   * const { appId } = sandbox.addApp({ seed: { users: [{ username: 'zoe' }] } })
   * const sceyt = createSceyt(sandbox.connection(appId))
   * console.log((await sceyt.users.get('zoe')).username) // zoe
   * ```
   */
  addApp(options: AddAppOptions = {}): Pick<SandboxApp, 'appId' | 'apiKey'> {
    const added = this.#apps.complete(readAddAppOptions(options))
    this.#changes.make({ add: added }, () => this.#apps.add(added))
    const { appId, apiKey } = added
    return { appId, apiKey }
  }

  /**
   * Removes an application that was added. Requests with its key then fail, also those in flight.
   *
   * @throws RangeError if there is no such application, or if it is in the options of the sandbox.
   *
   * @example
   * ```ts
   * const { appId } = sandbox.addApp()
   * sandbox.removeApp(appId)
   * console.log(sandbox.apps.length) // 1
   * ```
   */
  removeApp(appId: string): void {
    this.#apps.checkRemovable(appId)
    this.#changes.make({ remove: appId }, () => this.#apps.remove(appId))
  }

  /**
   * Returns the options with which `createSceyt` calls this sandbox without a network.
   *
   * @param appId - Default: the first application.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * const sceyt = createSceyt(createSandbox().connection())
   * console.log((await sceyt.users.create({ username: 'zoe' })).username) // zoe
   * ```
   */
  connection(appId?: string): SandboxConnection {
    const [id, { apiKey }] = this.#apps.get(appId)
    return { apiUrl, appId: id, apiKey, fetch: this.fetch, allowBrowser: true }
  }

  /**
   * Returns the base path of an application, such as `/v1/sandbox`.
   *
   * @param appId - Default: the first application.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * console.log(createSandbox({ apps: [{ appId: 'shop', apiKey: 'key-1' }] }).basePath()) // /v1/shop
   * ```
   */
  basePath(appId?: string): string {
    const [id] = this.#apps.get(appId)
    return encodePath(basePath, { appId: id })
  }

  /**
   * Creates an access token for a user, as a back end does with `createUserToken` of `sceyt-platform/token`: signed with the
   * application's private key, for the application's id, on the sandbox's clock. The public key is the `public_key` of
   * `application.get()`.
   *
   * @param username - A user of the application.
   * @param options - The application, and the lifetime in milliseconds.
   * @returns The token, and when it expires.
   * @throws RangeError if there is no such application or user, or if the seed has a `public_key` that no private key matches.
   * @throws InputError if the lifetime or the private key cannot be used.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   * import { verifyUserToken } from 'sceyt-platform/token'
   *
   * const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
   * const { token } = await sandbox.token('zoe')
   *
   * const { public_key: publicKey = '' } = await createSceyt(sandbox.connection()).application.get()
   * console.log((await verifyUserToken(token, { publicKey })).username) // zoe
   * ```
   */
  async token(username: string, options: SandboxTokenOptions = {}): Promise<UserToken> {
    return this.#apps.createToken(username, readSandboxTokenOptions(options))
  }
}
