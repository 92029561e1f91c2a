import { createSceyt, type Fetch, type Sceyt, type SceytOptions } from '../../src/index.js'

export const apiKey = 'k3y-that-must-never-be-seen'

/** A call of `fetch`. */
export interface RecordedRequest {
  url: string
  init: RequestInit
  headers: Headers
}

/** Creates a client with the given `fetch`, and records the calls of it. */
export function recordingClient(respond: Fetch, options: SceytOptions = {}): { sceyt: Sceyt; sent: RecordedRequest[] } {
  const sent: RecordedRequest[] = []
  const sceyt = createSceyt({
    baseUrl: 'https://api.example.com/v1/app',
    apiKey,
    fetch: (url, init) => {
      sent.push({ url, init, headers: new Headers(init.headers) })
      return respond(url, init)
    },
    ...options,
  })
  return { sceyt, sent }
}

/** A `fetch` that calls each of these in turn, and then the last one again and again. */
export function inSequence(...fetches: Fetch[]): Fetch {
  let next = 0
  return (url, init) => (fetches[Math.min(next++, fetches.length - 1)] as Fetch)(url, init)
}

/** A `fetch` that never settles, and ignores its signal. */
export const hanging: Fetch = () => new Promise(() => {})

/** A `fetch` that never responds, and rejects when its signal is aborted. */
export const abortable: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

/** A `fetch` whose response body starts, never ends, and errors when the signal is aborted. */
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

/** A `fetch` that rejects as the one of Node does. */
export function failing(code: string, syscall = 'read'): Fetch {
  return () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) }),
    )
}

/** A `fetch` that responds with an error status. */
export function respondingWith(status: number, headers: Record<string, string> = {}): Fetch {
  return () => json({ code: status, type: 'Test', message: 'No' }, { status, headers })
}

/** A response with a JSON body. */
export function json(body: unknown, init: ResponseInit = {}): Promise<Response> {
  return Promise.resolve(
    new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } }),
  )
}

/** Returns the reason that a promise rejects with. */
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
