import { createSceyt, type Fetch, type SceytOptions } from 'sceyt-platform'
import type { Operation } from '../../generated/operations.js'

/** What a server answered, or why it did not. */
export interface Answer {
  /** Undefined if no answer came. */
  status: number | undefined
  /** The body, if it is JSON. */
  json: unknown
  /** What to call the answer in a report: its status, or why there is none. */
  summary: string
}

/** What is asked of an operation. */
export interface Question {
  path?: Readonly<Record<string, unknown>> | undefined
  query?: Readonly<Record<string, unknown>> | undefined
  /** A query as it is sent, which may be one that the client would refuse. */
  rawQuery?: string | undefined
}

/** Asks a server, by way of the client, and keeps what comes as it comes. It sends nothing but GET. */
export class Probe {
  readonly #options: SceytOptions
  /** Every request that was sent, by method and path template. */
  readonly asked: string[]

  /** @param asked - Where requests are noted; those of another probe, to count on. */
  constructor(options: SceytOptions, asked: string[] = []) {
    this.#options = options
    this.asked = asked
  }

  /** One that differs in some options, such as the key. */
  with(options: SceytOptions): Probe {
    return new Probe({ ...this.#options, ...options }, this.asked)
  }

  /** One that sends no key. */
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

  async ask(operation: Operation, { path, query, rawQuery }: Question = {}): Promise<Answer> {
    const send: Fetch = this.#options.fetch ?? ((url, init) => fetch(url, init))
    let seen: { status: number; text: string } | undefined
    const sceyt = createSceyt({
      ...this.#options,
      fetch: async (url, init) => {
        if (init.method !== 'GET') throw new Error('The doctor only reads.')
        this.asked.push(`${init.method} ${operation.path}`)
        const response = await send(url, init)
        seen = { status: response.status, text: await response.clone().text() }
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
    const json = parse(seen?.text)
    return { status: seen?.status, json, summary: seen ? `${seen.status}${json === undefined ? ', no JSON' : ''}` : problem }
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
