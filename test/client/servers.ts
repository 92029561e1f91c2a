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
    fetch: (input, init = {}) => {
      if (input instanceof Request) sent.push({ url: input.url, init, headers: input.headers })
      else sent.push({ url: input, init, headers: new Headers(init.headers) })
      return answer(input, init)
    },
    ...options,
  })
  return { sceyt, sent }
}

/** An answer as JSON. */
export function json(body: unknown, init: ResponseInit = {}): Promise<Response> {
  return Promise.resolve(new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } }))
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
