import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ResponseError, type UploadSource } from '../../src/index.js'
import { fromStream } from '../../src/node/index.js'
import { collect, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

const zoe = { username: 'zoe' }
const nothing = { onRequest() {} }
const uploaded = { name: 'a.txt' }

/** An upload that can be opened again and again, and how often it was. */
function source(repeatable = true): { file: UploadSource; opened: () => number } {
  let opened = 0
  const stream = () => {
    opened++
    return new Blob(['content']).stream()
  }
  return { file: { name: 'a.txt', repeatable, stream }, opened: () => opened }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('an upload through a middleware that does nothing', () => {
  it('is retried as without it, if it can be opened again', async () => {
    for (const middlewares of [[], [nothing]]) {
      const bodies: string[] = []
      const { sceyt, sent } = recordingClient(async (url, init) => {
        bodies.push(await new Response(init.body, { headers: init.headers as Headers }).text())
        return inTurnByCount(bodies.length)(url, init)
      })
      sceyt.raw.use(...middlewares)
      const { file, opened } = source()
      const upload = sceyt.files.upload(file)
      await vi.advanceTimersByTimeAsync(2000)
      await upload
      expect(sent).toHaveLength(2)
      expect(bodies[0]).toContain('content')
      expect(bodies[1]).toBe(bodies[0])
      expect(opened()).toBe(2)
    }
  })

  const inTurnByCount = (count: number) =>
    count === 1 ? respondingWith(429, { 'retry-after': '1' }) : () => json(uploaded)

  it('is not retried if it can be read only once', async () => {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt, sent } = recordingClient(respondingWith(429, { 'retry-after': '1' }))
      sceyt.raw.use(...middlewares)
      const error = failure(sceyt.files.upload(fromStream(Readable.from([Buffer.from('a')]), { name: 'a.txt' })))
      await vi.advanceTimersByTimeAsync(2000)
      expect(await error).toMatchObject({ status: 429, attempts: 1 })
      expect(sent).toHaveLength(1)
    }
  })

  it('is retried from memory too', async () => {
    for (const middlewares of [[], [nothing]]) {
      const bodies: string[] = []
      const { sceyt } = recordingClient(async (url, init) => {
        const form = await new Response(init.body, { headers: init.headers as Headers }).formData()
        bodies.push(await (form.get('files') as File).text())
        return inTurnByCount(bodies.length)(url, init)
      })
      sceyt.raw.use(...middlewares)
      const upload = sceyt.files.upload(new Blob(['content']))
      await vi.advanceTimersByTimeAsync(2000)
      await upload
      expect(bodies).toEqual(['content', 'content'])
    }
  })
})

it('a middleware that reads a copy of an upload leaves the upload whole', async () => {
  const bodies: string[] = []
  const { sceyt } = recordingClient(async (_url, init) => {
    bodies.push(await new Response(init.body).text())
    return json(uploaded)
  })
  sceyt.raw.use({ onRequest: async ({ request }) => void bodies.push(await request.clone().text()) })
  await sceyt.files.upload(source().file)
  await sceyt.files.upload(fromStream(Readable.from([Buffer.from('content')]), { name: 'a.txt' }))
  expect(bodies).toHaveLength(4)
  expect(bodies[1]).toBe(bodies[0])
  expect(bodies[3]).toBe(bodies[2])
  expect(bodies[3]).toContain('content')
})

it('a middleware that puts another request in place has that one sent, its upload once', async () => {
  const { sceyt, sent } = recordingClient(respondingWith(429, { 'retry-after': '1' }))
  sceyt.raw.use({
    onRequest: ({ request }) =>
      new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-a': '1' } }),
  })
  const error = failure(sceyt.files.upload(source().file))
  await vi.advanceTimersByTimeAsync(5000)
  expect(await error).toMatchObject({ status: 429, attempts: 1 })
  expect(sent.map(({ headers }) => headers.get('x-a'))).toEqual(['1'])
})

describe('a page after the first', () => {
  const users = (count: number, next: string | null) => ({ users: [{ username: `u${count}` }], count, links: { next } })

  /** The queries that middlewares see, next to those that are sent. */
  async function queriesOf(next: string): Promise<{ seen: unknown[]; urls: string[] }> {
    const seen: unknown[] = []
    const { sceyt, sent } = recordingClient(
      inSequence(
        () => json(users(1, next)),
        () => json(users(2, null)),
      ),
    )
    sceyt.raw.use({ onRequest: ({ params }) => void seen.push({ ...params.query }) })
    await collect(sceyt.users.list({ limit: 1 }))
    return { seen, urls: sent.map(({ url }) => new URL(url).search) }
  }

  it('is an ordinary call: a middleware sees the query that is sent', async () => {
    const { seen, urls } = await queriesOf('/users?limit=1&offset=1&after=7')
    expect(urls).toEqual(['?limit=1', '?limit=1&offset=1&after=7'])
    expect(seen).toEqual([{ limit: 1 }, { limit: 1, offset: 1, after: '7' }])
  })

  it('has the query of the server, byte for byte', async () => {
    const { urls } = await queriesOf('https://elsewhere.example/x?after=a+b%2f*&limit=1')
    expect(urls[1]).toBe('?after=a+b%2f*&limit=1')
  })

  it('is checked as such: a link that is not valid is an error of the response', async () => {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt, sent } = recordingClient(() => json(users(1, '/users?limit=none')))
      sceyt.raw.use(...middlewares)
      const error = await failure(collect(sceyt.users.list({ limit: 1 })))
      expect(error).toBeInstanceOf(ResponseError)
      expect((error as Error).message).toContain('the URL of its next page is not valid: limit must be a whole number')
      expect(sent).toHaveLength(1)
    }
  })
})

describe('an error status of a raw call', () => {
  const body = { code: 1404, type: 'NotFound', message: 'No' }
  const responses: [string, () => Promise<Response>, unknown][] = [
    ['JSON', () => json(body, { status: 404, statusText: 'Not Found', headers: { 'x-request-id': 'r-1' } }), body],
    [
      'text',
      async () => new Response('<p>gone</p>', { status: 502 }),
      { code: 502, type: 'Unexpected', message: '<p>gone</p>' },
    ],
    [
      'nothing',
      async () => new Response(null, { status: 500 }),
      { code: 500, type: 'Unexpected', message: 'The server gave no message.' },
    ],
  ]
  it.each(responses)('of %s is the same with a middleware and without', async (_what, respond, expected) => {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt } = recordingClient(respond, { maxRetries: 0 })
      sceyt.raw.use(...middlewares)
      const { data, error, response } = await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
      expect([data, error]).toEqual([undefined, expected])
      expect(response).toBeInstanceOf(Response)
      expect(response.status).toBe((await respond()).status)
    }
  })

  it('has a response whose body can still be read', async () => {
    const { sceyt } = recordingClient(() => json(body, { status: 404 }))
    const { response } = await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
    expect(await response.json()).toEqual(body)
  })
})

it.each([999, 199])('a status of %i and an odd reason phrase are an error, with a middleware too', async (status) => {
  for (const middlewares of [[], [nothing, { onResponse() {} }]]) {
    const { sceyt } = recordingClient(async () =>
      Object.defineProperties(new Response('odd'), {
        status: { value: status },
        ok: { value: false },
        statusText: { value: 'Не\n' },
      }),
    )
    sceyt.raw.use(...middlewares)
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ApiError', status, body: 'odd' })
  }
})
