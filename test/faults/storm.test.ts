import { describe, it } from 'vitest'
import { createSceyt, type Fetch, type Sceyt } from '../../src/index.js'
import { apiKey, newMessage, transports } from './calls.js'
import { answer, type Behaviour, json, message, serve, user } from './servers.js'

const crowd = Array.from({ length: 200 }, (_none, index) => String(index))

/** Turns a crowd away, and then lets everybody in. */
const storm =
  (retryAfter: number): Behaviour =>
  (socket, { count, method }) =>
    socket.write(
      count <= crowd.length
        ? answer(429, { 'Retry-After': retryAfter })
        : answer(200, json, JSON.stringify(method === 'GET' ? user : message)),
    )

const calls: [verb: string, call: (sceyt: Sceyt, id: string) => PromiseLike<unknown>, result: object][] = [
  ['GET', (sceyt, id) => sceyt.users.get(id), user],
  ['POST', (sceyt, id) => sceyt.messages.send(id, newMessage), message],
]

describe.each(transports)('over %s', (_name, open) => {
  describe.each([0, 1])('after a storm of 429 with Retry-After: %i', (retryAfter) => {
    it.for(calls)(
      'every %s gets through, in order, and the first one alone',
      async ([_verb, call, result], { expect, onTestFinished }) => {
        const server = await serve(storm(retryAfter))
        const { fetch = globalThis.fetch, close } = open()
        onTestFinished(async () => {
          server.close()
          await close?.()
        })
        const wire: string[] = []
        const watched: Fetch = async (url, init) => {
          const id = url.split('/')[4]
          wire.push(`${id} goes`)
          const response = await fetch(url, init)
          wire.push(`${id} is answered`)
          return response
        }
        const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch: watched })
        expect(await Promise.all(crowd.map((id) => call(sceyt, id)))).toEqual(crowd.map(() => result))

        const again = server.received.slice(crowd.length).map(({ path }) => path.split('/')[2])
        expect(again).toEqual(crowd)
        const second = wire.lastIndexOf('0 goes')
        expect(wire.slice(0, second).filter((event) => event.endsWith('answered'))).toHaveLength(crowd.length)
        expect(wire.slice(second, second + 2)).toEqual(['0 goes', '0 is answered'])
        expect(wire.slice(second).filter((event) => event.endsWith('goes'))).toEqual(crowd.map((id) => `${id} goes`))
        expect(server.received).toHaveLength(2 * crowd.length)
      },
    )
  })
})
