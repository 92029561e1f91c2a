import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createSceyt, type Fetch, type Sceyt, type SceytOptions } from '../../src/index.js'

export const apiKey = 'k3y-that-must-never-be-seen'

/** Serves on a free port until the test ends. */
export async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An address where nobody listens any more. */
export async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

/** What a `fetch` was called with. */
export interface Sent {
  url: string
  init: RequestInit
  headers: Headers
}

/** A client whose `fetch` is the given one, and a list of what it was called with. */
export function observe(answer: Fetch, options: SceytOptions = {}): { sceyt: Sceyt; sent: Sent[] } {
  const sent: Sent[] = []
  const sceyt = createSceyt({
    baseUrl: 'https://api.example.com/v1/app',
    apiKey,
    fetch: (url, init) => {
      sent.push({ url, init, headers: new Headers(init.headers) })
      return answer(url, init)
    },
    ...options,
  })
  return { sceyt, sent }
}

/** A `fetch` that answers in so many ways, one after the other; in the last one from then on. */
export function inTurn(...answers: Fetch[]): Fetch {
  let next = 0
  return (url, init) => (answers[Math.min(next++, answers.length - 1)] as Fetch)(url, init)
}

/** A `fetch` that never answers, and does not look at its signal. */
export const never: Fetch = () => new Promise(() => {})

/** A `fetch` that never answers, but ends with its signal. */
export const heeding: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

/** A `fetch` whose answer begins, never ends, and breaks off with its signal. */
export function stalling(status: number, start = ''): Fetch {
  return async (_url, { signal }) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(start))
        signal?.addEventListener('abort', () => controller.error(signal.reason))
      },
    })
    return new Response(body, { status })
  }
}

/** A `fetch` that fails as that of Node does. */
export function broken(code: string, syscall = 'read'): Fetch {
  return () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) }),
    )
}

/** A `fetch` that answers with an error. */
export function refusing(status: number, headers: Record<string, string> = {}): Fetch {
  return () => json({ code: status, type: 'Test', message: 'No' }, { status, headers })
}

/** An answer as JSON. */
export function json(body: unknown, init: ResponseInit = {}): Promise<Response> {
  return Promise.resolve(
    new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } }),
  )
}

/** What a promise fails with. */
export async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('The call succeeded.')
}

/** Every item of a list. `Array.fromAsync` is not in Node 20. */
export async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}
