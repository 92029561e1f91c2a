import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import { readRangeOptions } from '../common/read-range-options.js'
import type { TokenPrivateKey } from '../token/keys.js'
import type { Fault } from './fault.js'
import type { SandboxFetch } from './fetch.js'
import type { PassThrough } from './pass-through.js'
import { quote } from './problem.js'
import type { SandboxRateLimit } from './rate-limit.js'
import type { Seed } from './state/seed.js'
import { checkUnknownFields, type UnknownFields } from './unknown-fields.js'

/** An application of the sandbox. */
export interface SandboxApp {
  /** Id of the application, as in the path of its requests. */
  appId: string
  /** The API key of the application. */
  apiKey: string
  /** The initial state. Default: the `seed` of the sandbox. */
  seed?: Seed | undefined
  /**
   * The private key that signs its tokens: what `createUserToken` of `sceyt-platform/token` accepts; a `CryptoKey` must be
   * extractable. Default: an RSA key of 2048 bits, generated on first use. No snapshot contains it.
   */
  privateKey?: TokenPrivateKey | undefined
}

/** Options of `sandbox.addApp`. */
export interface AddAppOptions {
  /** Unique id of the application. Default: a random one. */
  appId?: string | undefined
  /** Its API key. Default: a random one. */
  apiKey?: string | undefined
  /** The initial state, such as `{}` for none. Default: the `seed` of the sandbox. */
  seed?: Seed | undefined
}

/** Options of `createSandbox`. */
export interface SandboxOptions {
  /** The applications. Default: one application, `sandbox`, with the key `sandbox-key`. */
  apps?: readonly SandboxApp[] | undefined
  /** The initial state of applications without a seed of their own. Default: empty. */
  seed?: Seed | undefined
  /** The initial faults. Default: none. */
  faults?: readonly Fault[] | undefined
  /** A limit on the requests of each application. Default: no limit. */
  rateLimit?: SandboxRateLimit | undefined
  /** The most bytes that the body of a request may have. Default: 10 MiB. */
  maxBodyBytes?: number | undefined
  /**
   * Size limit of the state of all applications, in bytes: approximately its size as JSON, with the contents of files.
   * Requests and seeds that would exceed it are rejected. Default: 500 MiB, which can be loaded again from a file.
   */
  maxStateBytes?: number | undefined
  /**
   * Fields of a body, or parts of a form, that are not in the OpenAPI document: `accept` accepts them, since a server may support
   * more than the document lists. With `reject`, they are a 422, so that misspelt names are found. Default: `accept`.
   */
  unknownFields?: UnknownFields | undefined
  /**
   * Receives the requests that are not in the OpenAPI document, by their path or their method: a `fetch`, such as `replay(file)`
   * of `sceyt-platform/record`. Everything else is the sandbox's own: a user that it does not have is a 404. Faults and rate
   * limits do not apply. Default: such requests get a 404 or a 405.
   */
  passThrough?: PassThrough | undefined
}

/** Options of `sandbox.token`. */
export interface SandboxTokenOptions {
  /** Default: the first application. */
  appId?: string | undefined
  /** Lifetime in milliseconds: 600,000 (10 minutes) to 604,800,000 (7 days). Default: 6 hours. */
  expiresIn?: number | undefined
}

/** The state of every application, as JSON. */
export interface Snapshot {
  /** The state of each application, by its id. */
  apps: Record<string, Seed>
}

/** Options of `createSceyt` that call the sandbox in the same process. */
export interface SandboxConnection {
  /** A host that does not exist in DNS. */
  apiUrl: string
  /** Id of the application. */
  appId: string
  /** Its API key. */
  apiKey: string
  /** The sandbox in place of the network. */
  fetch: SandboxFetch
  /** Its key is not a secret, so that a page may use it. */
  allowBrowser: true
}

/** The options of a sandbox, with their defaults. */
export type CompleteOptions = Pick<SandboxOptions, Optional> &
  Required<{ [Name in keyof Omit<SandboxOptions, Optional>]: Exclude<SandboxOptions[Name], undefined> }>

/** The options without a default. */
type Optional = 'rateLimit' | 'passThrough'

type Name<Options> = keyof Options & string
const sandboxNames: readonly Name<SandboxOptions>[] = [
  'apps',
  'seed',
  'faults',
  'rateLimit',
  'maxBodyBytes',
  'maxStateBytes',
  'unknownFields',
  'passThrough',
]
const appNames: readonly Name<SandboxApp>[] = ['appId', 'apiKey', 'seed', 'privateKey']
const addAppNames: readonly Name<AddAppOptions>[] = ['appId', 'apiKey', 'seed']
const rateLimitNames: readonly Name<SandboxRateLimit>[] = ['requests', 'window']
const tokenNames: readonly Name<SandboxTokenOptions>[] = ['appId', 'expiresIn']

/** Copies the options, with their defaults. @throws RangeError naming the option that is not known. */
export function readSandboxOptions(given: SandboxOptions): CompleteOptions {
  const options = readRangeOptions('options', given, sandboxNames)
  const { seed = {}, rateLimit, maxBodyBytes = 10 * 1024 * 1024, maxStateBytes = 500 * 1024 * 1024 } = options
  const apps = copyArray('apps', options.apps)?.map((app, index) => readRangeOptions(`apps[${index}]`, app, appNames))
  const { unknownFields = 'accept', passThrough } = options
  checkUnknownFields(unknownFields)
  checkLimits({ maxBodyBytes, maxStateBytes })
  if (passThrough !== undefined && typeof passThrough !== 'function')
    throw new RangeError(
      `passThrough must be a function with the signature of the global fetch, got ${describe(passThrough)}.`,
    )
  return {
    apps: apps ?? [ownFields({ appId: 'sandbox', apiKey: 'sandbox-key' })],
    seed,
    faults: copyArray('faults', options.faults) ?? [],
    rateLimit: rateLimit && readRangeOptions('rateLimit', rateLimit, rateLimitNames),
    maxBodyBytes,
    maxStateBytes,
    unknownFields,
    passThrough,
  }
}

function copyArray<T>(name: string, given: readonly T[] | undefined): T[] | undefined {
  if (given === undefined) return undefined
  try {
    if (Array.isArray(given)) return [...given]
  } catch {
    // A proxy has thrown.
  }
  throw new RangeError(`${name} must be an array.`)
}

/** @throws RangeError naming the option that is not known. */
export function readSandboxTokenOptions(given: SandboxTokenOptions): SandboxTokenOptions {
  return readRangeOptions('options', given, tokenNames)
}

/** @throws RangeError naming the option that is not known. */
export function readAddAppOptions(given: AddAppOptions): AddAppOptions {
  return readRangeOptions('options', given, addAppNames)
}

/** @throws RangeError if the id, the key or the private key of an application is invalid. */
export function checkApp({ appId, apiKey, privateKey }: SandboxApp): void {
  if (typeof appId !== 'string' || !/^(?!\.\.?$)[\w.~-]+$/.test(appId))
    throw new RangeError(`appId must be letters, digits and -._~, got ${describe(appId)}.`)
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey))
    throw new RangeError(`The apiKey of the application ${quote(appId)} must be visible ASCII characters.`)
  if (privateKey !== undefined && !isKeyLike(privateKey))
    throw new RangeError(
      `The privateKey of the application ${quote(appId)} must be a PEM text, a JWK, a KeyObject or a CryptoKey.`,
    )
}

/** Checks a key quickly. Anything else about it is found on first use, since reading one is asynchronous. */
function isKeyLike(key: unknown): boolean {
  return typeof key === 'string' ? key.includes('-----BEGIN ') : typeof key === 'object' && key !== null
}

/** @throws RangeError if a limit is not a whole number, 1 or more. */
function checkLimits(limits: Readonly<Record<string, number>>): void {
  for (const [name, limit] of Object.entries(limits))
    if (!(Number.isInteger(limit) && limit > 0))
      throw new RangeError(`${name} must be a whole number, 1 or more, got ${String(limit)}.`)
}
