import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from '../../../scripts/document.js'
import { encodePath } from '../../../src/operation/encode-url.js'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { pair } from '../../token/pair.js'
import { worldOf } from '../world.js'
import { type Expected, Model, type ModelRequest, type Received, readLink } from './model.js'
import type { State } from './places.js'
import { isError } from './rules.js'

const sandbox = createSandbox({
  apps: [{ appId: 'sandbox', apiKey: 'sandbox-key', privateKey: pair.privateKey }],
  seed: worldOf(''),
})
const base = `${sandbox.connection().apiUrl}${sandbox.basePath()}`
const start = sandbox.snapshot()
const first = Date.UTC(2030, 0)

/** The sandbox and the model, in the same state, and what was sent to both. */
export class Pair {
  readonly #model: Model
  readonly #sent: string[] = []
  /** The state before the last request. */
  #before: State

  /** Starts both in the world of `world.ts`. Only one pair is in use at a time. */
  constructor() {
    sandbox.restore(start)
    sandbox.clock.set(first)
    this.#before = stateOf(sandbox)
    this.#model = new Model(this.#before)
  }

  get state(): State {
    return this.#model.state
  }

  /**
   * Sends a request to both.
   *
   * @throws Error if the responses or the states differ, with every request so far.
   */
  async send(request: ModelRequest): Promise<Received> {
    const { endpoint, path, query, headers, body } = request
    sandbox.clock.advance(1000)
    const method = endpoint.method.toUpperCase()
    const place = `${encodePath(endpoint.path, path)}${query && `?${query}`}`
    this.#sent.push(`${method} ${place}${body === undefined ? '' : ` ${body}`}`)
    const init = { method, headers, ...(body !== undefined && { body }) }
    const received = await read(await sandbox.fetch(base + place, init))
    const expected = this.#model.handle(request, received, sandbox.clock.timestamp())
    if (!agrees(endpoint, expected, received)) this.#fail('response', expected, received)
    // A read that changes the state is noticed by the next write, or at the end.
    if (endpoint.method !== 'get') this.checkState()
    return received
  }

  /** @throws Error if the states differ. */
  checkState(): void {
    const state = stateOf(sandbox)
    if (!isDeepStrictEqual(state, this.#model.state))
      this.#fail('change of the state', changesOf(this.#before, this.#model.state), changesOf(this.#before, state))
    this.#before = state
  }

  #fail(what: string, expected: unknown, received: unknown): never {
    throw new Error(
      [
        `The ${what} of the sandbox is not what the model expects after:`,
        ...this.#sent.map((line) => `  ${line}`),
        `Expected ${what}: ${JSON.stringify(expected)}`,
        `Received ${what}: ${JSON.stringify(received)}`,
      ].join('\n'),
    )
  }
}

function agrees(endpoint: Endpoint, expected: Expected, received: Received): boolean {
  if (!('problems' in expected)) return isDeepStrictEqual(withLinks(received), expected)
  return expected.problems.some(
    (problem) => problem.status === received.status && isError(problem, endpoint, received.body),
  )
}

async function read(response: Response): Promise<Received> {
  const { status } = response
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.length === 0) return { status, body: undefined }
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status, body: isJson ? JSON.parse(bytes.toString()) : bytes.toString('base64') }
}

/** Reads the links of a page, so that they can be compared without their cursors. */
function withLinks({ status, body }: Received): Received {
  const links = (body as { links?: Record<string, unknown> } | null | undefined)?.links
  if (!links) return { status, body }
  const read = Object.fromEntries(Object.entries(links).map(([name, link]) => [name, readLink(link)]))
  return { status, body: { ...(body as object), links: read } }
}

/** Returns the state of the sandbox as the model has it: no request shows the media type of a file, the last ids and places. */
function stateOf(sandbox: Sandbox): State {
  const {
    files = [],
    channels = [],
    lastIds: _ids,
    places: _places,
    ...state
  } = sandbox.snapshot().apps['sandbox'] ?? {}
  return {
    ...state,
    channels: channels.map(({ places: _, ...channel }) => channel),
    files: files.map(({ type: _, ...file }) => file),
  } as unknown as State
}

/** Returns the parts of a state that are not as before, by their paths. */
function changesOf(before: unknown, after: unknown, path = ''): Record<string, unknown> {
  if (isDeepStrictEqual(before, after)) return {}
  const isOpen = (value: unknown): value is object => typeof value === 'object' && value !== null
  if (!isOpen(before) || !isOpen(after) || Array.isArray(before) !== Array.isArray(after))
    return { [path]: after ?? null }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.assign(
    {},
    ...[...keys].map((key) => changesOf(Reflect.get(before, key), Reflect.get(after, key), `${path}/${key}`)),
  )
}
