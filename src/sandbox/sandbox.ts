import { apiKeyHeader, type Operation } from '../../generated/operations.js'
import { encodePath } from '../encoding.js'
import { sleep } from '../timeout.js'
import { Clock } from './clock.js'
import { type Fault, Faults, faultProblem } from './faults.js'
import { createFetch, type SandboxFetch } from './fetch.js'
import { handlers } from './handlers.js'
import { Journal } from './journal.js'
import { Listeners } from './listeners.js'
import { type Answer, jsonAnswer, type Outcome, refusal } from './outcome.js'
import { cursorNames } from './paging.js'
import { errorBody, Problem } from './problem.js'
import { RateCounter, type RateLimit } from './rate-limit.js'
import { readBody, readQuery, type SandboxRequest } from './request.js'
import { basePath, type Match, route } from './router.js'
import { checkSeed, harvest, type Seed, SeedError, sow } from './seed.js'
import { AppState, quote, type StoredFile } from './state.js'
import type { Call, Cursor, Handler, OperationId } from './types.js'
import { answerViolation, checkInput } from './validation.js'

/** An application of the sandbox. */
export interface SandboxApp {
  appId: string
  apiKey: string
  /** What it starts with. Default: the `seed` of the sandbox. */
  seed?: Seed | undefined
}

export interface SandboxOptions {
  /** Default: one application, `sandbox`, with the key `sandbox-key`. */
  apps?: readonly SandboxApp[] | undefined
  /** What applications start with that have no seed of their own. Default: nothing. */
  seed?: Seed | undefined
  /** What goes wrong from the start. */
  faults?: readonly Fault[] | undefined
  /** Default: no limit. */
  rateLimit?: RateLimit | undefined
  /** Bytes that a body may have. Default: 10 MiB. */
  maxBodyBytes?: number | undefined
}

/** Everything that the applications hold, as JSON. */
export interface Snapshot {
  apps: Record<string, Seed>
}

/** What `createSceyt` needs to call the sandbox in the same process. */
export interface SandboxConnection {
  apiUrl: string
  appId: string
  apiKey: string
  fetch: SandboxFetch
}

interface App {
  readonly apiKey: string
  readonly seed: Seed
  state: AppState
  rate: RateCounter | undefined
}

/** A host that no name server knows. */
const apiUrl = 'https://sandbox.invalid'
const keyHeader = apiKeyHeader.toLowerCase()

/** The API, kept in memory. */
export class Sandbox {
  /** The whole API as a function with the signature of the global `fetch`. It may be called unbound. */
  readonly fetch: SandboxFetch = createFetch((request) => this.respond(request))
  /** The time in the sandbox. */
  readonly clock = new Clock()
  /** What goes wrong. */
  readonly faults = new Faults()
  /** The requests that came. */
  readonly journal = new Journal()
  readonly #apps = new Map<string, App>()
  readonly #listeners = new Listeners<void>()
  readonly #options: SandboxOptions
  readonly #maxBodyBytes: number

  /** @internal Use `createSandbox`. */
  constructor(options: SandboxOptions) {
    const { apps = [{ appId: 'sandbox', apiKey: 'sandbox-key' }], seed = {}, maxBodyBytes = 10 * 1024 * 1024 } = options
    this.#options = options
    this.#maxBodyBytes = maxBodyBytes
    if (apps.length === 0) throw new RangeError('A sandbox needs an application.')
    for (const { appId, apiKey, seed: own = seed } of apps) {
      if (!/^(?!\.\.?$)[\w.~-]+$/.test(appId) || !/^[\x21-\x7e]+$/.test(apiKey))
        throw new RangeError(`The application ${quote(appId)} needs an id that a URL can carry, and a key.`)
      if (this.#apps.has(appId)) throw new RangeError(`There are two applications ${quote(appId)}.`)
      checkSeed(own)
      this.#apps.set(appId, { apiKey, seed: structuredClone(own), state: this.#grow(appId, own), rate: undefined })
    }
    this.#begin()
  }

  /** Ids and keys of the applications. */
  get apps(): readonly Pick<SandboxApp, 'appId' | 'apiKey'>[] {
    return [...this.#apps].map(([appId, { apiKey }]) => ({ appId, apiKey }))
  }

  /**
   * What `createSceyt` needs to call this sandbox without a network.
   *
   * @param appId - Default: the first application.
   */
  connection(appId?: string): SandboxConnection {
    const [id, { apiKey }] = this.#app(appId)
    return { apiUrl, appId: id, apiKey, fetch: this.fetch }
  }

  /**
   * Where an application lives on any host, such as `/v1/sandbox`.
   *
   * @param appId - Default: the first application.
   */
  basePath(appId?: string): string {
    const [id] = this.#app(appId)
    return encodePath(basePath, { appId: id })
  }

  /** Puts everything back to how it was when the sandbox was made: state, clock, faults, limits and journal. */
  reset(): void {
    for (const [appId, app] of this.#apps) app.state = this.#grow(appId, app.seed)
    this.clock.run()
    this.journal.clear()
    this.#begin()
    this.#listeners.tell()
  }

  /**
   * Adds to what an application holds.
   *
   * @param appId - Default: the first application.
   * @throws SeedError naming what is wrong; nothing is then added.
   */
  seed(seed: Seed, appId?: string): void {
    checkSeed(seed)
    const [id, app] = this.#app(appId)
    const state = this.#grow(id, harvest(app.state))
    sow(seed, state)
    app.state = state
    this.#listeners.tell()
  }

  /** Writes down everything that the applications hold. */
  snapshot(): Snapshot {
    return { apps: Object.fromEntries([...this.#apps].map(([appId, { state }]) => [appId, harvest(state)])) }
  }

  /**
   * Puts back what was written down. An application that the snapshot does not name becomes empty.
   *
   * @throws SeedError naming what is wrong; everything then stays as it is.
   */
  restore(snapshot: Snapshot): void {
    const { apps } = (snapshot ?? {}) as Partial<Snapshot>
    if (typeof apps !== 'object' || apps === null) throw new SeedError('This is no snapshot: it has no `apps`.')
    for (const appId of Object.keys(apps)) if (!this.#apps.has(appId)) throw new SeedError(`There is no application ${quote(appId)} to restore.`)
    const states = [...this.#apps].map(([appId, app]) => {
      const seed: unknown = Object.hasOwn(apps, appId) ? apps[appId] : {}
      checkSeed(seed)
      return [app, this.#grow(appId, seed)] as const
    })
    for (const [app, state] of states) app.state = state
    this.#listeners.tell()
  }

  /**
   * Tells of each change of what the applications hold.
   *
   * @returns What stops it.
   */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  /** What `fetch` is made of, without the classes of the web: for servers. */
  async respond(request: SandboxRequest): Promise<Outcome> {
    const { method, pathname, search } = request
    const started = performance.now()
    const visit: Visit = { time: this.clock.timestamp(), match: undefined, body: undefined, problem: undefined }
    const outcome = await this.#answer(request, visit)
    this.journal.add({
      time: visit.time,
      method,
      url: search ? `${pathname}?${search}` : pathname,
      operation: visit.match?.operation.id,
      status: outcome.kind === 'answer' ? outcome.status : null,
      duration: Math.round((performance.now() - started) * 1000) / 1000,
      body: visit.body,
      problem: visit.problem,
    })
    return outcome
  }

  async #answer(request: SandboxRequest, visit: Visit): Promise<Outcome> {
    try {
      const match = route(request.method, request.pathname)
      visit.match = match
      const { latency, fault } = this.faults.befall(match.operation.id)
      if (latency > 0) await sleep(latency, request.signal ?? undefined).catch(leave)
      if (fault?.status !== undefined) {
        const problem = faultProblem(fault)
        visit.problem = problem.message
        return refusal(problem)
      }
      if (fault?.reset === 'before') return { kind: 'reset' }
      const answer = await this.#perform(request, match, visit)
      return fault?.reset ? { kind: 'reset' } : { ...answer, cut: fault?.cut === true }
    } catch (error) {
      if (error instanceof Left) throw error.reason
      const problem = error instanceof Problem ? error : new Problem(500, `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`)
      visit.problem = problem.message
      return refusal(problem)
    }
  }

  async #perform(request: SandboxRequest, match: Match, visit: Visit): Promise<Answer> {
    const { operation } = match
    let result: unknown
    let answer: Answer
    try {
      result = await this.#call(request, match, visit)
      answer = success(operation, result)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      visit.problem = error.message
      result = errorBody(error.status, error.message)
      answer = refusal(error)
    }
    const violation = answerViolation(operation.id, answer.status, result)
    if (violation) throw new Problem(500, `The sandbox broke the document: ${violation}`)
    if (answer.status < 300 && operation.method !== 'GET') this.#listeners.tell()
    return answer
  }

  async #call(request: SandboxRequest, { operation, appId, path, base }: Match, visit: Visit): Promise<unknown> {
    const app = this.#authenticate(request, appId)
    app.rate?.count()
    const query = readQuery(request.search, operation.query)
    if (operation.query) checkInput(operation.id, 'query', query)
    const body = await readBody(request, operation, this.#maxBodyBytes)
    visit.body = body?.text
    if (body) checkInput(operation.id, 'body', body.value)
    const cursor: Cursor = Object.fromEntries(cursorNames.map((name) => [name, query[name]]))
    const { origin, pathname } = request
    const call = { app: app.state, path, query, body: body?.value, cursor, url: origin + pathname, baseUrl: origin + base }
    return (handlers[operation.id] as Handler<OperationId>)(call as Call as never)
  }

  #authenticate(request: SandboxRequest, appId: string): App {
    const key = request.header(keyHeader)
    const app = this.#apps.get(appId)
    if (key && app?.apiKey === key) return app
    const known = [...this.#apps.values()].some(({ apiKey }) => apiKey === key)
    if (known) throw new Problem(403, `This API key is not for the application ${quote(appId)}.`)
    throw new Problem(401, key ? 'The API key is unknown.' : `The API key is missing: it is due in the header ${apiKeyHeader}.`)
  }

  #app(appId: string | undefined): [string, App] {
    const [entry] = appId === undefined ? this.#apps : [...this.#apps].filter(([id]) => id === appId)
    if (!entry) throw new RangeError(`There is no application ${quote(String(appId))}.`)
    return entry
  }

  #grow(appId: string, seed: Seed): AppState {
    const state = new AppState(appId, this.clock)
    sow(seed, state)
    return state
  }

  /** Sets what the options say of faults and limits. */
  #begin(): void {
    const { faults = [], rateLimit } = this.#options
    this.faults.clear()
    for (const fault of faults) this.faults.add(fault)
    for (const app of this.#apps.values()) app.rate = rateLimit && new RateCounter(rateLimit, this.clock)
  }
}

/** Whoever asked did not wait for the answer. */
class Left extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super()
    this.reason = reason
  }
}

function leave(reason: unknown): never {
  throw new Left(reason)
}

/** What is known of a request on its way. */
interface Visit {
  readonly time: string
  match: Match | undefined
  body: string | undefined
  problem: string | undefined
}

function success({ result }: Operation, value: unknown): Answer {
  if (result === 'none') return { kind: 'answer', status: 204, headers: {}, body: null, cut: false }
  if (result !== 'file') return jsonAnswer(200, value)
  // Whatever somebody uploaded, no browser is to run it.
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment', 'X-Content-Type-Options': 'nosniff' }
  return { kind: 'answer', status: 200, headers, body: (value as StoredFile).content, cut: false }
}
