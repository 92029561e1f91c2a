import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  ConflictError,
  ConnectionError,
  type ErrorEvent,
  type Fetch,
  InputError,
  NotFoundError,
  type Sceyt,
  TimeoutError,
} from '../../src/index.js'
import {
  abortable,
  failing,
  failure,
  inSequence,
  json,
  type RecordedRequest,
  recordingClient,
  respondingWith,
} from '../lib/fetches.js'

const zoe = { username: 'zoe', first_name: 'Zoe' }
const url = 'https://api.example.com/v1/app'

/** An error of the API, with a status and a code. */
function refusal(status: number, code?: number): Fetch {
  return async () => (code === undefined ? new Response(null, { status }) : json({ code, message: 'No' }, { status }))
}

/** Each of the ways in which a server may say that something exists. */
const taken: [string, Fetch][] = [
  ['409 with 40900', refusal(409, 40900)],
  ['409 with 40006', refusal(409, 40006)],
  ['400 with 40006', refusal(400, 40006)],
  ['400 with 40007', refusal(400, 40007)],
  ['400 with 1108', refusal(400, 1108)],
  ['a bare 409', refusal(409)],
]
/** What is no such error, though it looks like one. */
const others: [string, Fetch][] = [
  ['400 with 40003', refusal(400, 40003)],
  ['409 with 40901, in use', refusal(409, 40901)],
  ['404', refusal(404, 40400)],
  ['422', refusal(422, 40003)],
  ['500', refusal(500, 50001)],
  ['a success that is cut off', async () => new Response('{"username":', { status: 200 })],
]
const exists = refusal(409, 40900)

/** What was sent, in order, such as `POST /users {"username":"zoe"}`. */
function linesOf(sent: RecordedRequest[]): string[] {
  return sent.map(({ url: to, init: { method, body } }) =>
    [method, decodeURIComponent(to.replace(url, '')), ...(body ? [body] : [])].join(' '),
  )
}

/** A `fetch` that waits until each request is let go. */
function held(respond: Fetch): { fetch: Fetch; release: (() => void)[] } {
  const release: (() => void)[] = []
  return { release, fetch: (to, init) => new Promise((resolve) => release.push(() => resolve(respond(to, init)))) }
}

/** A body whose connection breaks in the middle. */
function broken(): ReadableStream {
  return new ReadableStream({
    pull: (controller) => controller.error(new Error('broken')),
  })
}

/** Lets everything run that needs no more than promises. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

afterEach(() => {
  vi.useRealTimers()
})

describe('users.upsert', () => {
  it('creates, and does no more if that succeeds', async () => {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    expect(await sceyt.users.upsert(zoe)).toEqual(zoe)
    expect(linesOf(sent)).toEqual(['POST /users {"username":"zoe","first_name":"Zoe"}'])
  })

  it.each(taken)('updates by name what exists, after %s', async (_name, fetch) => {
    const { sceyt, sent } = recordingClient(inSequence(fetch, () => json({ ...zoe, last_name: 'P' })))
    expect(await sceyt.users.upsert({ username: 'zoe*', first_name: 'Zoe', avatar_url: 'https://a.example' })).toEqual({
      ...zoe,
      last_name: 'P',
    })
    expect(linesOf(sent)).toEqual([
      'POST /users {"username":"zoe*","first_name":"Zoe","avatar_url":"https://a.example"}',
      'PUT /users/zoe* {"first_name":"Zoe","avatar_url":"https://a.example"}',
    ])
    expect(sent[1]?.url).toContain('/zoe%2A')
  })

  it.each(others)('passes on any other failure of the create as it is: %s', async (_name, fetch) => {
    const composed = recordingClient(fetch, { maxRetries: 0 })
    const error = await failure(composed.sceyt.users.upsert(zoe))
    expect(linesOf(composed.sent)).toHaveLength(1)
    const plain = (await failure(recordingClient(fetch, { maxRetries: 0 }).sceyt.users.create(zoe))) as Error
    expect(error).toBeInstanceOf(plain.constructor)
    expect(error).toMatchObject({ operationId: 'createUser' })
    expect((error as Error).message).toContain(plain.message.split('users.create: ')[1]?.split(' The request')[0])
    expect((error as Error).message).toMatch(/^users\.upsert: /)
  })

  const lost = failing('ECONNRESET')
  const unknown: [string, Fetch][] = [
    ['a lost response', lost],
    ['a 503', refusal(503)],
    ['a 408', refusal(408)],
    ['a body that breaks off', async () => new Response(broken(), { status: 201 })],
  ]
  it.each(unknown)('updates what may exist after %s to the create', async (_name, fetch) => {
    vi.useFakeTimers()
    const retries: unknown[] = []
    const { sceyt, sent } = recordingClient(
      inSequence(fetch, () => json(zoe)),
      {
        hooks: {
          onRetry: ({ name, status }) => void retries.push([name, status]),
          onError: () => retries.push('error'),
        },
      },
    )
    const upserting = sceyt.users.upsert(zoe)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await upserting).toEqual(zoe)
    expect(sent.map(({ init }) => init.method)).toEqual(['POST', 'PUT'])
    expect(retries).toEqual([['users.create', _name.includes('503') ? 503 : _name.includes('408') ? 408 : undefined]])
  })

  it('creates again what the update does not find, and updates it if the first create was late', async () => {
    vi.useFakeTimers()
    const { sceyt, sent } = recordingClient(inSequence(lost, refusal(404, 40015), exists, () => json(zoe)))
    const upserting = sceyt.users.upsert(zoe)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await upserting).toEqual(zoe)
    expect(sent.map(({ init }) => init.method)).toEqual(['POST', 'PUT', 'POST', 'PUT'])
  })

  it('creates at most as often as `maxRetries` allows, and says that a retry is safe', async () => {
    vi.useFakeTimers()
    const { sceyt, sent } = recordingClient((to, init) =>
      (init.method === 'POST' ? lost : refusal(404, 40015))(to, init),
    )
    const error = failure(sceyt.users.upsert(zoe))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await error).toMatchObject({
      message: 'users.upsert (3 attempts): no response: read ECONNRESET. The call is safe to retry.',
      operationId: 'createUser',
    })
    expect(sent.map(({ init }) => init.method)).toEqual(['POST', 'PUT', 'POST', 'PUT', 'POST'])
    const once = recordingClient(lost, { maxRetries: 0 })
    expect(await failure(once.sceyt.users.upsert(zoe))).toBeInstanceOf(ConnectionError)
    expect(once.sent).toHaveLength(1)
  })

  it('does not say that nothing was sent if the server is gone after a create whose response was lost', async () => {
    vi.useFakeTimers()
    const { sceyt } = recordingClient(inSequence(lost, failing('ECONNREFUSED', 'connect')))
    const error = failure(sceyt.users.upsert(zoe))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await error).toMatchObject({ name: 'ConnectionError', unsent: false, operationId: 'createUser' })
  })

  it('does not say so either if the server is gone at the second create, or the update after it', async () => {
    vi.useFakeTimers()
    const gone = failing('ECONNREFUSED', 'connect')
    for (const fetches of [
      [lost, refusal(404, 40015), gone] as const,
      [lost, refusal(404, 40015), exists, gone] as const,
    ]) {
      const error = failure(recordingClient(inSequence(...fetches)).sceyt.users.upsert(zoe))
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await error).toMatchObject({ name: 'ConnectionError', unsent: false, operationId: 'createUser' })
    }
  })

  it.each<[string, () => Promise<Response>]>([
    ['responds with a 503', async () => new Response('{}', { status: 503 })],
    ['takes too long', () => new Promise(() => {})],
  ])('ends with the error of a create that a middleware prevents, if it %s', async (_what, prevent) => {
    const { sceyt, sent } = recordingClient(refusal(404, 40015), { timeout: 20, maxRetries: 1 })
    const seen: string[] = []
    sceyt.raw.use({
      onRequest({ request: { method } }) {
        seen.push(method)
        return method === 'POST' ? prevent() : undefined
      },
    })
    expect(await failure(sceyt.users.upsert(zoe))).toMatchObject({ operationId: 'createUser', attempts: 0 })
    expect(seen).toEqual(['POST'])
    expect(sent).toEqual([])
  })

  it('ends if a middleware prevents the second create, and not as if nothing was sent', async () => {
    vi.useFakeTimers()
    const { sceyt, sent } = recordingClient(inSequence(lost, refusal(404, 40015)))
    let creates = 0
    sceyt.raw.use({
      onRequest({ request: { method } }) {
        return method === 'POST' && ++creates > 1 ? new Response('{}', { status: 503 }) : undefined
      },
    })
    const error = failure(sceyt.users.upsert(zoe))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await error).toMatchObject({ status: 503, attempts: 1 })
    expect(sent).toHaveLength(2)
  })

  it.each<[string, (stop: AbortController) => [Fetch, ...Fetch[]], object]>([
    ['that wait', () => [respondingWith(503, { 'retry-after': '30' })], { status: 503 }],
    [
      'the wait for the second create',
      (stop) => [
        respondingWith(503, { 'retry-after': '0' }),
        (...given) => {
          stop.abort()
          return refusal(404, 40015)(...given)
        },
      ],
      { name: 'ConnectionError', unsent: false },
    ],
  ])('does not end as if nothing was sent if the limiter ends %s', async (_wait, fetches, expected) => {
    const stop = new AbortController()
    const limiter = { acquire: async () => {}, waitSignal: () => stop.signal }
    const errors: unknown[] = []
    const { sceyt } = recordingClient(inSequence(...fetches(stop)), {
      limiter,
      hooks: {
        onRetry: ({ delay }) => void (delay > 0 && stop.abort()),
        onError: ({ error }) => void errors.push(error),
      },
    })
    const error = await failure(sceyt.users.upsert(zoe))
    expect(error).toMatchObject({ ...expected, attempts: 1 })
    expect(errors).toEqual([error])
  })

  it('waits as long as the server asks for before it continues, and not if that is too long', async () => {
    vi.useFakeTimers()
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(503, { 'retry-after': '30' }), () => json(zoe)))
    const upserting = sceyt.users.upsert(zoe)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await upserting).toEqual(zoe)
    const errors: unknown[] = []
    const hooks = { onError: ({ error }: ErrorEvent) => void errors.push(error) }
    const late = recordingClient(respondingWith(503, { 'retry-after': '300' }), { hooks })
    const error = await failure(late.sceyt.users.upsert(zoe))
    expect(error).toMatchObject({ status: 503 })
    expect(errors).toEqual([error])
  })

  it('ends with the reason of its signal during that wait', async () => {
    const controller = new AbortController()
    const { sceyt, sent } = recordingClient(respondingWith(503, { 'retry-after': '30' }), {
      hooks: { onRetry: () => controller.abort(5) },
    })
    expect(await failure(sceyt.users.upsert(zoe, { signal: controller.signal }))).toBe(5)
    expect(sent).toHaveLength(1)
  })

  it('retries the update, which is idempotent', async () => {
    vi.useFakeTimers()
    const { sceyt, sent } = recordingClient(
      inSequence(exists, respondingWith(503), failing('ECONNRESET'), () => json(zoe)),
    )
    const upserting = sceyt.users.upsert(zoe)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await upserting).toEqual(zoe)
    expect(sent.map(({ init }) => init.method)).toEqual(['POST', 'PUT', 'PUT', 'PUT'])
  })

  it('does not send the username again, but the fields that the document does not have', async () => {
    const { sceyt, sent } = recordingClient(inSequence(exists, () => json(zoe)))
    const body: { username: string } = Object.assign({ username: 'zoe' }, { first_name: undefined, nickname: 'Z' })
    expect(await sceyt.users.upsert(body)).toEqual(zoe)
    expect(linesOf(sent)).toEqual(['POST /users {"username":"zoe","nickname":"Z"}', 'PUT /users/zoe {"nickname":"Z"}'])
  })

  it('updates nothing if only the username is given', async () => {
    const { sceyt, sent } = recordingClient(inSequence(exists, () => json(zoe)))
    await sceyt.users.upsert({ username: 'zoe' })
    expect(linesOf(sent)).toEqual(['POST /users {"username":"zoe"}', 'PUT /users/zoe {}'])
  })

  it('passes on what the update fails with', async () => {
    const { sceyt } = recordingClient(inSequence(exists, refusal(404, 40015)))
    const error = await failure(sceyt.users.upsert(zoe))
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toMatchObject({ operationId: 'updateUser', message: 'users.upsert: 404: No.' })
  })

  it.each([
    ['no body', undefined, 'body must be an object, got undefined.'],
    ['no username', { first_name: 'Zoe' }, 'username is missing.'],
    ['an empty username', { username: '' }, 'username must not be empty.'],
    ['a lone surrogate', { username: 'zoe\ud800' }, 'username must be well-formed text'],
    ['a number', { username: 5 }, 'username must be a string, got the number 5.'],
    [
      'a name that the update could not address',
      { username: '..' },
      'username must not be `..`, which URL parsers remove from a path.',
    ],
    [
      'another field of a wrong type',
      { username: 'zoe', first_name: 7 },
      'first_name must be a string, got the number 7.',
    ],
  ])('refuses %s before anything is sent, by its own name', async (_name, body, problem) => {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    const error = await failure(sceyt.users.upsert(body as typeof zoe))
    expect(error).toBeInstanceOf(InputError)
    expect((error as Error).message).toContain(`users.upsert: ${problem}`)
    expect(sent).toEqual([])
  })

  it('sends what was given when it was called, whatever becomes of it while it waits', async () => {
    const { fetch, release } = held((_to, init) => (init.method === 'POST' ? exists('', {}) : json(zoe)))
    const { sceyt, sent } = recordingClient(fetch)
    const first = sceyt.users.upsert(zoe)
    const body = { username: 'zoe', first_name: 'Before' }
    const second = sceyt.users.upsert(body)
    body.first_name = 'After'
    while (sent.length < 4) {
      release.shift()?.()
      await settle()
    }
    release.shift()?.()
    await Promise.all([first, second])
    expect(linesOf(sent).slice(2)).toEqual([
      'POST /users {"username":"zoe","first_name":"Before"}',
      'PUT /users/zoe {"first_name":"Before"}',
    ])
  })
})

describe('channels.getOrCreateDirect', () => {
  const pair = [{ username: 'zoe' }, { username: 'omar' }] as const
  const created = { id: '9' }

  /** A server with channels, each an id with its members, that creates nothing. */
  function serverOf(channels: Record<string, string[] | Fetch>, listed: (id: string) => object = () => ({})): Fetch {
    return (to, init) => {
      if (init.method === 'POST') return exists(to, init)
      const [, id] = /\/channels\/([^/]+)\/users/.exec(to) ?? []
      if (id === undefined)
        return json({ items: Object.keys(channels).map((id) => ({ id, ...listed(id) })), links: { next: null } })
      const members = channels[id]
      return typeof members === 'function'
        ? members(to, init)
        : json({ users: members?.map((username) => ({ username })), links: { next: null } })
    }
  }

  it.each<[string, Parameters<Sceyt['channels']['getOrCreateDirect']>[0]]>([
    ['names', ['zoe', 'omar']],
    ['objects', [{ username: 'zoe' }, { username: 'omar' }]],
    ['both, and users with more than a name', ['zoe', Object.assign({ username: 'omar' }, { first_name: 'Omar' })]],
  ])('creates a channel of %s, and does no more if that succeeds', async (_name, members) => {
    const { sceyt, sent } = recordingClient(() => json(created))
    expect(await sceyt.channels.getOrCreateDirect(members)).toEqual(created)
    expect(linesOf(sent)).toEqual([`POST /direct-channels ${JSON.stringify({ members: pair })}`])
  })

  it.each(taken)('finds by its members what exists, after %s', async (_name, fetch) => {
    const server = serverOf({ 1: ['zoe', 'lena'], 2: ['omar', 'zoe'], 3: ['zoe', 'omar'] })
    const { sceyt, sent } = recordingClient((to, init) => (init.method === 'POST' ? fetch : server)(to, init))
    expect(await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])).toEqual({ id: '2' })
    expect(linesOf(sent).slice(1)).toEqual([
      'GET /channels?filter=type:eq:direct&limit=50',
      'GET /channels/1/users',
      'GET /channels/2/users',
    ])
  })

  it.each(others)('passes on any other failure of the create as it is: %s', async (_name, fetch) => {
    const composed = recordingClient(fetch, { maxRetries: 0 })
    const error = (await failure(composed.sceyt.channels.getOrCreateDirect(['zoe', 'omar']))) as Error
    const plain = (await failure(
      recordingClient(fetch, { maxRetries: 0 }).sceyt.channels.createDirect({ members: pair }),
    )) as Error
    expect(error).toBeInstanceOf(plain.constructor)
    expect(error.message).toBe(plain.message.replace('channels.createDirect', 'channels.getOrCreateDirect'))
    expect(composed.sent).toHaveLength(1)
  })

  it('looks on later pages, and at no page after it is found', async () => {
    const page = (id: string, next: string | null) => () => json({ items: [{ id }], links: { next } })
    const members = (...names: string[]) =>
      json({ users: names.map((username) => ({ username })), links: { next: null } })
    const { sceyt, sent } = recordingClient(
      inSequence(
        exists,
        page('1', '?offset=1'),
        () => members('zoe', 'lena'),
        page('2', '?offset=2'),
        () => members('zoe', 'omar'),
        refusal(500, 50001),
      ),
    )
    const { data, response, status } = await sceyt.channels.getOrCreateDirect(['omar', 'zoe']).withResponse()
    expect([data, status, await response.text().catch(() => 'read')]).toEqual([{ id: '2' }, 200, 'read'])
    expect(linesOf(sent).slice(3)).toEqual(['GET /channels?offset=1', 'GET /channels/2/users'])
  })

  it('finds what a create with a lost response has made, and creates no second one', async () => {
    vi.useFakeTimers()
    const lost = failing('ECONNRESET')
    for (const [channels, expected] of [
      [{ 1: ['zoe', 'lena'], 2: ['omar', 'zoe'] }, { id: '2' }],
      [{}, { name: 'ConnectionError', operationId: 'createDirectChannel', unsent: false }],
    ] as const) {
      const server = serverOf(channels as unknown as Record<string, string[]>)
      const { sceyt, sent } = recordingClient((to, init) => (init.method === 'POST' ? lost : server)(to, init))
      const call = sceyt.channels.getOrCreateDirect(['zoe', 'omar']).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await call).toMatchObject(expected)
      expect(sent.filter(({ init }) => init.method === 'POST')).toHaveLength(1)
    }
  })

  it('ends with the reason of its signal, even if that is an InputError', async () => {
    const controller = new AbortController()
    const reason = new InputError('shutdown', 'is in progress.')
    const server = serverOf({ 1: abortable })
    const { sceyt } = recordingClient((to, init) => {
      if (to.includes('/channels/1/users')) controller.abort(reason)
      return server(to, init)
    })
    expect(await failure(sceyt.channels.getOrCreateDirect(['zoe', 'omar'], { signal: controller.signal }))).toBe(reason)
  })

  it('skips a channel with one member, with a third, or with the same one twice', async () => {
    const server = serverOf({ 1: ['zoe'], 2: ['zoe', 'omar', 'lena'], 3: [], 4: ['zoe', 'zoe'], 5: ['zoe', 'omar'] })
    const { sceyt } = recordingClient(server)
    expect(await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])).toEqual({ id: '5' })
  })

  it('does not read the members of a channel that is known to have fewer or more', async () => {
    const counts: Record<string, number | null> = { 1: 1, 2: 3, 3: null, 4: 2 }
    const server = serverOf(
      { 1: ['zoe', 'omar'], 2: ['zoe', 'omar'], 3: ['zoe', 'lena'], 4: ['zoe', 'omar'] },
      (id) => ({ members_count: counts[id] }),
    )
    const { sceyt, sent } = recordingClient(server)
    expect(await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])).toEqual({ id: '4', members_count: 2 })
    expect(linesOf(sent).slice(2)).toEqual(['GET /channels/3/users', 'GET /channels/4/users'])
  })

  it.each<[string, Fetch]>([
    ['404', refusal(404, 40401)],
    ['400 with 1109', refusal(400, 1109)],
    ['403', refusal(403, 40105)],
  ])('skips a channel whose members are a %s', async (_name, fetch) => {
    const { sceyt } = recordingClient(serverOf({ 1: fetch, 2: ['zoe', 'omar'] }))
    expect(await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])).toEqual({ id: '2' })
  })

  it.each<[string, Fetch, string]>([
    ['the list', (to, init) => (init.method === 'POST' ? exists : refusal(403, 40105))(to, init), 'listChannels'],
    ['the list of members', serverOf({ 1: refusal(500, 50001) }), 'listChannelMembers'],
  ])('passes on a failure of %s', async (_name, fetch, operationId) => {
    expect(
      await failure(recordingClient(fetch, { maxRetries: 0 }).sceyt.channels.getOrCreateDirect(['zoe', 'omar'])),
    ).toMatchObject({ operationId })
  })

  it('says that it exists if it is not found, as the create did', async () => {
    const { sceyt, sent } = recordingClient(serverOf({ 1: ['zoe', 'lena'] }))
    const error = await failure(sceyt.channels.getOrCreateDirect(['zoe', 'omar']))
    expect(error).toBeInstanceOf(ConflictError)
    expect(error).toMatchObject({ operationId: 'createDirectChannel', reason: 'already-exists', status: 409 })
    expect(sent).toHaveLength(3)
  })

  it.each(['', '.', '..', '\ud800'])('skips a channel whose id is %j, which no path can carry', async (id) => {
    const items = [
      { id, members_count: 2 },
      { id: '1', members_count: '2' },
    ]
    const { sceyt } = recordingClient(
      inSequence(
        exists,
        () => json({ items, links: { next: null } }),
        () => json({ users: [{ username: 'zoe' }, { username: 'omar' }], links: { next: null } }),
      ),
    )
    expect(await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])).toMatchObject({ id: '1' })
  })

  it('ignores items that are no channels', async () => {
    const items = [null, 5, {}, { id: 7 }, { id: '1' }]
    const { sceyt } = recordingClient(
      inSequence(
        exists,
        () => json({ items, links: { next: null } }),
        () => json({ users: [null], links: { next: null } }),
      ),
    )
    expect(await failure(sceyt.channels.getOrCreateDirect(['zoe', 'omar']))).toMatchObject({ reason: 'already-exists' })
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'members is missing.'],
    ['a text', 'zoe', 'members must be an array, got "zoe".'],
    ['one', ['zoe'], 'members must have exactly 2 items, got 1.'],
    ['three', ['zoe', 'omar', 'lena'], 'members must have exactly 2 items, got 3.'],
    ['the same one twice', ['zoe', { username: 'zoe' }], 'members must differ from each other, got "zoe" twice.'],
    ['an empty name', ['zoe', ''], 'members[1].username must not be empty.'],
    ['an object without a name', [{}, 'zoe'], 'members[0].username is missing.'],
    ['null', [null, 'zoe'], 'members[0].username must be a string, got null.'],
    ['a lone surrogate', ['zoe', '\udc00'], 'members[1].username must be well-formed text'],
  ])('refuses %s before anything is sent, by its own name', async (_name, members, problem) => {
    const { sceyt, sent } = recordingClient(() => json(created))
    const error = await failure(sceyt.channels.getOrCreateDirect(members as ['zoe', 'omar']))
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({
      message: expect.stringContaining(`channels.getOrCreateDirect: ${problem}`),
      operationId: 'createDirectChannel',
    })
    expect(sent).toEqual([])
  })
})

describe('calls for the same thing', () => {
  it('run one after another, in their order', async () => {
    let [creates, most] = [0, 0]
    const users = new Map<string, object>()
    const { sceyt, sent } = recordingClient(async (to, init) => {
      const body = JSON.parse(String(init.body))
      const isCreate = init.method === 'POST'
      most = Math.max(most, isCreate ? ++creates : creates)
      await settle()
      if (isCreate) creates--
      const { username } = isCreate ? body : { username: 'zoe' }
      if (isCreate && users.has(username)) return exists(to, init)
      users.set(username, { ...users.get(username), ...body })
      return json(users.get(username))
    })
    const names = Array.from({ length: 20 }, (_, index) => String(index))
    const results = await Promise.all(names.map((first_name) => sceyt.users.upsert({ username: 'zoe', first_name })))
    expect(most).toBe(1)
    expect(results.map(({ first_name }) => first_name)).toEqual(names)
    expect(users.get('zoe')).toEqual({ username: 'zoe', first_name: '19' })
    expect(sent.map(({ init }) => init.method)).toEqual(['POST', ...Array(19).fill(['POST', 'PUT'])].flat())
  })

  it('are those of one method, with the same name, or the same two in any order, in one client', async () => {
    const { fetch, release } = held(() => json({ id: '1', username: 'x' }))
    const { sceyt, sent } = recordingClient(fetch)
    const calls = [
      sceyt.users.upsert({ username: 'zoe' }),
      sceyt.users.upsert({ username: 'omar' }),
      sceyt.users.upsert({ username: 'zoe' }),
      sceyt.channels.getOrCreateDirect(['zoe', 'omar']),
      sceyt.channels.getOrCreateDirect(['omar', { username: 'zoe' }]),
      sceyt.channels.getOrCreateDirect(['zoe', 'lena']),
      sceyt.channels.getOrCreateDirect(['zoe","omar', 'lena']),
      sceyt.users.create({ username: 'zoe' }),
    ]
    await settle()
    expect(sent).toHaveLength(6)
    while (release.length > 0) {
      release.shift()?.()
      await settle()
    }
    await Promise.all(calls)
    expect(sent).toHaveLength(8)
  })

  it('go on after one that failed', async () => {
    const { sceyt, sent } = recordingClient(inSequence(refusal(422, 40003), () => json(zoe)))
    const results = await Promise.allSettled([sceyt.users.upsert(zoe), sceyt.users.upsert(zoe)])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(sent).toHaveLength(2)
  })

  it('reject at once when they are aborted while they wait, and let no later one pass', async () => {
    const { fetch, release } = held(() => json(zoe))
    const errors: ErrorEvent[] = []
    const { sceyt, sent } = recordingClient(fetch, { hooks: { onError: (event) => errors.push(event) } })
    const controller = new AbortController()
    const first = sceyt.users.upsert(zoe)
    const second = sceyt.users.upsert(zoe, { signal: controller.signal })
    const third = sceyt.users.upsert(zoe)
    const reason = new Error('Enough.')
    controller.abort(reason)
    expect(await failure(second)).toBe(reason)
    expect(errors).toMatchObject([{ name: 'users.create', attempt: 0, error: reason }])
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    await settle()
    expect(sent).toHaveLength(1)
    release.shift()?.()
    await first
    await settle()
    expect(sent).toHaveLength(2)
    const fourth = sceyt.users.upsert(zoe)
    await settle()
    expect(sent).toHaveLength(2)
    release.shift()?.()
    expect(await third).toEqual(zoe)
    await settle()
    release.shift()?.()
    expect(await fourth).toEqual(zoe)
  })

  it('end while they wait, as unsent, if their limiter ends the wait', async () => {
    const stop = new AbortController()
    const { sceyt, sent } = recordingClient(abortable)
    const controller = new AbortController()
    const first = failure(sceyt.users.upsert(zoe, { signal: controller.signal }))
    const second = failure(
      sceyt.users.upsert(zoe, { limiter: { acquire: async () => {}, waitSignal: () => stop.signal } }),
    )
    stop.abort()
    expect(await second).toMatchObject({ name: 'ConnectionError', unsent: true, attempts: 0 })
    controller.abort()
    await first
    expect(sent).toHaveLength(1)
  })

  it('leave nothing behind', async () => {
    const set = vi.spyOn(Map.prototype, 'set')
    const { sceyt } = recordingClient(inSequence(exists, () => json(zoe)))
    await Promise.all([sceyt.users.upsert(zoe), sceyt.users.upsert(zoe)])
    const { contexts, calls } = set.mock
    set.mockRestore()
    const tails = contexts.filter((_map, index) => calls[index]?.[0] === '["users.upsert","zoe"]')
    expect(tails).toHaveLength(2)
    await settle()
    expect((tails[0] as Map<string, unknown>).size).toBe(0)
  })
})

describe('a composed call', () => {
  it('comes with the response of the request that gave its result, and the time of all', async () => {
    const slow: Fetch = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      return exists(...given)
    }
    const { sceyt } = recordingClient(inSequence(slow, () => json(zoe, { headers: { 'x-request-id': 'second' } })))
    const { data, status, requestId, attempts, duration } = await sceyt.users.upsert(zoe).withResponse()
    expect({ data, status, requestId, attempts }).toEqual({ data: zoe, status: 200, requestId: 'second', attempts: 1 })
    expect(duration).toBeGreaterThanOrEqual(29)
    const list: Fetch = () =>
      json({ items: [{ id: '1' }], links: { next: null } }, { headers: { 'x-request-id': 'list' } })
    const members: Fetch = () => json({ users: [{ username: 'zoe' }, { username: 'omar' }], links: { next: null } })
    const found = await recordingClient(inSequence(slow, list, members))
      .sceyt.channels.getOrCreateDirect(['zoe', 'omar'])
      .withResponse()
    expect(found).toMatchObject({ data: { id: '1' }, status: 200, requestId: 'list', attempts: 1 })
    expect(found.duration).toBeGreaterThanOrEqual(29)
    expect(found.duration).toBeLessThan(20_000)
  })

  it('has its headers and its number of retries in every request', async () => {
    vi.useFakeTimers()
    const { sceyt, sent } = recordingClient(
      inSequence(exists, () => json({ items: [{ id: '1' }], links: { next: null } }), respondingWith(503)),
    )
    const call = failure(
      sceyt.channels.getOrCreateDirect(['zoe', 'omar'], { headers: { 'x-tenant': 'a' }, maxRetries: 1 }),
    )
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await call).toMatchObject({ status: 503, attempts: 2 })
    expect(sent.map(({ headers }) => headers.get('x-tenant'))).toEqual(['a', 'a', 'a', 'a'])
  })

  it.each<[string, Fetch, string]>([
    ['the create', abortable, 'createUser'],
    ['the update', inSequence(exists, abortable), 'updateUser'],
  ])('ends in %s when its total time is over', async (_name, fetch, operationId) => {
    const error = await failure(recordingClient(fetch).sceyt.users.upsert(zoe, { totalTimeout: 60 }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ limit: 'totalTimeout', timeout: 60, operationId })
  })

  it('has one total time for all its requests together', async () => {
    let index = 0
    const { sceyt, sent } = recordingClient(async (to, init) => {
      if (init.method === 'POST') return exists(to, init)
      return to.includes('/users')
        ? json({ users: [], links: { next: null } })
        : json({ items: [{ id: String(++index) }], links: { next: `?offset=${index}` } })
    })
    // No request takes long, and the list never ends.
    expect(await failure(sceyt.channels.getOrCreateDirect(['zoe', 'omar'], { totalTimeout: 50 }))).toMatchObject({
      limit: 'totalTimeout',
      timeout: 50,
    })
    expect(sent.length).toBeGreaterThan(3)
  })

  it('ends when its total time is over while it waits for its turn', async () => {
    const { sceyt, sent } = recordingClient(abortable)
    const controller = new AbortController()
    const first = failure(sceyt.users.upsert(zoe, { signal: controller.signal }))
    const error = await failure(sceyt.users.upsert(zoe, { totalTimeout: 20 }))
    expect(error).toMatchObject({
      name: 'TimeoutError',
      limit: 'totalTimeout',
      timeout: 20,
      phase: 'queue',
      message: expect.stringContaining('Nothing was sent.'),
    })
    controller.abort()
    await first
    expect(sent).toHaveLength(1)
  })

  it.each<[string, number, Fetch]>([
    ['the create', 1, abortable],
    ['the list', 2, inSequence(exists, abortable)],
    ['the members', 3, inSequence(exists, () => json({ items: [{ id: '1' }], links: { next: null } }), abortable)],
  ])('ends with its signal, and its own reason, in %s', async (_name, count, fetch) => {
    const { sceyt, sent } = recordingClient(fetch)
    const controller = new AbortController()
    const call = failure(sceyt.channels.getOrCreateDirect(['zoe', 'omar'], { signal: controller.signal }))
    while (sent.length < count) await settle()
    controller.abort('Enough.')
    expect(await call).toBe('Enough.')
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  it('is refused at once with a signal that is aborted already, or with limits that cannot be', async () => {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    expect(await failure(sceyt.users.upsert(zoe, { signal: AbortSignal.abort('Enough.') }))).toBe('Enough.')
    expect(await failure(sceyt.users.upsert(zoe, { timeout: -1 }))).toBeInstanceOf(InputError)
    expect(sent).toEqual([])
  })

  it('calls hooks for each request, and not for a failure that it handles', async () => {
    const seen: string[] = []
    const hooks = {
      onResponse: ({ name, status }: { name: string; status: number }) => seen.push(`${name} ${status}`),
      onError: ({ name, error }: ErrorEvent) => seen.push(`${name} failed: ${(error as { reason?: string }).reason}`),
    }
    const { sceyt } = recordingClient(
      inSequence(exists, () => json(zoe)),
      { hooks },
    )
    await sceyt.users.upsert(zoe)
    expect(seen.splice(0)).toEqual(['users.create 409', 'users.update 200'])

    const list: Fetch = () => json({ items: [{ id: '1' }], links: { next: null } })
    await failure(
      recordingClient(inSequence(exists, list, refusal(404, 40401)), { hooks }).sceyt.channels.getOrCreateDirect([
        'zoe',
        'omar',
      ]),
    )
    expect(seen).toEqual([
      'channels.createDirect 409',
      'channels.list 200',
      'channels.members.list 404',
      'channels.createDirect failed: already-exists',
    ])
  })

  it('goes through the middlewares of openapi-fetch, step by step', async () => {
    const seen: string[] = []
    const { sceyt } = recordingClient(
      inSequence(exists, () => json(zoe)),
      { hooks: { onError: ({ name }) => seen.push(`${name} failed`) } },
    )
    sceyt.raw.use({
      onRequest({ request, schemaPath }) {
        seen.push(`${request.method} ${schemaPath}`)
      },
    })
    expect(await sceyt.users.upsert(zoe)).toEqual(zoe)
    expect(seen).toEqual(['POST /users', 'PUT /users/{username}'])
  })
})
