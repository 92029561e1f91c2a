import { beforeAll, describe, expect, inject, it } from 'vitest'
import { examine } from '../../src/doctor/doctor.js'
import { type DocumentFacts, readFacts } from '../../src/doctor/document.js'
import type { Finding } from '../../src/doctor/finding.js'
import { printReport } from '../../src/doctor/report.js'
import type { Fetch, SceytOptions } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo.js'
import { createSandbox, type Sandbox, type Seed } from '../../src/sandbox.js'
import { worldOf } from './world.js'

const header = 'Platform-Api-Key'
const apiKey = 'k3y-that-must-never-be-seen'
let facts: DocumentFacts

beforeAll(async () => {
  facts = await readFacts()
})

function sandboxWith(seed: Seed): Sandbox {
  return createSandbox({ apps: [{ appId: 'app', apiKey }], seed })
}

/** Examines a server that is the sandbox but for what is changed on the way to it, or from it. */
async function examineServer(change: (send: Fetch) => Fetch, seed: Seed = demo): Promise<Finding[]> {
  const connection = sandboxWith(seed).connection()
  return (await examine(facts, { ...connection, maxRetries: 0, fetch: change(connection.fetch) }, { header, value: apiKey })).findings
}

function withVerdict(findings: readonly Finding[], verdict: Finding['verdict']): string[] {
  return findings.filter((finding) => finding.verdict === verdict).map(({ fact }) => fact)
}

type Json = Record<string, unknown>

/** Changes the JSON of answers of some statuses. */
function changingBodies(change: (json: unknown, pathname: string) => unknown, statuses: (status: number) => boolean = (status) => status === 200) {
  return (send: Fetch): Fetch =>
    async (url, init) => {
      const response = await send(url, init)
      if (!statuses(response.status)) return response
      return new Response(JSON.stringify(change(await response.json(), new URL(url).pathname)), { status: response.status })
    }
}

/** Changes the address of requests. */
function changingUrls(change: (url: URL) => void) {
  return (send: Fetch): Fetch =>
    (text, init) => {
      const url = new URL(text)
      change(url)
      return send(url.href, init)
    }
}

/** Answers in place of the sandbox, where it has something to say. */
function answering(answer: (url: URL, headers: Headers) => Response | undefined) {
  return (send: Fetch): Fetch =>
    async (url, init) =>
      answer(new URL(url), new Headers(init.headers)) ?? send(url, init)
}

/** A change of every object in a body. */
function everyObject(value: unknown, change: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => everyObject(item, change))
  if (typeof value !== 'object' || value === null) return value
  return change(Object.fromEntries(Object.entries(value).map(([name, own]) => [name, everyObject(own, change)])))
}

const refusal = (status: number) => Response.json({ code: status, type: 'Odd', message: 'No.' }, { status })
const setting = (name: string, value: (now: string) => string) => (url: URL) => {
  const now = url.searchParams.get(name)
  if (now !== null) url.searchParams.set(name, value(now))
}
const dropping = (name: string) => (url: URL) => url.searchParams.delete(name)
const nextLink = (change: (next: unknown) => unknown) =>
  changingBodies((json) => everyObject(json, (object) => ('next' in object ? { ...object, next: change(object['next']) } : object)))
const listsOf = (json: unknown) => Object.entries((json ?? {}) as Json).find(([, value]) => Array.isArray(value)) as [string, unknown[]] | undefined
const isError = (status: number) => status >= 400

/** Servers that differ from the document, each in one fact, and what the doctor must find of it: which facts, and what came. */
const servers: [name: string, change: (send: Fetch) => Fetch, fact: RegExp, came: RegExp][] = [
  [
    'takes the key from another header',
    (send) => (url, init) => {
      const { headers, ...rest } = init
      const { authorization } = Object.fromEntries(new Headers(headers))
      return authorization?.startsWith('Bearer ') ? send(url, { ...rest, headers: { [header]: authorization.slice(7) } }) : Promise.resolve(refusal(401))
    },
    /^The API key travels in/,
    /^it is let in by Authorization: Bearer …$/,
  ],
  ['refuses the key', answering(() => refusal(401)), /^The API key travels in/, /^401; nor is it let in by other headers/],
  ['lets in without a key', (send) => (url, init) => send(url, { ...init, headers: { [header]: apiKey } }), /^A request with(out a| an unknown) key$/, /^200$/],
  ['refuses a missing key by 403', answering((_url, headers) => (headers.has(header) ? undefined : refusal(403))), /^A request without a key$/, /^403$/],
  [
    'refuses an unknown key by 403',
    answering((_url, headers) => ([null, apiKey].includes(headers.get(header)) ? undefined : refusal(403))),
    /^A request with an unknown key$/,
    /^403$/,
  ],
  [
    'answers with another success',
    (send) => async (url, init) => {
      const response = await send(url, init)
      return response.ok ? new Response(response.body, { status: 202 }) : response
    },
    /^GET [^ ?:]+$/,
    /^202$/,
  ],
  ['knows another verb', answering((url) => (url.pathname.endsWith('/blocked-users') ? refusal(405) : undefined)), /^GET \S+\/blocked-users$/, /^405$/],
  [
    'answers lists as bare arrays',
    changingBodies((json) => listsOf(json)?.[1] ?? json),
    /^GET \S+(users|channels|messages): what the body is$/,
    /^a bare array$/,
  ],
  ['wraps bare arrays', changingBodies((json) => (Array.isArray(json) ? { roles: json } : json)), /^GET \/roles: what the body is$/, /^an object$/],
  [
    'wraps objects',
    changingBodies((json) => (listsOf(json) || Array.isArray(json) ? json : [json])),
    /^GET \/(application\S*|\w+\/\{\w+\}): what the body is$/,
    /^a bare array$/,
  ],
  [
    'answers with no JSON',
    (send) => async (url, init) => new Response('<p>Hotel</p>', { status: (await send(url, init)).status }),
    /what the body is$/,
    /^nothing$/,
  ],
  [
    'sends texts where numbers are due, and the other way round',
    changingBodies((json) =>
      everyObject(json, (object) =>
        Object.fromEntries(Object.entries(object).map(([name, value]) => [name, typeof value === 'string' ? 5 : typeof value === 'number' ? 'x' : value])),
      ),
    ),
    /: its fields$/,
    /must be (string|integer)(,null)?, got a (number|string)/,
  ],
  [
    'sends names and times as numbers',
    changingBodies((json) =>
      everyObject(json, (object) => ({ ...object, ...('created_at' in object && { created_at: 5 }), ...('name' in object && { name: 5 }) })),
    ),
    /: its fields$/,
    /must be string, got a number/,
  ],
  [
    'lacks a field',
    changingBodies((json) => everyObject(json, ({ total_count: _, ...rest }) => rest)),
    /^GET \/(channels|users): its fields$/,
    /^\/total_count is required, got nothing$/,
  ],
  [
    'has grown',
    changingBodies((json, path) => everyObject(json, (object) => (path.endsWith('/storage') ? object : { ...object, nickname: 'secret' }))),
    /^GET .*: other fields$/,
    /\/nickname/,
  ],
  ['names limit differently', changingUrls(dropping('limit')), /\?limit=1$/, /^\d+ items$/],
  ['names offset differently', changingUrls(dropping('offset')), /\?limit=1&offset=1$/, /^the first item again$/],
  ['skips pages, not items', changingUrls(setting('offset', (now) => `${Number(now) * 3}`)), /&offset=1$/, /^(another|no) item$/],
  ['names the query of the next page differently', nextLink((next) => next && '/users?page=2'), /: the query of its next page$/, /^page$/],
  ['tells no next page', nextLink(() => null), /: its next page$/, /^\/links\/next is null$/],
  [
    'has no next page in its links',
    changingBodies((json) => everyObject(json, ({ next: _, ...rest }) => rest)),
    /: (the query of )?its next page$/,
    /^\/links\/next is not there$/,
  ],
  ['leads back to the first page', nextLink((next) => next && '/users?limit=1&offset=0'), /: its next page$/, /^the first item again$/],
  [
    'gives larger pages',
    (send) => async (url, init) => {
      const address = new URL(url)
      const large = address.searchParams.get('limit') === '51'
      address.searchParams.delete('limit')
      const json = (await (await send(large ? address.href : url, init)).clone().json()) as unknown
      const [name, items] = listsOf(json) ?? []
      if (!large || !name) return send(url, init)
      return Response.json({ ...(json as Json), [name]: Array.from({ length: 51 }, () => items?.[0]) })
    },
    /\?limit=51$/,
    /^51 items$/,
  ],
  [
    'separates the values of a filter by &',
    changingUrls(setting('filter', (now) => (now.includes(':in:') ? now.replace(';', '?').replace('&', ';') : now))),
    /several values of a filter$/,
    /^they are separated by &$/,
  ],
  [
    'separates them by something else',
    changingUrls(setting('filter', (now) => (now.includes(':in:') ? now.replace(/[;&]/, '?') : now))),
    /several values of a filter$/,
    /^they are not separated by it, nor by &$/,
  ],
  [
    'answers 400 for what is not there',
    (send) => async (url, init) => ((await send(url, init)).status === 404 ? refusal(400) : send(url, init)),
    /for what is not there$/,
    /^400$/,
  ],
  [
    'takes any filter',
    changingUrls((url) => url.searchParams.get('filter') === 'sceyt-platform' && url.searchParams.delete('filter')),
    /with a filter that is none$/,
    /^200$/,
  ],
  ['nests its errors', changingBodies((error) => ({ error }), isError), /^The body of a \d+$/, /\/code is required, got nothing/],
  [
    'sends numbers for types',
    changingBodies((error) => ({ ...(error as Json), type: 7 }), isError),
    /^The body of a \d+$/,
    /^\/type must be string, got a number$/,
  ],
  ['sends more in its errors', changingBodies((error) => ({ ...(error as Json), trace: 'secret' }), isError), /^The body of a \d+: other fields$/, /^\/trace$/],
  [
    'sends HTML for errors',
    (send) => async (url, init) => {
      const { status } = await send(url, init)
      return isError(status) ? new Response('<p>No</p>', { status }) : send(url, init)
    },
    /^The body of a \d+$/,
    /^no JSON$/,
  ],
]

describe('the doctor', () => {
  it('finds that the sandbox differs in nothing, and changes nothing there', async () => {
    const sandbox = sandboxWith(demo)
    const before = sandbox.snapshot()
    const { findings, asked } = await examine(facts, sandbox.connection(), { header, value: apiKey })
    expect(withVerdict(findings, 'differs')).toEqual([])
    expect(withVerdict(findings, 'holds').length).toBeGreaterThan(70)
    expect(withVerdict(findings, 'not seen').filter((fact) => !/blocked-users|fileName/.test(fact))).toEqual([])
    expect(sandbox.snapshot()).toEqual(before)
    expect(new Set(sandbox.journal.entries.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(asked).toHaveLength(sandbox.journal.entries.length)
  })

  it('looks at every read of the document', async () => {
    const seen = (await examineServer((send) => send)).map(({ fact }) => fact)
    expect(facts.reads.length).toBeGreaterThan(10)
    for (const { path } of facts.reads) expect(seen).toContain(`GET ${path}`)
  })

  const differed = new Set<string>()

  it.each(servers)('finds a server that %s', async (_name, change, fact, came) => {
    const differing = (await examineServer(change)).filter(({ verdict }) => verdict === 'differs')
    const found = differing.filter(({ fact: name }) => fact.test(name))
    expect(found).not.toEqual([])
    for (const finding of found) expect(finding.came).toMatch(came)
    for (const { fact: name } of differing) differed.add(name)
  })

  it('found each of its facts to differ, on one of those servers', async () => {
    const holds = withVerdict(await examineServer((send) => send), 'holds')
    expect(holds.filter((fact) => !differed.has(fact))).toEqual([])
  })

  it('goes on with the header that lets it in', async () => {
    const [, change] = servers[0] as (typeof servers)[number]
    expect(withVerdict(await examineServer(change), 'differs')).toEqual(['The API key travels in Platform-Api-Key'])
  })

  it('says what it could not see of a server that is empty', async () => {
    const findings = await examineServer((send) => send, {})
    expect(withVerdict(findings, 'differs')).toEqual([])
    expect(findings).toContainEqual(
      expect.objectContaining({ fact: 'GET /users/{username}', verdict: 'not seen', came: 'there is nothing to ask for: no list told username' }),
    )
    expect(findings).toContainEqual(expect.objectContaining({ fact: 'GET /channels: several values of a filter', verdict: 'not seen' }))
  })

  it('finds of the mock what only a server with state can do, and that it takes any key', async () => {
    const { findings } = await examine(facts, { baseUrl: inject('mockUrl'), apiKey }, { header, value: apiKey })
    const differs = withVerdict(findings, 'differs')
    expect(differs).toContain('A request with an unknown key')
    expect(differs.filter((fact) => !/unknown key|for what is not there|limit=1|its next page|several values|with a filter that is none/.test(fact))).toEqual(
      [],
    )
    expect(withVerdict(findings, 'holds')).toEqual(
      expect.arrayContaining(facts.reads.filter(({ result }) => result !== 'file').map(({ path }) => `GET ${path}`)),
    )
  })

  it('says why, if nobody answers, or nothing of the API', async () => {
    const nobody: SceytOptions = { baseUrl: 'https://api.example.com', apiKey, maxRetries: 0, fetch: () => Promise.reject(new Error('nobody is there')) }
    await expect(examine(facts, nobody, { header, value: apiKey })).rejects.toThrow(/^The server could not be examined: .*nobody is there/)
    await expect(examineServer(answering(() => refusal(404)))).rejects.toThrow('The server could not be examined: 404. Is the address right?')
  })

  it('tells nothing of what the application holds', async () => {
    const findings = await examineServer(
      changingBodies((json) => everyObject(json, (object) => ('username' in object ? { ...object, first_name: [object['username']] } : object))),
      worldOf(''),
    )
    const text = printReport(findings, { server: 'a', client: 'b', requests: 1, writes: [] })
    expect(text).toContain('/first_name must be string, got a bare array')
    for (const secret of ['zoe', 'omar', 'Examples', 'chapter', '101437428530810880', apiKey]) expect(text).not.toContain(secret)
  })

  it('prints a table that no server can break', () => {
    const finding: Finding = { fact: 'a | b', mark: 'decided', verdict: 'differs', due: 'c', came: 'd\n| e\u001b[31m' }
    expect(printReport([finding], { server: 's', client: 'c', requests: 1, writes: ['users.update'] })).toContain(
      '| a \\| b | decided | c | d \\| e [31m |\n\nNot tried',
    )
  })
})
