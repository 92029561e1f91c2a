import { describe, it } from 'vitest'
import { createSceyt, type Fetch, type Sceyt } from '../../src/index.js'
import { apiKey, newMessage, transports } from './calls.js'
import { type Behaviour, json, message, rawResponse, serveFault, user } from './servers.js'

const ids = Array.from({ length: 60 }, (_none, index) => String(index))

/** Responds with 429 to the first request of each call, and with a success to all others. */
const storm =
  (retryAfter: number): Behaviour =>
  (socket, { count, method }) =>
    socket.write(
      count <= ids.length
        ? rawResponse(429, { 'Retry-After': retryAfter })
        : rawResponse(200, json, JSON.stringify(method === 'GET' ? user : message)),
    )

const calls: [verb: string, call: (sceyt: Sceyt, id: string) => PromiseLike<unknown>, result: object][] = [
  ['GET', (sceyt, id) => sceyt.users.get(id), user],
  ['POST', (sceyt, id) => sceyt.messages.send(id, newMessage), message],
]

describe.concurrent.each(transports)('over %s', (_name, open) => {
  describe.each([0, 1])('after a storm of 429 with Retry-After: %i', (retryAfter) => {
    it.for(calls)(
      'every %s succeeds, in order, and the first one is sent alone',
      async ([_verb, call, result], { expect, onTestFinished }) => {
        const server = await serveFault(storm(retryAfter))
        const { fetch = globalThis.fetch, close } = open()
        onTestFinished(async () => {
          server.close()
          await close?.()
        })
        const wire: string[] = []
        const watched: Fetch = async (url, init) => {
          const id = url.split('/')[4]
          wire.push(`${id} sent`)
          const response = await fetch(url, init)
          wire.push(`${id} received`)
          return response
        }
        const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch: watched })
        expect(await Promise.all(ids.map((id) => call(sceyt, id)))).toEqual(ids.map(() => result))

        const retried = server.received.slice(ids.length).map(({ path }) => path.split('/')[2])
        // Each connection is its own, so a busy server may accept them in another order than they were sent in.
        expect(retried.toSorted((a, b) => Number(a) - Number(b))).toEqual(ids)
        const second = wire.lastIndexOf('0 sent')
        expect(wire.slice(0, second).filter((event) => event.endsWith('received'))).toHaveLength(ids.length)
        expect(wire.slice(second, second + 2)).toEqual(['0 sent', '0 received'])
        expect(wire.slice(second).filter((event) => event.endsWith('sent'))).toEqual(ids.map((id) => `${id} sent`))
        expect(server.received).toHaveLength(2 * ids.length)
      },
    )
  })
})
