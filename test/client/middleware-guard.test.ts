import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { failing, failure, json, recordingClient, respondingWith } from '../lib/fetches.js'

const zoe = { username: 'zoe' }
const good = () => json(zoe, { status: 201 })

/** A client with a middleware that does nothing, and one that breaks a rule. */
function clientWith(middleware: object, fetch: Parameters<typeof recordingClient>[0] = good) {
  const client = recordingClient(fetch, { maxRetries: 0 })
  client.sceyt.raw.use({ onRequest() {} }, middleware as { onRequest(): undefined })
  return client
}

describe('a middleware that reads a body without cloning', () => {
  it('of the request is named, before anything is sent', async () => {
    const { sceyt, sent } = clientWith({
      onRequest: ({ request }: { request: Request }) => request.text().then(() => {}),
    })
    expect(await failure(sceyt.users.create(zoe))).toMatchObject({
      name: 'InputError',
      parameter: 'middleware[1].onRequest',
      operationId: 'createUser',
      message:
        'users.create: middleware[1].onRequest has read the body of the request: read that of `request.clone()` instead.',
    })
    expect(sent).toEqual([])
  })

  it('of the request may return another request', async () => {
    const { sceyt, sent } = clientWith({
      onRequest: async ({ request }: { request: Request }) =>
        new Request(request.url, { method: 'POST', headers: request.headers, body: await request.text() }),
    })
    await sceyt.users.create(zoe)
    expect(sent).toHaveLength(1)
  })

  it('of a success is named, and the request was accepted', async () => {
    const { sceyt } = clientWith({
      onResponse: ({ response }: { response: Response }) => response.json().then(() => {}),
    })
    expect(await failure(sceyt.users.create(zoe))).toMatchObject({
      name: 'ResponseError',
      accepted: true,
      status: 201,
      message:
        'users.create: the server responded with 201, but middleware[1].onResponse left a body that has been read: read that of `response.clone()` instead. The request was accepted: do not retry it.',
    })
  })

  it.each([false, true])('of an error changes nothing about it, even if it returns it: %s', async (returns) => {
    const { sceyt } = clientWith(
      {
        async onResponse({ response }: { response: Response }) {
          await response.text()
          return returns ? response : undefined
        },
      },
      respondingWith(404),
    )
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'NotFoundError', serverMessage: 'No' })
  })
})

describe('a middleware that returns what it must not', () => {
  it.each([5, 'a', {}, [], true])('from onRequest is named, before anything is sent: %j', async (value) => {
    const { sceyt, sent } = clientWith({ onRequest: () => value })
    expect(await failure(sceyt.users.create(zoe))).toMatchObject({
      name: 'InputError',
      parameter: 'middleware[1].onRequest',
      message: expect.stringMatching(
        /^users\.create: .* must return a Request to the same origin, a Response or nothing, got /,
      ),
    })
    expect(sent).toEqual([])
  })

  it.each([5, {}, new Request('https://a.example')])(
    'from onResponse is named, and the request was accepted: %j',
    async (value) => {
      const { sceyt } = clientWith({ onResponse: () => value })
      expect(await failure(sceyt.users.create(zoe))).toMatchObject({
        name: 'ResponseError',
        accepted: true,
        message: expect.stringMatching(
          /middleware\[1\]\.onResponse must return a Response or nothing, got .* do not retry/,
        ),
      })
    },
  )

  it.each<[string, object, Parameters<typeof recordingClient>[0], object]>([
    ['onResponse must return a Response or nothing', { onResponse: () => 5 }, respondingWith(500), { status: 500 }],
    [
      'onError must return a Response, an Error or nothing',
      { onError: () => 5 },
      failing('ECONNRESET'),
      { name: 'ConnectionError', unsent: false },
    ],
  ])(
    'after a failure is logged, and the call fails as without it: %s',
    async (problem, middleware, fetch, expected) => {
      const error = vi.spyOn(console, 'error').mockImplementation(() => {})
      onTestFinished(() => error.mockRestore())
      const { sceyt } = clientWith(middleware, fetch)
      expect(await failure(sceyt.users.create(zoe))).toMatchObject(expected)
      expect(error).toHaveBeenCalledExactlyOnceWith(
        `sceyt-platform: middleware[1].${problem}, got the number 5; the call continues`,
        expect.objectContaining({ name: 'users.create', attempt: 1 }),
      )
    },
  )

  it.each([undefined, null, false, 0, ''])('may return %j, which is nothing', async (value) => {
    const give = () => value
    const { sceyt } = clientWith({ onRequest: give, onResponse: give, onError: give })
    expect(await sceyt.users.create(zoe)).toEqual(zoe)
  })
})

it('a middleware may be an instance of a class, whose methods use it', async () => {
  class Counting {
    calls: string[] = []
    onRequest() {
      this.calls.push('request')
    }
    onResponse() {
      this.calls.push('response')
    }
    onError() {
      this.calls.push('error')
    }
  }
  const counting = new Counting()
  const { sceyt } = clientWith(counting)
  await sceyt.users.get('zoe')
  expect(counting.calls).toEqual(['request', 'response'])
})
