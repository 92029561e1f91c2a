import { createSceyt, type Fetch, type SceytOptions, TimeoutError } from 'sceyt-platform'
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

/** The examination was stopped before its end. */
export class Stopped extends Error {}

/** Sends reads to a server through the client, and returns each response unchanged. It sends only GET. */
export class Probe {
  readonly #options: SceytOptions
  readonly #examination: ExaminationOptions
  readonly #started: number
  /** Every request that was sent, by method and path template. */
  readonly requests: string[]
  /** Replaces the API key in text from the server. */
  readonly redact: Redact

  /** @param origin - The probe that this one differs from in its options. Both belong to one examination. */
  constructor(options: SceytOptions, examination: ExaminationOptions = {}, origin?: Probe) {
    this.#options = options
    this.#examination = examination
    this.#started = origin ? origin.#started : performance.now()
    this.requests = origin?.requests ?? []
    this.redact = origin?.redact ?? (options.apiKey ? createRedact(options.apiKey) : (text) => text)
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

  /** @throws Stopped if the time of the examination is up, or its signal is aborted. */
  async get(operation: Operation, { path, query, rawQuery }: ProbeRequest = {}): Promise<ProbeResponse> {
    const { totalTimeout = Infinity, signal, onRequest, onWait } = this.#examination
    const send: Fetch = this.#options.fetch ?? ((url, init) => fetch(url, init))
    const name = `GET ${operation.path}`
    let received: { status: number; text: string } | undefined
    const sceyt = createSceyt({
      ...this.#options,
      hooks: { onRetry: ({ delay, status }) => onWait?.(name, delay, status) },
      fetch: async (url, init) => {
        if (init.method !== 'GET') throw new Error('The doctor only reads.')
        this.requests.push(name)
        onRequest?.(name)
        const response = await send(url, init)
        received = { status: response.status, text: await response.clone().text() }
        return response
      },
    })
    const left = this.#started + totalTimeout - performance.now()
    if (left <= 0) throw new Stopped(`the time of ${totalTimeout} ms was up`)
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
        throw new Stopped(`the time of ${totalTimeout} ms was up`)
      problem = (error as Error).message
    }
    const json = parse(received?.text)
    return {
      status: received?.status,
      json,
      summary: received
        ? `${received.status}${json === undefined ? ', no JSON' : ''}`
        : showText(this.redact(problem.replace(/\.$/, ''))),
    }
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
