import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { InputError } from '../../src/index.js'
import { callByName } from '../lib/call-by-name.js'
import { failure, json, recordingClient } from '../lib/fetches.js'

const withPath = operations.flatMap((operation) =>
  Object.entries(operation.pathParameters).map(([parameter, shape], index) => ({ operation, parameter, shape, index })),
)

describe('nothing is sent', () => {
  it.each(withPath.map((one) => [`${one.operation.name} for a bad ${one.parameter}`, one] as const))(
    'by %s',
    async (_title, { operation, parameter, shape, index }) => {
      const bad = [
        undefined,
        null,
        '',
        {},
        new Date(),
        Number.NaN,
        ...(shape.type === 'string' ? ['.', '..', '\ud800', 101437428530810880] : ['7', 1.5]),
      ]
      for (const value of bad) {
        const { sceyt, sent } = recordingClient(() => json({}))
        const values: unknown[] = Object.values(operation.pathParameters).map(({ type }) =>
          type === 'string' ? 'x' : 1,
        )
        values[index] = value
        const error = await failure(callByName(sceyt, operation.name, values))
        expect(error).toBeInstanceOf(InputError)
        expect(error).toMatchObject({ parameter, operationId: operation.id })
        const path = Object.fromEntries(Object.keys(operation.pathParameters).map((name, at) => [name, values[at]]))
        const raw = sceyt.raw.request as (method: string, path: string, init: object) => Promise<unknown>
        expect(await failure(raw(operation.method, operation.path, { params: { path } }))).toMatchObject({
          name: 'InputError',
          parameter,
        })
        expect(sent).toEqual([])
      }
    },
  )

  it('by a raw call that leaves the base URL, or lacks its parameters', async () => {
    const { sceyt, sent } = recordingClient(() => json({}))
    for (const option of ['baseUrl', 'fetch', 'Request', 'pathSerializer']) {
      const init = { [option]: option === 'baseUrl' ? 'https://evil.example' : () => undefined }
      expect(await failure(sceyt.raw.GET('/users', init as never))).toMatchObject({
        name: 'InputError',
        parameter: option,
      })
    }
    expect(await failure(sceyt.raw.GET('/users/{username}', {} as never))).toMatchObject({
      name: 'InputError',
      parameter: 'username',
    })
    expect(await failure(sceyt.raw.GET('/nowhere' as never))).toMatchObject({ name: 'InputError', parameter: 'path' })
    expect(sent).toEqual([])
  })

  it('for a header that cannot be sent, whose value is not shown', async () => {
    const { sceyt, sent } = recordingClient(() => json({}))
    const error = await failure(sceyt.users.get('zoe', { headers: { 'X-Secret': 'hush\nInjected: 1' } }))
    expect(error).toMatchObject({ name: 'InputError', parameter: 'headers["X-Secret"]' })
    expect(String(error)).not.toContain('hush')
    expect(await failure(sceyt.users.get('zoe', { headers: { 'bad name': '1' } }))).toBeInstanceOf(InputError)
    expect(sent).toEqual([])
  })

  it('for a body that is no JSON, a signal that is none, or a list with a bad query', async () => {
    const { sceyt, sent } = recordingClient(() => json({}))
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    for (const options of [circular, { self: 1n }]) {
      expect(await failure(sceyt.channels.update('1', { options }))).toMatchObject({
        name: 'InputError',
        parameter: 'options.self',
      })
    }
    expect(await failure(sceyt.users.get('zoe', { signal: {} as never }))).toMatchObject({
      name: 'InputError',
      parameter: 'signal',
    })
    const list = sceyt.users.list({ limit: new Date() as never })
    expect(await failure(list)).toMatchObject({ name: 'InputError', parameter: 'limit', operationId: 'listUsers' })
    expect(sent).toEqual([])
  })

  it('for a bad timeout', async () => {
    const { sceyt, sent } = recordingClient(() => json({}))
    for (const timeout of [0, -1, Number.NaN, '5' as never])
      expect(await failure(sceyt.users.get('zoe', { timeout }))).toMatchObject({ parameter: 'timeout' })
    expect(sent).toEqual([])
  })
})

describe('what is sent', () => {
  it.each(['username_new*user', "!'()*", 'Զոյա 佐伊 🎉', 'a/b?c#d%2F', '...', ' ', '\u0000', 'a+b&c=d'])(
    'carries %j exactly, in path and query',
    async (name) => {
      const { sceyt, sent } = recordingClient(async () => new Response(null, { status: 204 }))
      await sceyt.messages.delete('1', name, { from: name })
      await sceyt.raw.DELETE('/channels/{channelId}/messages/{messageId}', {
        params: { path: { channelId: '1', messageId: name }, query: { from: name } },
      })
      expect(sent[0]?.url).toBe(sent[1]?.url)
      const [path, query] = (sent[0]?.url ?? '').split('?')
      expect(path?.split('/')).toHaveLength(9)
      expect(decodeURIComponent(path?.split('/').at(-1) ?? '')).toBe(name)
      expect(sent[0]?.url).toMatch(/^https:[A-Za-z0-9\-._~/%?=]*$/)
      expect(decodeURIComponent(query?.slice('from='.length) ?? '')).toBe(name)
    },
  )

  it('is JSON for a body, and nothing without one', async () => {
    const { sceyt, sent } = recordingClient(() => json({ id: '1', from: 'zoe', body: 'x' }))
    await sceyt.messages.send('1', { from: 'zoe', body: 'Բարեւ 你好 🎉' })
    await sceyt.channels.get('1')
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ from: 'zoe', body: 'Բարեւ 你好 🎉' })
    expect(sent[1]?.init.body ?? null).toBeNull()
    expect(sent[1]?.headers.has('content-type')).toBe(false)
  })

  it('calls the given fetch unbound, and follows no redirects', async () => {
    let bound: unknown = 'not called'
    const { sceyt, sent } = recordingClient(function (this: unknown) {
      bound = this
      return json({ username: 'zoe' })
    })
    await sceyt.users.get('zoe')
    expect(bound).toBeUndefined()
    expect(sent[0]?.init.redirect).toBe('manual')
  })
})
