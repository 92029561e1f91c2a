import { tracingChannel } from 'node:diagnostics_channel'
import {
  type Channel,
  type ChannelUpdate,
  createSceyt,
  type FilterValue,
  type Member,
  type Message,
  type RateLimit,
  type Role,
  type SceytOptions,
  subscribeToCalls,
  type TraceContext,
  type User,
  type UserList,
  where,
} from 'sceyt-platform'
import { fromPath } from 'sceyt-platform/node'
import { assertType, describe, expectTypeOf, it } from 'vitest'

const sceyt = createSceyt({ baseUrl: 'https://api.example.com', apiKey: 'test-key' })
const channelId = '101437428530810880'

describe('results', () => {
  it('have the types of the document', async () => {
    expectTypeOf(await sceyt.users.get('zoe')).toEqualTypeOf<User>()
    expectTypeOf(await sceyt.users.list()).toEqualTypeOf<UserList>()
    expectTypeOf(await sceyt.users.delete('zoe')).toEqualTypeOf<void>()
    expectTypeOf(await sceyt.channels.members.add(channelId, { members: [{ username: 'zoe' }] })).toEqualTypeOf<
      Member[]
    >()
    expectTypeOf((await sceyt.channels.get(channelId)).last_message).toEqualTypeOf<Channel['last_message']>()
    expectTypeOf(await sceyt.users.upsert({ username: 'zoe' })).toEqualTypeOf<User>()
    expectTypeOf(await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])).toEqualTypeOf<Channel>()
    expectTypeOf<Channel['id']>().toEqualTypeOf<string>()
    expectTypeOf<Role['id']>().toEqualTypeOf<number>()
  })

  it('of lists are items or pages', async () => {
    for await (const message of sceyt.messages.list(channelId)) expectTypeOf(message).toEqualTypeOf<Message>()
    for await (const role of sceyt.roles.list()) expectTypeOf(role).toEqualTypeOf<Role>()
    for await (const page of sceyt.users.list().pages()) expectTypeOf(page).toEqualTypeOf<UserList>()
    expectTypeOf(sceyt.users.list().pages()).toExtend<AsyncGenerator<UserList, void, undefined>>()
    // @ts-expect-error pages are not a promise
    await sceyt.users.list().pages()
  })

  it('come with their response', async () => {
    const { data, response, status, requestId, rateLimit, attempts, duration } = await sceyt.users
      .get('zoe')
      .withResponse()
    expectTypeOf(data).toEqualTypeOf<User>()
    expectTypeOf(response).toEqualTypeOf<Response>()
    expectTypeOf({ status, attempts, duration }).toEqualTypeOf<{ status: number; attempts: number; duration: number }>()
    expectTypeOf(requestId).toEqualTypeOf<string | undefined>()
    expectTypeOf(rateLimit).toEqualTypeOf<RateLimit | undefined>()
  })

  it('of downloads are a Blob, or a stream on request', async () => {
    expectTypeOf(await sceyt.files.download('hello.txt')).toEqualTypeOf<Blob>()
    expectTypeOf(await sceyt.files.download('hello.txt', { as: 'stream' })).toEqualTypeOf<ReadableStream<Uint8Array>>()
  })

  it('of raw calls are typed by path', async () => {
    const { data, error } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
    expectTypeOf(data).toEqualTypeOf<User | undefined>()
    expectTypeOf(error?.message).toEqualTypeOf<string | undefined>()
    // @ts-expect-error there is no such path
    await sceyt.raw.GET('/nowhere')
    // @ts-expect-error a user is not made by PUT
    await sceyt.raw.PUT('/users', { body: { username: 'zoe' } })
  })
})

describe('options', () => {
  const given = { baseUrl: 'https://api.example.com', apiKey: 'test-key' }

  it('of a client accept hooks and a logger', () => {
    createSceyt({
      ...given,
      logger: console,
      logLevel: 'debug',
      maxConcurrent: 4,
      hooks: {
        onRequest: ({ url, attempt }) => assertType<[string, number]>([url, attempt]),
        onResponse: async ({ status }) => assertType<number>(status),
        onRetry: ({ delay, status }) => assertType<[number, number | undefined]>([delay, status]),
        onError: ({ error }) => assertType<unknown>(error),
      },
    })
    // @ts-expect-error there is no such level
    createSceyt({ ...given, logLevel: 'verbose' })
    // @ts-expect-error there is no such hook
    createSceyt({ ...given, hooks: { onSuccess: () => {} } })
  })

  it('of a client accept the separators of the document', () => {
    expectTypeOf<SceytOptions['filterSeparator']>().toEqualTypeOf<';' | '&' | undefined>()
    // @ts-expect-error there is no such separator
    createSceyt({ ...given, filterSeparator: ',' })
  })

  it('of a client accept a User-Agent, or none', () => {
    expectTypeOf<SceytOptions['userAgent']>().toEqualTypeOf<string | false | undefined>()
    // @ts-expect-error only false turns it off
    createSceyt({ ...given, userAgent: true })
  })

  it('of a client do not include others', () => {
    // @ts-expect-error it is called maxRetries
    createSceyt({ ...given, retries: 3 })
  })

  it('of a call accept limits, but no option of the client', () => {
    assertType(sceyt.users.get('zoe', { maxRetries: 0, timeout: 5, totalTimeout: Infinity }))
    assertType(sceyt.users.list({ limit: 5 }, { maxRetries: 5 }))
    // @ts-expect-error concurrency is an option of the client
    sceyt.users.get('zoe', { maxConcurrent: 1 })
  })
})

describe('input', () => {
  it('must have what the document requires', () => {
    assertType(sceyt.users.create({ username: 'zoe' }))
    // @ts-expect-error the username is missing
    sceyt.users.create({ first_name: 'Zoe' })
    // @ts-expect-error the text is missing
    sceyt.messages.send(channelId, { from: 'zoe' })
    // @ts-expect-error the user who deletes is missing
    sceyt.messages.delete(channelId, '101437428530810881')
    // @ts-expect-error the document has no such field
    sceyt.users.create({ username: 'zoe', not_a_field: 'Z' })
  })

  it('of a direct channel is two users, each by name or as an object', async () => {
    const zoe = await sceyt.users.get('zoe')
    assertType(sceyt.channels.getOrCreateDirect([zoe, 'omar']))
    assertType(sceyt.channels.getOrCreateDirect(['zoe', { username: 'omar' }] as const, { totalTimeout: 1000 }))
    assertType((await sceyt.channels.getOrCreateDirect(['zoe', 'omar']).withResponse()).duration)
    // @ts-expect-error one user is missing
    sceyt.channels.getOrCreateDirect(['zoe'])
    // @ts-expect-error a third has no place
    sceyt.channels.getOrCreateDirect(['zoe', 'omar', 'lena'])
    // @ts-expect-error the username is missing
    sceyt.users.upsert({ first_name: 'Zoe' })
  })

  it('may have undefined for what is optional', () => {
    const nothing = undefined as string | undefined
    assertType(sceyt.users.create({ username: 'zoe', first_name: nothing }))
    assertType(sceyt.users.list({ limit: undefined }))
    assertType(sceyt.channels.update(channelId, { uri: undefined, type: undefined, options: undefined }))
    assertType(sceyt.channels.createPublic({ members: [{ username: 'zoe', role: nothing }] }))
    const attachments = [{ url: 'https://cdn.example.com/a.png', name: nothing }]
    assertType(sceyt.messages.send(channelId, { from: 'zoe', body: 'Hello', attachments }))
    // @ts-expect-error the username is required
    sceyt.users.create({ username: undefined })
    // @ts-expect-error results do not have it
    assertType<User>({ username: 'zoe', first_name: nothing })
  })

  it('of a new direct channel has two members', () => {
    assertType(sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'omar', role: undefined }] }))
    assertType(sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'omar' }] as const }))
    // @ts-expect-error one member is missing
    sceyt.channels.createDirect({ members: [{ username: 'zoe' }] })
    // @ts-expect-error nothing says how many there are
    sceyt.channels.createDirect({ members: [] as User[] })
  })

  it('accepts ids as strings, and role ids as numbers', () => {
    // @ts-expect-error channel ids do not fit a number
    sceyt.channels.get(101437428530810880)
    // @ts-expect-error role ids are numbers
    sceyt.roles.get('7')
    // @ts-expect-error a date is written as a string
    sceyt.users.get(new Date())
    // @ts-expect-error limits are numbers
    sceyt.users.list({ limit: '50' })
  })

  it('accepts the same handlers of rejections for a list as for a call', () => {
    for (const promise of [sceyt.users.list(), sceyt.users.get('zoe')] as const) {
      assertType<Promise<string>>(
        promise.then(
          () => 'a',
          (error: Error) => error.message,
        ),
      )
      assertType<Promise<string>>(
        promise.then(
          () => 'a',
          (error) => error.message,
        ),
      )
      assertType<Promise<unknown>>(promise.then(undefined, null))
    }
    // @ts-expect-error the page has no such field
    sceyt.users.list().then(({ user }) => user)
  })

  it('accepts the filters of the grammar', () => {
    expectTypeOf(where('created_at', 'gte', '2020-12-01')).toEqualTypeOf<string>()
    assertType(where('type', 'in', ['public', 'private']))
    // @ts-expect-error there is no such operator
    where('type', 'is', 'public')
    // @ts-expect-error there is no such field
    where('colour', 'eq', 'red')
    assertType(where('type', 'eq', 'broadcast'))
    expectTypeOf<'public'>().toExtend<FilterValue<'type'>>()
    expectTypeOf<FilterValue<'type'>>().toEqualTypeOf<'public' | 'private' | 'direct' | (string & {})>()
    expectTypeOf<FilterValue<'uri'>>().toEqualTypeOf<string>()
    // @ts-expect-error `in` takes several values
    where('uri', 'in', 'a')
    assertType(where('created_at', 'gte', new Date()))
    assertType(where('created_at', 'in', [new Date(), '2020-12-01']))
    // @ts-expect-error a subject is no time
    where('subject', 'eq', new Date())
  })

  it('suggests the documented kinds of channels, and accepts any other word and number', () => {
    expectTypeOf<ChannelUpdate['type']>().toEqualTypeOf<
      number | 'public' | 'private' | 'direct' | (string & {}) | undefined
    >()
    expectTypeOf<Channel['type']>().toEqualTypeOf<number | string | undefined>()
    // @ts-expect-error neither a word nor a number
    sceyt.channels.update('1', { type: true })
  })

  it('accepts members to remove as usernames, and as objects', () => {
    assertType(sceyt.channels.members.remove('1', { members: ['zoe', { username: 'omar' }] }))
    // @ts-expect-error a member has a username
    sceyt.channels.members.remove('1', { members: [{ name: 'omar' }] })
  })

  it('accepts a file by its name, its URL, or what the upload returned', async () => {
    assertType(sceyt.files.download('hello.txt'))
    assertType(sceyt.files.delete(await sceyt.files.upload(new Blob(['Hello']))))
    // @ts-expect-error an address is in url
    sceyt.files.download({ href: 'hello.txt' })
  })

  it('accepts files in any form', async () => {
    assertType(sceyt.files.upload(new Blob(['Hello'])))
    assertType(sceyt.files.upload(new File(['Hello'], 'hello.txt')))
    assertType(sceyt.files.upload(await fromPath('hello.txt')))
    // @ts-expect-error a path needs fromPath
    sceyt.files.upload('hello.txt')
  })
})

describe('the tracing channel', () => {
  it('has typed messages, with the function of the client', () => {
    subscribeToCalls({
      start: (call) => expectTypeOf(call).toEqualTypeOf<TraceContext>(),
      asyncEnd: ({ callId, result, error }) => {
        expectTypeOf(callId).toEqualTypeOf<string>()
        expectTypeOf(result?.response).toEqualTypeOf<Response | undefined>()
        expectTypeOf(error).toEqualTypeOf<unknown>()
      },
    })
    expectTypeOf(subscribeToCalls).returns.toEqualTypeOf<() => void>()
    // @ts-expect-error There is no such event.
    subscribeToCalls({ finish: () => undefined })
  })

  it("has typed messages, with Node's own function", () => {
    tracingChannel<TraceContext>('sceyt-platform:call').subscribe({
      start: ({ method, path }) => expectTypeOf(`${method} ${path}`).toEqualTypeOf<string>(),
      end: () => undefined,
      asyncStart: () => undefined,
      asyncEnd: ({ result, duration, attempt, attemptDuration }) => {
        expectTypeOf(result?.attempts).toEqualTypeOf<number | undefined>()
        expectTypeOf([duration, attempt, attemptDuration]).toEqualTypeOf<number[]>()
      },
      error: ({ error }) => expectTypeOf(error).toEqualTypeOf<unknown>(),
    })
  })
})
