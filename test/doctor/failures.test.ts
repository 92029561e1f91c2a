import type { ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DocumentFacts, readFacts } from '../../src/doctor/document-facts.js'
import { type Examination, examine } from '../../src/doctor/examine.js'
import { printReport } from '../../src/doctor/print-report.js'
import type { Fetch } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { serve } from '../lib/serve.js'
import { pair } from '../token/pair.js'

const header = 'Platform-Api-Key'
let facts: DocumentFacts

beforeAll(async () => {
  facts = await readFacts()
})

type Respond = (url: URL, headers: Headers) => Response | Promise<Response> | undefined

/** Examines a server that is the sandbox, except where a response is given. */
async function examineServer(respond: Respond, apiKey = 'k3y-that-must-never-be-seen'): Promise<Examination> {
  const connection = createSandbox({
    apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }],
    seed: demo,
  }).connection()
  const fetch: Fetch = async (text, init) =>
    (await respond(new URL(text), new Headers(init.headers))) ?? connection.fetch(text, init)
  const options = { ...connection, fetch, maxRetries: 0, logLevel: 'silent' as const }
  return examine(facts, options, { header, value: apiKey })
}

function print({ findings, accepted, unexamined }: Examination): string {
  return printReport(findings, { server: 's', client: 'c', accepted, requests: 1, writes: [], unexamined })
}

function find({ findings }: Examination, name: string) {
  return findings.find(({ fact }) => fact === name)
}

/** Returns the requests to roles, once the key has been checked by then. */
function rolesOf(respond: () => Response | Promise<Response>): Respond {
  return ({ pathname }) => (pathname.endsWith('/roles') ? respond() : undefined)
}

const later = { status: 503, headers: { 'retry-after': '3600' } }
const isDiffering = ({ verdict }: Examination['findings'][number]) => verdict === 'differs'

describe('a value of the application', () => {
  it.each<[string, unknown]>([
    ['a text for a number', 'SECRET ROLE'],
    ['an object', { toString: 'SECRET ROLE' }],
    ['a number with a fraction', 70718.5],
  ])('is not in the report if it is %s and cannot be sent', async (_name, id) => {
    const examination = await examineServer(rolesOf(() => Response.json([{ id }])))
    expect(find(examination, 'GET /roles/{roleId}')?.verdict).toBe('not seen')
    expect(print(examination)).not.toMatch(/SECRET ROLE|70718/)
  })

  it('is not in the report if the link to the next page cannot be sent', async () => {
    const examination = await examineServer(({ pathname, searchParams }) =>
      pathname.endsWith('/users') && searchParams.get('limit') === '1'
        ? Response.json({ users: [{ username: 'zoe' }], total_count: 2, links: { next: '?limit=SECRET\ud800' } })
        : undefined,
    )
    expect(find(examination, 'GET /users: the next page')?.verdict).not.toBe('holds')
    expect(print(examination)).not.toContain('SECRET')
  })
})

describe('a body', () => {
  /** Sends a body that ends only with the connection, and counts its bytes. */
  function sendEndless(response: ServerResponse, sent: { bytes: number }): void {
    const chunk = `"${'x'.repeat(65_530)}",\n`
    const write = () => {
      while (!response.destroyed && response.write(chunk)) sent.bytes += chunk.length
    }
    response.on('drain', write)
    response.writeHead(200, { 'content-type': 'application/json' }).write('[')
    write()
  }

  it('without an end is read up to 16 MiB', { timeout: 30_000 }, async () => {
    const sent = { bytes: 0 }
    let requests = 0
    const { origin } = await serve((_request, response) => {
      requests++
      sendEndless(response, sent)
    })
    const options = { baseUrl: origin, apiKey: 'a-key-of-a-server', maxRetries: 0, timeout: 20_000 }
    const examination = await examine(facts, options, { header, value: options.apiKey }, { totalTimeout: 20_000 })
    expect(find(examination, 'GET /roles')).toMatchObject({
      verdict: 'not seen',
      received: '200, but the body is larger than 16 MiB',
    })
    expect(examination.unexamined?.why).toContain('a body is larger than 16 MiB')
    expect(sent.bytes / requests).toBeLessThan(2 ** 25)
  })

  it('that is large only after decompression is read up to 16 MiB', async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 27, ' '))
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    const examination = await examineServer(rolesOf(() => fetch(origin)))
    expect(find(examination, 'GET /roles')?.received).toBe('200, but the body is larger than 16 MiB')
    expect(examination.findings.filter(isDiffering)).toEqual([])
  })

  it('of a file is not read', async () => {
    const isFile = (pathname: string) => pathname.includes('/files/')
    const endless = () => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(2 ** 20)) }))
    const examination = await examineServer(({ pathname }) => (isFile(pathname) ? endless() : undefined))
    expect(examination.findings.filter(({ received }) => received.includes('16 MiB'))).toEqual([])
  })

  it('with 50000 undocumented fields takes time in proportion to them', { timeout: 120_000 }, async () => {
    const examineFields = async (count: number) => {
      const fields = Object.fromEntries(Array.from({ length: count }, (_, index) => [`unknown_field_${index}a`, index]))
      const text = JSON.stringify({ ...fields, users: [], total_count: 0 })
      const started = performance.now()
      const examination = await examineServer(({ pathname }) =>
        pathname.endsWith('/users') ? new Response(text) : undefined,
      )
      expect(find(examination, 'GET /users: undocumented fields')?.received).toMatch(
        new RegExp(`^/unknown_field_0a; .*; and ${count - 6} more$`),
      )
      return performance.now() - started
    }
    await examineFields(1_000)
    const few = await examineFields(5_000)
    // Ten times as many would take a hundred times as long if each were compared with the others.
    expect((await examineFields(50_000)) / few).toBeLessThan(50)
  })
})

describe('a response that proves nothing', () => {
  it.each<[string, () => Response | Promise<Response>, received: RegExp, why: string]>([
    ['a reset', () => Promise.reject(new Error('ECONNRESET')), /no response: ECONNRESET/, 'no response was received'],
    [
      'a truncated body',
      () => new Response(new ReadableStream({ pull: (to) => to.error(new Error('cut')) })),
      /no response: cut/,
      'no response was received',
    ],
    ['a 502', () => new Response('<p>', { status: 502 }), /^502, since/, 'the server is not available'],
    [
      'a 503',
      () => new Response('{}', later),
      /^503, since .*, and asks to wait 3600 s$/,
      'the server is not available',
    ],
    ['a 504', () => new Response('', { status: 504 }), /^504, since/, 'the server is not available'],
    ['a 429', () => new Response('', { status: 429 }), /^429, since/, 'the server limits the rate of requests'],
  ])('is not a difference: %s', async (_name, respond, received, why) => {
    const examination = await examineServer(rolesOf(respond))
    const finding = find(examination, 'GET /roles')
    expect(finding).toMatchObject({ verdict: 'not seen', received: expect.stringMatching(received) })
    const bodies = examination.findings.filter(isDiffering).map(({ fact }) => fact)
    expect(bodies).toEqual([])
    expect(examination.unexamined).toEqual({ why, parts: ['GET /roles'] })
  })

  it('is not a difference, whichever request gets it', async () => {
    const { requests } = await examineServer(() => undefined)
    for (let first = 12; first < requests.length; first += 6) {
      let count = 0
      const examination = await examineServer(() =>
        ++count >= first ? Promise.reject(new Error('ECONNRESET')) : undefined,
      )
      expect(examination.findings.filter(isDiffering)).toEqual([])
      expect(examination.unexamined?.why).toBe('no response was received')
    }
  })

  it('does not have the status of the attempt before', async () => {
    const connection = createSandbox({ apps: [{ appId: 'app', apiKey: 'a-key-of-a-server' }], seed: demo }).connection()
    let count = 0
    const fetch: Fetch = async (url, init) => {
      if (!url.endsWith('/roles')) return connection.fetch(url, init)
      if (++count % 2 === 0) throw new Error('ECONNRESET')
      return new Response('', { status: 500, headers: { 'retry-after': '0' } })
    }
    const options = { ...connection, fetch, maxRetries: 1 }
    const examination = await examine(facts, options, { header, value: 'a-key-of-a-server' })
    expect(find(examination, 'GET /roles')).toMatchObject({
      verdict: 'not seen',
      received: expect.stringContaining('ECONNRESET'),
    })
  })
})

describe('a server that could not be examined', () => {
  it.each<[string, () => Response, message: string]>([
    [
      'limits the rate',
      () => new Response('{}', { status: 429, headers: { 'retry-after': '3600' } }),
      '429, since the server limits the rate of requests, and asks to wait 3600 s. Try again later.',
    ],
    ['is down', () => new Response('<p>', { status: 503 }), '503, since the server is not available. Try again later.'],
    ['fails', () => new Response('{}', { status: 500 }), '500. Try again later.'],
    ['is another one', () => new Response('<p>', { status: 404 }), '404, no JSON. Check the address.'],
  ])('is described with what to do if it %s', async (_name, respond, message) => {
    await expect(examineServer(respond)).rejects.toThrow(`The server could not be examined: ${message}`)
  })

  it('gets no further request after a 429', async () => {
    let count = 0
    const examination = examineServer(() => {
      count++
      return new Response('{}', { status: 429 })
    })
    await expect(examination).rejects.toThrow('429')
    expect(count).toBe(1)
  })

  it('is not said to reject the key if it limits the rate meanwhile', async () => {
    let count = 0
    const examination = examineServer(() => new Response('{}', { status: ++count > 3 ? 429 : 401 }))
    await expect(examination).rejects.toThrow(/^The server could not be examined: 429, .* Try again later\.$/)
  })
})

describe('a key of fewer than 8 characters', () => {
  it.each(['abc123', 'x'])('is not in the report: %s', async (key) => {
    const own = key.replace('Bearer ', '')
    const examination = await examineServer(({ pathname }, headers) => {
      if (headers.get(header) !== key || pathname.includes('/files/')) return undefined
      return pathname.endsWith('/roles') ? Response.json([{ [own]: 1, [`a_${own}`]: 1 }]) : undefined
    }, key)
    const { received } = find(examination, 'GET /roles: undocumented fields') ?? {}
    expect(received).toContain('[redacted]')
    expect(received?.replaceAll('[redacted]', '')).not.toContain(own)
  })
})
