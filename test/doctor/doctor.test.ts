import { beforeAll, describe, expect, inject, it } from 'vitest'
import { unknownFields } from '../../src/doctor/compare-body.js'
import { type DocumentFacts, readFacts } from '../../src/doctor/document-facts.js'
import { examine } from '../../src/doctor/examine.js'
import type { Finding } from '../../src/doctor/finding.js'
import { printReport } from '../../src/doctor/print-report.js'
import { createSceyt, type Fetch, type SceytOptions } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, type Sandbox, type Seed } from '../../src/sandbox/index.js'
import { worldOf } from '../contract/world.js'
import { pair } from '../token/pair.js'

const header = 'Platform-Api-Key'
const apiKey = 'k3y-that-must-never-be-seen'
let facts: DocumentFacts

beforeAll(async () => {
  facts = await readFacts()
})

/** Each with the same key pair: to generate one takes longer than to examine a server. */
function sandboxWith(seed: Seed): Sandbox {
  return createSandbox({ apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }], seed })
}

/** Examines a server that is the sandbox, except for a change of requests or responses. */
async function examineServer(
  change: (send: Fetch) => Fetch,
  seed: Seed = demo,
  key = { header, value: apiKey },
): Promise<Finding[]> {
  const connection = sandboxWith(seed).connection()
  const options = {
    ...connection,
    apiKeyHeader: key.header,
    apiKey: key.value,
    maxRetries: 0,
    fetch: change(connection.fetch),
  }
  return (await examine(facts, options, key)).findings
}

function withVerdict(findings: readonly Finding[], verdict: Finding['verdict']): string[] {
  return findings.filter((finding) => finding.verdict === verdict).map(({ fact }) => fact)
}

type Json = Record<string, unknown>

/** Changes the JSON of responses with some statuses. */
function changingBodies(
  change: (json: unknown, pathname: string) => unknown,
  statuses: (status: number) => boolean = (status) => status === 200,
) {
  return (send: Fetch): Fetch =>
    async (url, init) => {
      const response = await send(url, init)
      if (!statuses(response.status)) return response
      return new Response(JSON.stringify(change(await response.json(), new URL(url).pathname)), {
        status: response.status,
      })
    }
}

/** Changes the URL of requests. */
function changingUrls(change: (url: URL) => void) {
  return (send: Fetch): Fetch =>
    (text, init) => {
      const url = new URL(text)
      change(url)
      return send(url.href, init)
    }
}

/** Responds in place of the sandbox, where a response is given. */
function responding(respond: (url: URL, headers: Headers) => Response | undefined) {
  return (send: Fetch): Fetch =>
    async (url, init) =>
      respond(new URL(url), new Headers(init.headers)) ?? send(url, init)
}

/** A server that accepts the key in these forms, and in no other. */
function acceptingKeyIn(...forms: (readonly [name: string, prefix?: string])[]) {
  return (send: Fetch): Fetch =>
    async (url, init) => {
      const headers = new Headers(init.headers)
      for (const [name, prefix = ''] of forms) {
        const value = headers.get(name)
        if (value?.startsWith(prefix)) {
          const response = await send(url, { ...init, headers: { [header]: value.slice(prefix.length) } })
          if (response.status !== 401) return response
        }
      }
      return refusal(401)
    }
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
  changingBodies((json) =>
    everyObject(json, (object) => ('next' in object ? { ...object, next: change(object['next']) } : object)),
  )
const listsOf = (json: unknown) =>
  Object.entries((json ?? {}) as Json).find(([, value]) => Array.isArray(value)) as [string, unknown[]] | undefined
const isError = (status: number) => status >= 400

/** Servers that differ from the document, each in one fact: which facts the doctor must find to differ, and what it received. */
const servers: [name: string, change: (send: Fetch) => Fetch, fact: RegExp, received: RegExp][] = [
  [
    'expects the key in another header',
    acceptingKeyIn(['X-API-Key']),
    /^The API key is sent in/,
    /^401; accepted in X-API-Key: set/,
  ],
  [
    'refuses the key',
    responding(() => refusal(401)),
    /^The API key is sent in/,
    /^401; not accepted in X-API-Key \(401\), .* either\. Check the key\.$/,
  ],
  [
    'accepts requests without a key',
    (send) => (url, init) => send(url, { ...init, headers: { [header]: apiKey } }),
    /^A request with(out a| an unknown) key$/,
    /^200$/,
  ],
  [
    'refuses a missing key by 403',
    responding((_url, headers) => (headers.has(header) ? undefined : refusal(403))),
    /^A request without a key$/,
    /^403$/,
  ],
  [
    'refuses an unknown key by 403',
    responding((_url, headers) => ([null, apiKey].includes(headers.get(header)) ? undefined : refusal(403))),
    /^A request with an unknown key$/,
    /^403$/,
  ],
  [
    'responds with another success',
    (send) => async (url, init) => {
      const response = await send(url, init)
      return response.ok ? new Response(response.body, { status: 202 }) : response
    },
    /^GET [^ ?:]+$/,
    /^202$/,
  ],
  [
    'has another method',
    responding((url) => (url.pathname.endsWith('/blocked-users') ? refusal(405) : undefined)),
    /^GET \S+\/blocked-users$/,
    /^405$/,
  ],
  [
    'sends lists as bare arrays',
    changingBodies((json) => listsOf(json)?.[1] ?? json),
    /^GET \S+(users|channels|messages): the body$/,
    /^a bare array$/,
  ],
  [
    'wraps bare arrays',
    changingBodies((json) => (Array.isArray(json) ? { roles: json } : json)),
    /^GET \/roles: the body$/,
    /^an object$/,
  ],
  [
    'wraps objects',
    changingBodies((json) => (listsOf(json) || Array.isArray(json) ? json : [json])),
    /^GET \/(application\S*|\w+\/\{\w+\}): the body$/,
    /^a bare array$/,
  ],
  [
    'sends no JSON',
    (send) => async (url, init) => new Response('<p>Hotel</p>', { status: (await send(url, init)).status }),
    /the body$/,
    /^nothing$/,
  ],
  [
    'sends strings for numbers, and numbers for strings',
    changingBodies((json) =>
      everyObject(json, (object) =>
        Object.fromEntries(
          Object.entries(object).map(([name, value]) => [
            name,
            typeof value === 'string' ? 5 : typeof value === 'number' ? 'x' : value,
          ]),
        ),
      ),
    ),
    /: documented fields$/,
    /must be an? (string|integer)( or null)?, got a (number|string)/,
  ],
  [
    'sends names and times as numbers',
    changingBodies((json) =>
      everyObject(json, (object) => ({
        ...object,
        ...('created_at' in object && { created_at: 5 }),
        ...('name' in object && { name: 5 }),
      })),
    ),
    /: documented fields$/,
    /must be a string, got a number/,
  ],
  [
    'lacks a field',
    changingBodies((json) => everyObject(json, ({ total_count: _, ...rest }) => rest)),
    /^GET \/(channels|users): documented fields$/,
    /^\/total_count is required, got nothing$/,
  ],
  [
    'sends more fields',
    changingBodies((json, path) =>
      everyObject(json, (object) => (path.endsWith('/storage') ? object : { ...object, undocumented: 'secret' })),
    ),
    /^GET .*: undocumented fields$/,
    /\/undocumented/,
  ],
  ['names limit differently', changingUrls(dropping('limit')), /\?limit=1$/, /^\d+ items$/],
  ['names offset differently', changingUrls(dropping('offset')), /\?limit=1&offset=1$/, /^the first item again$/],
  [
    'skips pages, not items',
    changingUrls(setting('offset', (now) => `${Number(now) * 3}`)),
    /&offset=1$/,
    /^(another|no) item$/,
  ],
  [
    'names the query of the next page differently',
    nextLink((next) => next && '/users?page=2'),
    /: the query of the link to the next page$/,
    /^page$/,
  ],
  ['has no next page', nextLink(() => null), /: the next page$/, /^\/links\/next is null$/],
  [
    'has no next in its links',
    changingBodies((json) => everyObject(json, ({ next: _, ...rest }) => rest)),
    /: the (query of the link to the )?next page$/,
    /^\/links\/next is missing$/,
  ],
  [
    'leads back to the first page',
    nextLink((next) => next && '/users?limit=1&offset=0'),
    /: the next page$/,
    /^the first item again$/,
  ],
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
    /^separated by &, percent-encoded: set `createSceyt\({ filterSeparator: '&' }\)`$/,
  ],
  [
    'separates them by something else',
    changingUrls(setting('filter', (now) => (now.includes(':in:') ? now.replace(/[;&]/, '?') : now))),
    /several values of a filter$/,
    /^not separated by it, nor by &$/,
  ],
  [
    'responds 400 for an item that does not exist',
    (send) => async (url, init) => ((await send(url, init)).status === 404 ? refusal(400) : send(url, init)),
    /for an item that does not exist$/,
    /^400$/,
  ],
  [
    'accepts any filter',
    changingUrls((url) => url.searchParams.get('filter') === 'sceyt-platform' && url.searchParams.delete('filter')),
    /with a malformed filter$/,
    /^200$/,
  ],
  [
    'nests its errors',
    changingBodies((error) => ({ error }), isError),
    /^The body of a \d+$/,
    /\/code is required, got nothing/,
  ],
  [
    'sends numbers for types',
    changingBodies((error) => ({ ...(error as Json), type: 7 }), isError),
    /^The body of a \d+$/,
    /^\/type must be a string, got a number$/,
  ],
  [
    'sends more in its errors',
    changingBodies((error) => ({ ...(error as Json), trace: 'secret' }), isError),
    /^The body of a \d+: undocumented fields$/,
    /^\/trace$/,
  ],
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
    const { findings, requests } = await examine(facts, sandbox.connection(), { header, value: apiKey })
    expect(withVerdict(findings, 'differs')).toEqual([])
    expect(withVerdict(findings, 'holds').length).toBeGreaterThan(70)
    expect(withVerdict(findings, 'not seen').filter((fact) => !/blocked-users|fileName/.test(fact))).toEqual([])
    expect(sandbox.snapshot()).toEqual(before)
    expect(new Set(sandbox.journal.entries.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(requests).toHaveLength(sandbox.journal.entries.length)
  })

  it('checks every read of the document', async () => {
    const seen = (await examineServer((send) => send)).map(({ fact }) => fact)
    expect(facts.reads.length).toBeGreaterThan(10)
    for (const { path } of facts.reads) expect(seen).toContain(`GET ${path}`)
  })

  const differed = new Set<string>()

  it.each(servers)('finds a server that %s', async (_name, change, fact, received) => {
    const differing = (await examineServer(change)).filter(({ verdict }) => verdict === 'differs')
    const found = differing.filter(({ fact: name }) => fact.test(name))
    expect(found).not.toEqual([])
    for (const finding of found) expect(finding.received).toMatch(received)
    for (const { fact: name } of differing) differed.add(name)
  })

  it('found each of its facts to differ, on one of those servers', async () => {
    const holds = withVerdict(await examineServer((send) => send), 'holds')
    expect(holds.filter((fact) => !differed.has(fact))).toEqual([])
  })

  it('says what it could not see of a server that is empty', async () => {
    const findings = await examineServer((send) => send, {})
    expect(withVerdict(findings, 'differs')).toEqual([])
    expect(findings).toContainEqual(
      expect.objectContaining({
        fact: 'GET /users/{username}',
        verdict: 'not seen',
        received: 'no list has a value for username',
      }),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({ fact: 'GET /channels: several values of a filter', verdict: 'not seen' }),
    )
  })

  it('finds of the mock what only a server with state can do, and that it accepts any key', async () => {
    const { findings } = await examine(facts, { baseUrl: inject('mockUrl'), apiKey }, { header, value: apiKey })
    const differs = withVerdict(findings, 'differs')
    expect(differs).toContain('A request with an unknown key')
    expect(
      differs.filter(
        (fact) =>
          !/unknown key|for an item that does not exist|limit=1|next page|several values|with a malformed filter/.test(
            fact,
          ),
      ),
    ).toEqual([])
    expect(withVerdict(findings, 'holds')).toEqual(
      expect.arrayContaining(facts.reads.filter(({ result }) => result !== 'file').map(({ path }) => `GET ${path}`)),
    )
  })

  it('says why, if there is no response, or none of the API', async () => {
    const unreachable: SceytOptions = {
      baseUrl: 'https://api.example.com',
      apiKey,
      maxRetries: 0,
      fetch: () => Promise.reject(new Error('no route')),
    }
    await expect(examine(facts, unreachable, { header, value: apiKey })).rejects.toThrow(
      /^The server could not be examined: .*no route/,
    )
    await expect(examineServer(responding(() => refusal(404)))).rejects.toThrow(
      'The server could not be examined: 404. Check the address.',
    )
  })

  it('reports nothing of what the application holds', async () => {
    const findings = await examineServer(
      changingBodies((json) =>
        everyObject(json, (object) =>
          'username' in object ? { ...object, first_name: [object['username']] } : object,
        ),
      ),
      worldOf(''),
    )
    const text = printReport(findings, { server: 'a', client: 'b', accepted: true, requests: 1, writes: [] })
    expect(text).toContain('/first_name must be a string, got a bare array')
    for (const secret of ['zoe', 'omar', 'Examples', 'chapter', '101437428530810880', apiKey])
      expect(text).not.toContain(secret)
  })

  it('prints a table that no server can break', () => {
    const finding: Finding = {
      fact: 'a | b',
      mark: 'observed',
      verdict: 'differs',
      expected: 'c',
      received: 'd\n| e\u001b[31m',
    }
    expect(
      printReport([finding], { server: 's', client: 'c', accepted: true, requests: 1, writes: ['users.update'] }),
    ).toContain('| a \\| b | observed | c | d \\| e [31m |\n\nNo write was tried')
  })
})

const notDiffering: [name: string, change: (send: Fetch) => Fetch][] = [
  ['sends errors without a type', changingBodies((error) => ({ ...(error as Json), type: undefined }), isError)],
  [
    'sends errors with a traceId',
    changingBodies((error) => ({ ...(error as Json), traceId: '4bf92f3577b34da6a3ce929d0e0e4736' }), isError),
  ],
  [
    'sends words for the types of channels',
    changingBodies((json) =>
      everyObject(json, (object) => ('members_count' in object ? { ...object, type: 'group' } : object)),
    ),
  ],
]

it.each(notDiffering)('a server that %s does not differ', async (_name, change) => {
  expect((await examineServer(change)).filter(({ verdict }) => verdict === 'differs')).toEqual([])
})

describe('the header of the key', () => {
  const find = (findings: readonly Finding[]) =>
    findings.find(({ fact }) => fact.startsWith('The API key is sent in')) as Finding
  const doctor = (name: string, key = '') => ` in the client, and \`--api-key-header ${name}\`${key} for the doctor`

  it.each<[name: string, prefix: string, shown: string, client: string, setting: string]>([
    ['X-API-Key', '', 'X-API-Key', "`createSceyt({ apiKeyHeader: 'X-API-Key' })`", doctor('X-API-Key')],
    ['Api-Key', '', 'Api-Key', "`createSceyt({ apiKeyHeader: 'Api-Key' })`", doctor('Api-Key')],
    ['Authorization', '', 'Authorization', "`createSceyt({ apiKeyHeader: 'Authorization' })`", doctor('Authorization')],
    [
      'Authorization',
      'Bearer ',
      '`Authorization: Bearer <key>`',
      "`createSceyt({ apiKeyHeader: 'Authorization', apiKey: 'Bearer <key>' })`",
      doctor('Authorization', " with `SCEYT_API_KEY='Bearer <key>'`"),
    ],
  ])(
    'is %s %s on a server that accepts no other: the report says what to set, and that works',
    async (name, prefix, shown, client, setting) => {
      const server = acceptingKeyIn([name, prefix])
      const findings = await examineServer(server)
      expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([find(findings)])
      expect(find(findings)).toMatchObject({
        received: `401; accepted in ${shown}: set ${client}`,
        setting: client + setting,
      })
      const text = printReport(findings, { server: 's', client: 'c', accepted: true, requests: 1, writes: [] })
      expect(text.endsWith(`\n\n## What to set for this server\n\n- ${client}${setting}.`)).toBe(true)
      expect(text).not.toContain(apiKey)

      const connection = sandboxWith(demo).connection()
      const sceyt = createSceyt({
        ...connection,
        fetch: server(connection.fetch),
        apiKeyHeader: name,
        apiKey: prefix + apiKey,
      })
      await expect(sceyt.users.list()).resolves.toHaveProperty('total_count')
      const again = await examineServer(server, demo, { header: name, value: prefix + apiKey })
      expect(withVerdict(again, 'differs')).toEqual([])
      expect(find(again)).toMatchObject({ verdict: 'holds', received: '200', setting: client + setting })
    },
  )

  it('is not to be set where the default works', async () => {
    expect(find(await examineServer((send) => send))).toEqual({
      fact: 'The API key is sent in Platform-Api-Key',
      mark: 'observed',
      verdict: 'holds',
      expected: 'a request with it is accepted',
      received: '200',
    })
  })

  it('is the first that works, and the others are named', async () => {
    const any = acceptingKeyIn([header], ['X-API-Key'], ['Api-Key'], ['Authorization', 'Bearer '])
    expect(find(await examineServer(any))).toMatchObject({
      verdict: 'holds',
      received: '200; also accepted in X-API-Key, Api-Key, `Authorization: Bearer <key>`',
    })
    const two = acceptingKeyIn(['Authorization'], ['Api-Key'])
    expect(find(await examineServer(two)).received).toBe(
      "401; accepted in Api-Key: set `createSceyt({ apiKeyHeader: 'Api-Key' })`; also accepted in Authorization",
    )
  })

  it('is looked for from another one, or from a Bearer key, back to the default', async () => {
    const [bearerKey, other] = [
      { header: 'Authorization', value: `Bearer ${apiKey}` },
      { header: 'X-Key', value: apiKey },
    ]
    expect(find(await examineServer((send) => send, demo, other)).received).toBe(
      "401; accepted in Platform-Api-Key: set `createSceyt({ apiKeyHeader: 'Platform-Api-Key' })`",
    )
    expect(find(await examineServer((send) => send, demo, bearerKey))).toMatchObject({
      fact: 'The API key is sent in `Authorization: Bearer <key>`',
      received:
        "401; accepted in Platform-Api-Key: set `createSceyt({ apiKeyHeader: 'Platform-Api-Key', apiKey: '<key>' })`",
    })
  })

  it('cannot be seen on a server that needs no key, and no other is tried there', async () => {
    const names = new Set<string>()
    const open =
      (send: Fetch): Fetch =>
      (url, init) => {
        for (const [name] of new Headers(init.headers)) names.add(name)
        return send(url, { ...init, headers: { [header]: apiKey } })
      }
    const findings = await examineServer(open)
    expect(find(findings)).toMatchObject({
      verdict: 'not seen',
      received: 'the server also accepts requests without a key',
    })
    expect(withVerdict(findings, 'differs')).toEqual(['A request without a key', 'A request with an unknown key'])
    expect(findings.flatMap(({ setting }) => setting ?? [])).toEqual([])
    expect([...names].sort()).toEqual(['accept', 'accept-encoding', header.toLowerCase(), 'user-agent'])
  })

  it('is not guessed where the key is refused, and no key is accepted', async () => {
    const odd =
      (send: Fetch): Fetch =>
      (url, init) =>
        new Headers(init.headers).has(header)
          ? Promise.resolve(refusal(401))
          : send(url, { ...init, headers: { [header]: apiKey } })
    const findings = await examineServer(odd)
    expect(find(findings)).toMatchObject({
      verdict: 'differs',
      received: '401, although a request without a key gets 200',
    })
    expect(findings.length).toBeGreaterThan(50)
  })

  it('is not taken for accepted where every request gets a 403', async () => {
    const received = find(await examineServer(responding(() => refusal(403)))).received
    expect(received).toBe(
      '403; not accepted in X-API-Key (403), Api-Key (403), Authorization (403), `Authorization: Bearer <key>` (403) either. Check the key.',
    )
  })

  it('is that of a known key where only the key gets a 403', async () => {
    const elsewhere = responding((_url, headers) => (headers.has(header) ? refusal(403) : refusal(401)))
    expect(find(await examineServer(elsewhere))).toMatchObject({ verdict: 'holds', received: '403' })
  })

  it('accepts any key on some servers, which is said of the header that works', async () => {
    const lax =
      (send: Fetch): Fetch =>
      (url, init) =>
        new Headers(init.headers).has('X-API-Key')
          ? send(url, { ...init, headers: { [header]: apiKey } })
          : Promise.resolve(refusal(401))
    const findings = await examineServer(lax)
    expect(withVerdict(findings, 'differs')).toEqual([
      'The API key is sent in Platform-Api-Key',
      'A request with an unknown key',
    ])
  })
})

describe('the separator of filters', () => {
  const find = (findings: readonly Finding[]) =>
    findings.find(({ fact }) => fact.endsWith('several values of a filter')) as Finding
  const byAmpersand = changingUrls(
    setting('filter', (now) => (now.includes(':in:') ? now.replace(';', '?').replace('&', ';') : now)),
  )

  it('that the client is set to is the one that is expected', async () => {
    const connection = sandboxWith(demo).connection()
    const options = {
      ...connection,
      maxRetries: 0,
      fetch: byAmpersand(connection.fetch),
      filterSeparator: '&' as const,
    }
    const { findings } = await examine(facts, options, { header, value: apiKey })
    expect(withVerdict(findings, 'differs')).toEqual([])
    expect(find(findings)).toMatchObject({ verdict: 'holds', expected: 'are separated by &' })
  })

  it('is what the report says to set', async () => {
    const findings = await examineServer(byAmpersand)
    expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([find(findings)])
    expect(find(findings).setting).toBe(
      "`createSceyt({ filterSeparator: '&' })` in the client, and `--filter-separator '&'` for the doctor",
    )
  })

  it('is found with types that are words of the application, none of which is reported', async () => {
    const words = { public: 'broadcast', private: 'group' } as Record<string, string>
    const named = changingUrls(
      setting('filter', (now) =>
        now
          .replace(/public|private|direct/g, 'none')
          .replace('broadcast', 'public')
          .replace('group', 'private'),
      ),
    )
    let lists = 0
    const typed = changingBodies((json, path) =>
      everyObject(json, (object) =>
        path.endsWith('/channels') && 'members_count' in object
          ? { ...object, type: Object.values(words)[lists++ % 2] }
          : object,
      ),
    )
    const findings = await examineServer((send) => named(byAmpersand(typed(send))))
    expect(find(findings).received).toContain("filterSeparator: '&'")
    expect(printReport(findings, { server: 's', client: 'c', accepted: true, requests: 1, writes: [] })).not.toMatch(
      /broadcast|group/,
    )
  })
})

describe('fields of a union that the document does not have', () => {
  const union = (keyword: 'oneOf' | 'anyOf') => ({
    [keyword]: [
      { type: 'null' },
      { properties: { id: {} } },
      { type: ['object', 'string'], properties: { id: {}, name: {} } },
      { type: 'array', items: { properties: { id: {} } } },
    ],
  })

  it.each(['oneOf', 'anyOf'] as const)('are those of the closest schema in %s', (keyword) => {
    const unknownIn = (value: unknown) => unknownFields(facts, { properties: { value: union(keyword) } }, { value })
    expect([null, 'text', 5, { id: 1 }, { id: 1, name: 'x' }, [{ id: 1 }]].map(unknownIn)).toEqual(
      Array(6).fill(undefined),
    )
    expect(unknownIn({ id: 1, name: 'x', size: 2 })).toBe('/value/size')
    expect(unknownIn([{ id: 1 }, { name: 'x' }])).toBe('/value/*/name')
  })
})
