import { describe, expect, it } from 'vitest'
import { ApiError, createSceyt, ResponseError } from '../../src/index.js'
import { apiKey, collect, failure, json, observe, serve } from './servers.js'

const answers: [kind: string, response: () => Response, problem: string][] = [
  ['an empty body', () => new Response('', { status: 200 }), 'the body is empty'],
  ['no content', () => new Response(null, { status: 204 }), 'the body is empty'],
  ['HTML', () => new Response('<!doctype html><p>Hotel</p>', { headers: { 'content-type': 'text/html' } }), 'the body is HTML'],
  ['cut JSON', () => new Response('{"username":"zo'), 'not valid JSON'],
  ['null', () => new Response('null'), 'the body is null'],
  ['a number', () => new Response('5'), 'the body is a number'],
  ['an array', () => new Response('[]'), 'the body is an array'],
]

describe('a success that is not what the document says', () => {
  it.each(answers)('%s is a ResponseError', async (_kind, answer, problem) => {
    const { sceyt } = observe(async () => answer())
    const read = await failure(sceyt.users.get('zoe'))
    expect(read).toBeInstanceOf(ResponseError)
    expect(read).toMatchObject({ status: answer().status, operationId: 'getUser', accepted: false, message: expect.stringContaining(problem) })
    const write = await failure(sceyt.messages.send('1', { from: 'zoe', body: 'Hello' }))
    expect(write).toMatchObject({ name: 'ResponseError', accepted: true, message: expect.stringContaining('do not send it again') })
    const raw = await failure(sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } }))
    expect(raw).toMatchObject({ name: 'ResponseError', operationId: 'getUser' })
  })

  it('a body that breaks off is a ResponseError', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"username":', () => response.destroy())
    })
    const sceyt = createSceyt({ baseUrl: origin, apiKey })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError', status: 200, message: expect.stringContaining('cut off') })
  })

  it.each([
    ['nothing', () => new Response(null, { status: 204 })],
    ['an empty 200', () => new Response('')],
    ['JSON that nobody asked for', () => new Response('{"deleted":true}')],
  ])('%s is fine where no body is due', async (_kind, answer) => {
    const { sceyt } = observe(async () => answer())
    expect(await sceyt.users.delete('zoe')).toBeUndefined()
  })

  it('HTML is not, even where no body is due', async () => {
    const { sceyt } = observe(async () => new Response('<p>Hotel</p>'))
    expect(await failure(sceyt.users.delete('zoe'))).toMatchObject({ name: 'ResponseError', accepted: true })
  })

  it('a list without its items is a ResponseError', async () => {
    const { sceyt } = observe(() => json({ count: 0, links: { next: null } }))
    expect(await failure(collect(sceyt.users.list()))).toMatchObject({ name: 'ResponseError', message: expect.stringContaining('/users') })
  })
})

describe('an error whose body is not what the document says', () => {
  const bodies: [kind: string, body: string | null, message: string][] = [
    ['empty', '', 'does not say why'],
    ['absent', null, 'does not say why'],
    ['HTML', '<html><style>p{}</style><h1>502 Bad Gateway</h1></html>', '502 Bad Gateway'],
    ['problem+json', '{"title":"Bad","detail":"The gate is shut"}', 'The gate is shut'],
    ['nested', '{"error":{"code":7,"message":"Inner"}}', 'Inner'],
    ['a word', '{"error":"teapot"}', 'teapot'],
    ['null', 'null', 'does not say why'],
  ]
  it.each(bodies)('%s is still the right class', async (_kind, body, message) => {
    const { sceyt } = observe(async () => new Response(body, { status: 502, headers: { 'x-request-id': 'r-1' } }))
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toMatchObject({ name: 'ServerError', status: 502, requestId: 'r-1', operationId: 'getUser', message: expect.stringContaining(message) })
    const raw = await sceyt.raw.GET('/users')
    expect(raw.data).toBeUndefined()
    expect(raw.error).toBeTypeOf('object')
    expect(JSON.stringify(raw.error)).toContain(message)
  })

  it('a status beyond all classes is still an error', async () => {
    const origin = await serve((_request, response) => response.writeHead(999).end('denied'))
    expect(await failure(createSceyt({ baseUrl: origin, apiKey }).users.get('zoe'))).toMatchObject({ name: 'ApiError', status: 999 })
    const { sceyt } = observe(async () => new Response('short and stout', { status: 418 }))
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ApiError', status: 418, body: 'short and stout' })
  })

  it('a body of ten megabytes is read only to a bound', async () => {
    let sent = 0
    const origin = await serve((_request, response) => {
      response.writeHead(500)
      const chunk = 'x'.repeat(64 * 1024)
      const more = () => {
        while (sent < 160 && response.write(chunk)) sent++
      }
      response.on('drain', more)
      more()
    })
    const error = await failure(createSceyt({ baseUrl: origin, apiKey }).users.get('zoe'))
    expect(error).toBeInstanceOf(ApiError)
    expect(String((error as ApiError).body).length).toBeLessThan(4096)
    expect(sent).toBeLessThan(160)
  })
})

it('a bare array is a page like any other', async () => {
  const { sceyt, sent } = observe(() => json([{ username: 'zoe' }, { username: 'omar' }]))
  expect(await sceyt.users.list()).toEqual({ count: 2, links: { next: null }, users: [{ username: 'zoe' }, { username: 'omar' }] })
  expect((await collect(sceyt.users.list())).map(({ username }) => username)).toEqual(['zoe', 'omar'])
  expect(sent).toHaveLength(2)
})

it('a hostile next link sends no call elsewhere', async () => {
  const pages = [
    { users: [{ username: 'a' }], count: 1, total_count: 2, links: { next: 'https://evil.example/steal?limit=1&offset=1&x=%2A#f' } },
    { users: [{ username: 'b' }], count: 1, total_count: 2, links: { next: null } },
  ]
  const { sceyt, sent } = observe(() => json(pages[sent.length - 1]))
  expect(await collect(sceyt.users.list({ limit: 1 }))).toHaveLength(2)
  expect(sent.map(({ url }) => url)).toEqual(['https://api.example.com/v1/app/users?limit=1', 'https://api.example.com/v1/app/users?limit=1&offset=1&x=%2A'])
})

it('a page that does not advance is a ResponseError', async () => {
  const { sceyt, sent } = observe(() =>
    json({ users: [{ username: 'a' }], count: 1, total_count: 9, links: { next: 'https://api.example.com/users?limit=1' } }),
  )
  expect(await failure(collect(sceyt.users.list({ limit: 1 })))).toMatchObject({
    name: 'ResponseError',
    message: expect.stringContaining('read before'),
  })
  expect(sent).toHaveLength(1)
})

it('a later page that repeats itself is noticed at once', async () => {
  const { sceyt, sent } = observe((input) => {
    const offset = Number(new URL(String(input)).searchParams.get('offset'))
    return json({ users: [{ username: 'a' }], count: 1, total_count: 9, links: { next: `https://api.example.com/users?offset=${Math.min(offset + 1, 5)}` } })
  })
  expect(await failure(collect(sceyt.users.list()))).toMatchObject({ name: 'ResponseError' })
  expect(sent).toHaveLength(6)
})

it('withResponse gives the response too, of one call', async () => {
  const { sceyt, sent } = observe(() => json({ username: 'zoe' }, { headers: { 'x-request-id': 'r-2' } }))
  const call = sceyt.users.get('zoe')
  const { data, response } = await call.withResponse()
  expect(data).toEqual(await call)
  expect(response.headers.get('x-request-id')).toBe('r-2')
  expect(sent).toHaveLength(1)
})
