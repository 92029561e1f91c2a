import { createSceyt, type Fetch, type SceytOptions } from 'sceyt-platform'
import type { Operation } from '../operation/operation.js'

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

/** Sends reads to a server through the client, and returns each response unchanged. It sends only GET. */
export class Probe {
  readonly #options: SceytOptions
  /** Every request that was sent, by method and path template. */
  readonly requests: string[]

  /** @param requests - The list that requests are added to, such as that of another probe. */
  constructor(options: SceytOptions, requests: string[] = []) {
    this.#options = options
    this.requests = requests
  }

  /** Creates a probe that differs in some options, such as the key. */
  with(options: SceytOptions): Probe {
    return new Probe({ ...this.#options, ...options }, this.requests)
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

  async get(operation: Operation, { path, query, rawQuery }: ProbeRequest = {}): Promise<ProbeResponse> {
    const send: Fetch = this.#options.fetch ?? ((url, init) => fetch(url, init))
    let received: { status: number; text: string } | undefined
    const sceyt = createSceyt({
      ...this.#options,
      fetch: async (url, init) => {
        if (init.method !== 'GET') throw new Error('The doctor only reads.')
        this.requests.push(`${init.method} ${operation.path}`)
        const response = await send(url, init)
        received = { status: response.status, text: await response.clone().text() }
        return response
      },
    })
    const request = sceyt.raw.request as (method: string, path: string, init: object) => Promise<unknown>
    const querySerializer = rawQuery === undefined ? undefined : () => rawQuery
    let problem = ''
    try {
      await request(operation.method, operation.path, { params: { path, query }, parseAs: 'text', querySerializer })
    } catch (error) {
      problem = (error as Error).message
    }
    const json = parse(received?.text)
    return {
      status: received?.status,
      json,
      summary: received ? `${received.status}${json === undefined ? ', no JSON' : ''}` : problem,
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
