import { describe, expect, it, type TestContext } from 'vitest'
import { createSceyt } from '../../src/index.js'
import {
  apiKey,
  kindOf,
  newMessage,
  type Outcome,
  outcomeOf,
  type Transport,
  transports,
  type Verb,
  wayNames,
  ways,
} from './calls.js'
import {
  type Behaviour,
  type FaultyServer,
  faults,
  flood,
  good,
  json,
  leftovers,
  rawResponse,
  refuse,
  serveFault,
  user,
} from './servers.js'

/** A fault, the outcomes of a GET and a POST, and the number of requests of each. */
type Row = [fault: keyof typeof faults, get: string, post: string, gets: number, posts: number]

const noResponse = 'ConnectionError'
const cut = 'ResponseError 200, incomplete'
const wrong = 'ResponseError 200'
const write = (kind: string) => `${kind}, accepted`

const table: Row[] = [
  ['nothing', 'success', 'success', 1, 1],
  ['429 twice, Retry-After: 0', 'success', 'success', 3, 3],
  ['429 twice, Retry-After: a past date', 'success', 'success', 3, 3],
  ['429 once, Retry-After: the next second', 'success', 'success', 2, 2],
  ['429 always, Retry-After: 0', 'RateLimitError 429', 'RateLimitError 429', 3, 3],
  ['429, Retry-After: 61', 'RateLimitError 429', 'RateLimitError 429', 1, 1],
  ['503 twice, Retry-After: 0', 'success', 'ServerError 503', 3, 1],
  ['503 always, Retry-After: 0', 'ServerError 503', 'ServerError 503', 3, 1],
  ['408 twice, Retry-After: 0', 'success', 'ApiError 408', 3, 1],
  ['500 twice, Retry-After: 0', 'success', 'ServerError 500', 3, 1],
  ['500, cut off', 'ServerError 500', 'ServerError 500', 3, 1],
  ['501', 'ServerError 501', 'ServerError 501', 1, 1],
  ['400', 'BadRequestError 400', 'BadRequestError 400', 1, 1],
  ['502 in HTML', 'ServerError 502', 'ServerError 502', 3, 1],
  ['reset before a response', noResponse, noResponse, 3, 1],
  ['closed before a response', noResponse, noResponse, 3, 1],
  ['reset in the status line', noResponse, noResponse, 3, 1],
  ['closed in the headers', noResponse, noResponse, 3, 1],
  ['reset in the headers', noResponse, noResponse, 3, 1],
  ['not HTTP', noResponse, noResponse, 3, 1],
  ['endless headers', noResponse, noResponse, 3, 1],
  // undici closes the connection, since the request has no Expect header.
  ['100 Continue', noResponse, noResponse, 3, 1],
  ['103 Early Hints', 'success', 'success', 1, 1],
  ['HTTP/1.0, ended by the connection', 'success', 'success', 1, 1],
  ['hang before headers', 'TimeoutError of timeout in headers', 'TimeoutError of timeout in headers', 3, 1],
  ['hang in the headers', 'TimeoutError of timeout in headers', 'TimeoutError of timeout in headers', 3, 1],
  ['hang in the body', 'TimeoutError of timeout in body', 'TimeoutError of timeout in body', 3, 1],
  ['trickle', 'TimeoutError of timeout in body', 'TimeoutError of timeout in body', 3, 1],
  ['reset in the body', cut, write(cut), 3, 1],
  ['closed in the body', cut, write(cut), 3, 1],
  ['closed in a chunked body', cut, write(cut), 3, 1],
  ['gzip, closed in the body', cut, write(cut), 3, 1],
  ['gzip', 'success', 'success', 1, 1],
  ['gzip that is not gzip', cut, write(cut), 3, 1],
  ['JSON cut short', wrong, write(wrong), 1, 1],
  ['empty', wrong, write(wrong), 1, 1],
  ['HTML', wrong, write(wrong), 1, 1],
  ['null', wrong, write(wrong), 1, 1],
  ['a number', wrong, write(wrong), 1, 1],
  ['204', 'ResponseError 204', write('ResponseError 204'), 1, 1],
  ['ISO 8859-1', wrong, write(wrong), 1, 1],
]

/** Rows that differ. The global fetch does not report compressed data that ends early, so the client finds cut JSON. */
const differing: Record<string, Row[]> = {
  'the global fetch': [['gzip cut short', wrong, write(wrong), 1, 1]],
  'a pooled fetch': [['gzip cut short', cut, write(cut), 3, 1]],
}

/** Milliseconds, for a server that hangs: long enough for its headers on a busy machine. */
const timeout = 1_500
const hangs = (kind: string) => kind.startsWith('TimeoutError')

describe.concurrent.each(transports)('over %s', (over, open) => {
  const cleanUp = ({ onTestFinished }: TestContext, server: Pick<FaultyServer, 'close'>, transport: Transport) =>
    onTestFinished(async () => {
      server.close()
      await transport.close?.()
    })

  it.for([...table, ...(differing[over] ?? [])])(
    '%s: GET ends in %s, POST in %s',
    async ([fault, get, post, gets, posts], context) => {
      await each(['GET', 'POST'], async (verb, name) => {
        const [kind, requests] = verb === 'GET' ? [get, gets] : [post, posts]
        const server = await serveFault(faults[fault])
        const transport = open()
        cleanUp(context, server, transport)
        const outcome = await outcomeOf(ways[name][verb], server, transport, hangs(kind) ? { timeout } : {})
        const { expect } = context
        expect(outcome, `${verb} by ${name}`).toEqual(expected(name, kind, requests))
        expect(server.received.map(({ method, body }) => [method, body])).toEqual(
          Array(requests).fill([verb, verb === 'GET' ? '' : JSON.stringify(newMessage)]),
        )
        expect(server.begun()).toBe(requests)
        if (hangs(kind)) await server.abandoned()
      })
    },
  )

  it('a refused connection: GET and POST end in ConnectionError, unsent, after 3 attempts', async (context) => {
    await each(['GET', 'POST'], async (verb, name) => {
      const refusing = await refuse()
      const transport = open()
      cleanUp(context, refusing, transport)
      const outcome = await outcomeOf(ways[name][verb], refusing, transport)
      context.expect(outcome, `${verb} by ${name}`).toEqual(expected(name, 'ConnectionError, unsent', 3))
    })
  })

  it('an error of 100 MB: GET and POST read a little of it, and close the connection', async (context) => {
    await each(['GET', 'POST'], async (verb, name) => {
      const { expect } = context
      const { behave, written } = flood(100_000_000)
      const server = await serveFault(behave)
      const transport = open()
      cleanUp(context, server, transport)
      const outcome = await outcomeOf(ways[name][verb], server, transport)
      expect(outcome, `${verb} by ${name}`).toEqual(expected(name, 'BadRequestError 400', 1))
      expect(JSON.stringify(outcome.error).length).toBeLessThan(5_000)
      await server.abandoned()
      // The system buffers some megabytes, even if the client reads none.
      expect(written()).toBeLessThan(10_000_000)
      expect(server.received).toHaveLength(1)
    })
  })

  const deletions: [kind: string, behaviour: Behaviour, outcome: string, requests: number][] = [
    ['204', faults['204'], 'success with undefined', 1],
    ['an empty 200', faults['empty'], 'success with undefined', 1],
    ['a body', (socket) => socket.write(rawResponse(200, json, '{"deleted":true}')), 'success with undefined', 1],
    ['null', faults['null'], 'success with undefined', 1],
    ['HTML', faults['HTML'], 'ResponseError 200, accepted', 1],
    ['a body that is cut off', faults['closed in the body'], 'ResponseError 200, incomplete, accepted', 3],
    ['a redirect', (socket) => socket.write(rawResponse(307, { Location: '/elsewhere' })), 'RedirectError 307', 1],
  ]
  it.for(deletions)('a DELETE whose response is %s', async ([_kind, behave, kind, requests], context) => {
    await each(['DELETE'], async (verb, name) => {
      const server = await serveFault(behave)
      const transport = open()
      cleanUp(context, server, transport)
      context.expect(await outcomeOf(ways[name][verb], server, transport), name).toEqual(expected(name, kind, requests))
      context.expect(server.received).toHaveLength(requests)
    })
  })

  it.for(Object.keys(leftovers) as (keyof typeof leftovers)[])(
    '%s on a connection is not the response to the next call',
    async (kind, context) => {
      const server = await serveFault((socket, request) =>
        (request.count === 1 ? leftovers[kind] : good)(socket, request),
      )
      const transport = open()
      cleanUp(context, server, transport)
      const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch: transport.fetch })
      await sceyt.users.get('zoe').catch(kindOf)
      context.expect(await sceyt.users.get('zoe')).toEqual(user)
    },
  )
})

/** Makes a call with each verb in each way, all at once. */
async function each(
  verbs: readonly Verb[],
  attempt: (verb: Verb, name: keyof typeof ways) => Promise<void>,
): Promise<void> {
  await Promise.all(verbs.flatMap((verb) => wayNames.map((name) => attempt(verb, name))))
}

/** The expected outcome, without leaked listeners. Raw calls return the errors of a server, and do not count attempts. */
function expected(way: keyof typeof ways, kind: string, attempts: number): Outcome {
  const returned = kind.replace(/^(Api|BadRequest|RateLimit|Server)Error/, 'returned')
  const counted = way !== 'raw' || (returned === kind && !kind.startsWith('success'))
  return {
    kind: way === 'raw' ? returned : kind,
    attempts: counted ? attempts : undefined,
    listeners: 0,
    error: kind.startsWith('success') ? undefined : expect.anything(),
  }
}
