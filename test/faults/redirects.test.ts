import { describe, it } from 'vitest'
import { apiKey, outcomeOf, type Transport, transports, type Verb, wayNames, ways } from './calls.js'
import { type FaultyServer, good, rawResponse, serveFault } from './servers.js'

const statuses = [301, 302, 303, 307, 308]
const places: [
  place: string,
  location: (here: string, elsewhere: string) => string,
  shown: (here: string, elsewhere: string) => string,
][] = [
  [
    'another origin',
    (_here, elsewhere) => `${elsewhere}/users/zoe?token=1#f`,
    (_here, elsewhere) => `${elsewhere}/users/zoe`,
  ],
  [
    'another origin without its scheme',
    (_here, elsewhere) => elsewhere.slice('http:'.length),
    (_here, elsewhere) => elsewhere.slice('http:'.length),
  ],
  ['the same origin', (here) => `${here}/users/other`, (here) => `${here}/users/other`],
  ['a path', () => '/users/other?token=1', () => '/users/other'],
]

describe.concurrent.each(transports)('over %s', (_name, open) => {
  const redirects = places.flatMap(([place, location, shown]) =>
    statuses.map((status) => ({ status, place, location, shown })),
  )

  it.for(redirects)(
    '$status to $place is not followed',
    async ({ status, location, shown }, { expect, onTestFinished }) => {
      for (const verb of ['GET', 'POST', 'DELETE'] satisfies Verb[]) {
        for (const name of wayNames) {
          const elsewhere = await serveFault(good)
          const server: FaultyServer = await serveFault((socket) =>
            socket.write(rawResponse(status, { Location: location(server.origin, elsewhere.origin) }, 'Moved')),
          )
          const transport = open()
          onTestFinished(() => release(transport, server, elsewhere))
          const { kind, error } = await outcomeOf(ways[name][verb], server, transport)
          expect(kind, `${verb} by ${name}`).toBe(`RedirectError ${status}`)
          expect(error).toMatchObject({ location: shown(server.origin, elsewhere.origin), attempts: 1 })
          expect(server.received).toHaveLength(1)
          expect(elsewhere.begun()).toBe(0)
        }
      }
    },
  )

  it.for(statuses)('%i from https to plain http is not followed', async (status, { expect, onTestFinished }) => {
    const elsewhere = await serveFault(good)
    const server = await serveFault((socket) => socket.write(rawResponse(status, { Location: elsewhere.origin })))
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(() => release({ close }, server, elsewhere))
    const secure = 'https://api.example.com'
    // As a proxy that terminates TLS would do.
    const proxied: Transport = { fetch: (url, init) => fetch(url.replace(secure, server.origin), init) }
    for (const verb of ['GET', 'POST'] satisfies Verb[]) {
      for (const name of wayNames) {
        expect((await outcomeOf(ways[name][verb], { origin: secure }, proxied)).kind, `${verb} by ${name}`).toBe(
          `RedirectError ${status}`,
        )
      }
    }
    expect(server.received).toHaveLength(2 * wayNames.length)
    expect(server.received.every(({ headers }) => headers['platform-api-key'] === apiKey)).toBe(true)
    expect(elsewhere.begun()).toBe(0)
  })
})

async function release({ close }: Pick<Transport, 'close'>, ...servers: Pick<FaultyServer, 'close'>[]): Promise<void> {
  for (const server of servers) server.close()
  await close?.()
}
