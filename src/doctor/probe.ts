import { ApiError, createSceyt, type Fetch, InputError, type SceytOptions, TimeoutError } from 'sceyt-platform'
import { createRedact, type Redact } from '../errors/redact.js'
import type { Operation } from '../operation/operation.js'
import { showText } from './show-text.js'

/** The response to a read, or why there was none. */
export interface ProbeResponse {
  /** Undefined if there was no response. */
  status: number | undefined
  /** The body, if it is JSON. */
  json: unknown
  /** The response in a report: its status, or why there was none. */
  summary: string
  /** Why the response proves nothing, such as a rate limit. */
  failure?: string
}

/** The parameters of a read. */
export interface ProbeRequest {
  path?: Readonly<Record<string, unknown>> | undefined
  query?: Readonly<Record<string, unknown>> | undefined
  /** A query that is sent unchanged, even if the client would reject it. */
  rawQuery?: string | undefined
}

/** The limits and observers of a whole examination. */
export interface ExaminationOptions {
  /** Milliseconds that it may take. Default: `Infinity`. */
  totalTimeout?: number | undefined
  /** Stops it. */
  signal?: AbortSignal | undefined
  /** Called before each request, with its method and path template, such as `GET /users`. */
  onRequest?: ((request: string) => void) | undefined
  /** Called before a wait for a retry, with its milliseconds and the status of the response, if there was one. */
  onWait?: ((request: string, delay: number, status: number | undefined) => void) | undefined
}

/** What the probes of one examination share. */
interface ExaminationRecord {
  readonly started: number
  /** Every request that was sent, by method and path template. */
  readonly requests: string[]
  /** Host of the server, known from the first request. */
  server: string
}

/** As in the client. */
const maxBodyMiB = 16

/** The examination was stopped before its end. */
export class Stopped extends Error {}

/** Sends reads to a server through the client, and returns each response unchanged. It sends only GET. */
export class Probe {
  readonly #options: SceytOptions
  readonly #examination: ExaminationOptions
  readonly record: ExaminationRecord
  /** Replaces the API key in text from the server. */
  readonly redact: Redact

  /** @param origin - The probe that this one differs from in its options. Both belong to one examination. */
  constructor(options: SceytOptions, examination: ExaminationOptions = {}, origin?: Probe) {
    this.#options = options
    this.#examination = examination
    this.record = origin?.record ?? { started: performance.now(), requests: [], server: '' }
    this.redact = origin?.redact ?? (options.apiKey ? createRedact(options.apiKey, 1) : (text) => text)
  }

  /** Creates a probe that differs in some options, such as the key. */
  with(options: SceytOptions): Probe {
    return new Probe({ ...this.#options, ...options }, this.#examination, this)
  }

  /** Creates a probe that sends no key. */
  withoutKey(keyHeader: string): Probe {
    const send = this.#options.fetch ?? ((url, init) => fetch(url, init))
    return this.with({
      fetch: (url, init) => {
        const headers = new Headers(init.headers)
        headers.delete(keyHeader)
        return send(url, { ...init, headers })
      },
    })
  }

  /** @throws Stopped if the time limit of the examination is reached, or its signal is aborted. */
  async get(operation: Operation, { path, query, rawQuery }: ProbeRequest = {}): Promise<ProbeResponse> {
    const { totalTimeout = Infinity, signal, onRequest, onWait } = this.#examination
    const send: Fetch = this.#options.fetch ?? ((url, init) => fetch(url, init))
    const name = `GET ${operation.path}`
    let received: { status: number; text: string | undefined } | undefined
    let retryAfter: number | undefined
    const sceyt = createSceyt({
      ...this.#options,
      hooks: {
        onRetry: ({ delay, status }) => onWait?.(name, delay, status),
        onError({ error }) {
          if (error instanceof ApiError) retryAfter = error.retryAfter
        },
      },
      fetch: async (url, init) => {
        if (init.method !== 'GET') throw new Error('The doctor only reads.')
        this.record.requests.push(name)
        this.record.server ||= new URL(url).host
        received = undefined
        onRequest?.(name)
        const response = await send(url, init)
        const isFile = response.ok && operation.result === 'file'
        received = { status: response.status, text: isFile ? '' : await readText(response) }
        if (isFile) await response.body?.cancel()
        // The client rejects a success whose body has been read. Its error is ignored, since `received` has the response.
        return response
      },
    })
    const left = this.record.started + totalTimeout - performance.now()
    if (left <= 0) throw new Stopped(`the time limit of ${totalTimeout} ms was reached`)
    if (signal?.aborted) throw new Stopped('it was interrupted')
    const request = sceyt.raw.request as (method: string, path: string, init: object) => Promise<unknown>
    const querySerializer = rawQuery === undefined ? undefined : () => rawQuery
    const init = { params: { path, query }, parseAs: 'text', querySerializer, signal, totalTimeout: left }
    let problem = ''
    try {
      await request(operation.method, operation.path, init)
    } catch (error) {
      if (signal?.aborted) throw new Stopped('it was interrupted')
      if (error instanceof TimeoutError && error.limit === 'totalTimeout')
        throw new Stopped(`the time limit of ${totalTimeout} ms was reached`)
      // The message has the value, which belongs to the application.
      if (error instanceof InputError) {
        const failure = 'a value that the server gave cannot be sent'
        return { status: undefined, json: undefined, summary: `no request, since ${failure}`, failure }
      }
      problem = (error as Error).message
    }
    if (!received) {
      const summary = showText(this.redact(problem.replace(/\.$/, '')))
      return { status: undefined, json: undefined, summary, failure: 'no response was received' }
    }
    const { status, text } = received
    if (text === undefined) {
      const size = `larger than ${maxBodyMiB} MiB`
      return { status, json: undefined, summary: `${status}, but the body is ${size}`, failure: `a body is ${size}` }
    }
    const json = parse(text)
    const failure = failures[status]
    if (failure === undefined) return { status, json, summary: `${status}${json === undefined ? ', no JSON' : ''}` }
    const wait = retryAfter === undefined ? '' : `, and asks to wait ${Math.ceil(retryAfter / 1000)} s`
    return { status, json, summary: `${status}, since ${failure}${wait}`, failure }
  }
}

const unavailable = 'the server is not available'

/** Statuses that prove nothing about the API. */
const failures: Readonly<Record<number, string>> = {
  429: 'the server limits the rate of requests',
  502: unavailable,
  503: unavailable,
  504: unavailable,
}

/** Reads a body as text. Undefined if it is too large; the rest is then cancelled. */
async function readText({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBodyMiB * 2 ** 20) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
