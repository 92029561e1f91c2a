import { describe, expect, it } from 'vitest'
import { named, open, post } from './open.js'

const users = named('zoe')

describe('a request is rejected', () => {
  it.each([
    [
      '401',
      'without a key',
      '/users',
      { headers: { 'Platform-Api-Key': '' } },
      'Missing API key: send it in the Platform-Api-Key header.',
    ],
    ['401', 'with an unknown key', '/users', { headers: { 'Platform-Api-Key': 'wrong' } }, 'is unknown'],
    ['404', 'to an unknown path', '/user', {}, 'GET /v1/sandbox/user is not in the OpenAPI document.'],
    ['404', 'to a path with an extra slash', '/users/', {}, 'is not in the OpenAPI document.'],
    ['404', 'to the name of a property', '/constructor', {}, 'is not in the OpenAPI document.'],
    ['404', 'to an unknown user', '/users/nobody', {}, 'There is no user "nobody"'],
    ['405', 'with an unknown method', '/users', { method: 'PATCH' }, 'use GET or POST.'],
    ['405', 'with a method of another path', '/users/zoe', { method: 'POST' }, 'use GET, PUT or DELETE.'],
    ['400', 'with a malformed path', '/users/a%zz', {}, '%'],
    ['400', 'with a malformed and unknown path', '/us%zz', {}, '%'],
    ['400', 'with a malformed path and another method', '/users/a%zz', { method: 'PATCH' }, '%'],
    ['400', 'with a path that is not UTF-8', '/users/%ff', {}, 'UTF-8'],
    ['400', 'with a lone surrogate in the path', '/users/%ED%A0%80', {}, 'UTF-8'],
    ['400', 'with a malformed query', '/users?limit=%E0%A4%A', {}, 'The query'],
    ['400', 'with a body that is not JSON', '/users', { method: 'POST', body: '{"username":' }, 'not valid JSON'],
    ['400', 'with an empty body', '/users', { method: 'POST', body: '' }, 'empty'],
    [
      '400',
      'with a lone surrogate in the body',
      '/users',
      { method: 'POST', body: '{"username":"\\ud83c"}' },
      'lone surrogate',
    ],
    [
      '400',
      'with a lone surrogate in a field name',
      '/users',
      { method: 'POST', body: '{"username":"zoe","\\udc00":1}' },
      'lone surrogate',
    ],
    [
      '415',
      'with a body without a type',
      '/users',
      { method: 'POST', body: '{}', headers: { 'Content-Type': '' } },
      'application/json',
    ],
    [
      '415',
      'with a body of another type',
      '/users',
      { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } },
      'got text/plain',
    ],
    ['415', 'with a file that is not in a form', '/files', { method: 'POST', body: '{}' }, 'multipart/form-data'],
    [
      '400',
      'with a malformed form',
      '/files',
      { method: 'POST', body: 'x', headers: { 'Content-Type': 'multipart/form-data; boundary=b' } },
      'form',
    ],
    [
      '400',
      'with a form without a boundary',
      '/files',
      { method: 'POST', body: 'x', headers: { 'Content-Type': 'multipart/form-data' } },
      'form',
    ],
    [
      '422',
      'with an array in place of an object',
      '/users',
      { method: 'POST', body: '[]' },
      'The body must be an object, got an array of 0.',
    ],
    ['422', 'with null', '/users', { method: 'POST', body: 'null' }, 'The body must be an object, got null.'],
    ['422', 'with a limit that is too high', '/users?limit=51', {}, 'limit must be <= 50, got 51.'],
    ['422', 'with a limit that is not a number', '/users?limit=many', {}, 'limit must be an integer, got "many".'],
    ['422', 'with two limits', '/users?limit=1&limit=2', {}, 'limit must be given only once.'],
    ['422', 'without a required parameter', '/channels/1/messages/1?', { method: 'DELETE' }, 'from is required.'],
  ])('with %s %s', async (status, _how, path, init, message) => {
    const { ask } = open({ seed: { users } })
    const response = await ask(path, init)
    expect([response.status, response.body.message]).toEqual([Number(status), expect.stringContaining(message)])
    expect(response.headers.get('content-type')).toBe('application/json')
  })

  it('with every invalid field in one response', async () => {
    const { ask } = open()
    const { body } = await ask(
      '/public-channels',
      post({ subject: 5, uri: 'a b', members: [{ role: [] }, { username: '' }], label: 'x'.repeat(200), metadata: {} }),
    )
    expect(body.type).toBe('BadParam')
    for (const problem of [
      'subject must be a string, got 5.',
      'uri must match pattern "^[A-Za-z0-9_-]+$", got "a b".',
      'uri must match pattern',
      'members[0].username is required.',
      'members[0].role must be a string, got an array of 0.',
      'members[1].username must NOT have fewer than 1 characters, got "".',
      'metadata must be a string, got an object.',
    ])
      expect(body.message).toContain(problem)
    expect(body.message).not.toContain('label')
  })

  it('with 405 and the allowed methods', async () => {
    const { ask } = open()
    expect((await ask('/users', { method: 'PATCH' })).headers.get('allow')).toBe('GET, POST')
    expect((await ask('/public-channels')).headers.get('allow')).toBe('POST')
  })

  it('with 400 if its body is not UTF-8', async () => {
    const { ask } = open()
    const body = Uint8Array.from([
      ...new TextEncoder().encode('{"username":"'),
      0xff,
      ...new TextEncoder().encode('"}'),
    ])
    const { status, body: problem } = await ask('/users', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    expect([status, problem.message]).toEqual([400, 'The body is not UTF-8.'])
  })

  it('with 413 if it is too large, counted in bytes', async () => {
    const { ask } = open({ maxBodyBytes: 100 })
    const body = (text: string) => JSON.stringify({ username: 'a', first_name: text })
    const rest = body('').length
    expect((await ask('/users', { method: 'POST', body: body('x'.repeat(101 - rest)) })).status).toBe(413)
    expect((await ask('/users', { method: 'POST', body: body('é'.repeat(51 - rest / 2)) })).status).toBe(413)
    expect((await ask('/users', { method: 'POST', body: body('x'.repeat(100 - rest)) })).status).toBe(200)
  })

  it.each([
    [100, 200],
    [101, 413],
  ])('as a stream of %i bytes with a limit of 100: status %i', async (length, status) => {
    const { ask } = open({ maxBodyBytes: 100 })
    const text = JSON.stringify({ username: 'zoe' }).padEnd(length)
    const init = { method: 'POST', body: new Blob([text]), headers: { 'Content-Type': 'application/json' } }
    expect((await ask('/users', init)).status).toBe(status)
  })

  it('with text in place of a file', async () => {
    const { ask } = open()
    const form = new FormData()
    form.set('files', 'just text')
    expect((await ask('/files', { method: 'POST', body: form })).body.message).toContain('files must be a file')
    expect((await ask('/files', { method: 'POST', body: new FormData() })).status).toBeGreaterThanOrEqual(400)
  })
})

describe('a request is accepted', () => {
  it('with a content type with parameters, in any case', async () => {
    const { ask } = open()
    const init = {
      method: 'POST',
      body: '{"username":"zoe"}',
      headers: { 'Content-Type': 'Application/JSON; charset=utf-8' },
    }
    expect((await ask('/users', init)).status).toBe(200)
  })

  it('with a body as bytes, with a byte order mark and escaped characters', async () => {
    const { ask, sceyt } = open()
    const bytes = new TextEncoder().encode('\ufeff{"username":"\\ud83c\\udf75","first_name":"\\\\ud83c"}')
    expect(
      (await ask('/users', { method: 'POST', body: bytes, headers: { 'Content-Type': 'application/json' } })).status,
    ).toBe(200)
    expect(await sceyt.users.get('🍵')).toMatchObject({ first_name: '\\ud83c' })
  })

  it('with unknown fields and parameters', async () => {
    const { ask } = open()
    const { status, body } = await ask(
      '/users?limit=5&nonsense=1&nonsense=2',
      post({ username: 'zoe', nonsense: {}, __proto__: 1 }),
    )
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('nonsense')
  })

  it('with a plus for a space in the query', async () => {
    const { ask } = open({ seed: { channels: [{ type: 'public', subject: 'a b' }] } })
    expect((await ask('/channels?filter=subject:eq:a+b')).body['count']).toBe(1)
  })
})

it('a request does not change the prototypes of JavaScript', async () => {
  const { ask } = open({ seed: { users } })
  await ask(
    '/users',
    post(JSON.parse('{"username":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')),
  )
  await ask('/users?__proto__[polluted]=1&constructor=x')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

it('a deeply nested body does not stop the sandbox', async () => {
  const { ask } = open()
  const deep = `{"username":"a","options":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect((await ask('/users', { method: 'POST', body: deep })).status).toBe(200)
  expect((await ask('/users', { method: 'POST', body: deep.replace('"a"', '"\\ud83c\\udf75"') })).status).toBe(400)
  expect((await ask('/users')).status).toBe(200)
})

describe('several applications', () => {
  const apps = [
    { appId: 'one', apiKey: 'key-1', seed: { users } },
    { appId: 'two', apiKey: 'key-2' },
  ]
  const call = (sandbox: ReturnType<typeof open>['sandbox'], appId: string, key: string, init: RequestInit = {}) =>
    sandbox.fetch(`https://x.example/v1/${appId}/users`, {
      ...init,
      headers: { 'Platform-Api-Key': key, 'Content-Type': 'application/json' },
    })

  it('have separate state', async () => {
    const { sandbox } = open({ apps })
    expect((await call(sandbox, 'two', 'key-2', post({ username: 'omar' }))).status).toBe(200)
    expect((await call(sandbox, 'two', 'key-2', post({ username: 'zoe' }))).status).toBe(200)
    const names = async (appId: string, key: string) =>
      ((await (await call(sandbox, appId, key)).json()) as { users: { username: string }[] }).users.map(
        ({ username }) => username,
      )
    expect(await names('one', 'key-1')).toEqual(['zoe'])
    expect(await names('two', 'key-2')).toEqual(['omar', 'zoe'])
    expect(sandbox.connection('two')).toMatchObject({ appId: 'two', apiKey: 'key-2' })
    expect(sandbox.connection()).toMatchObject({ appId: 'one', apiKey: 'key-1' })
  })

  it('have separate keys', async () => {
    const { sandbox } = open({ apps })
    expect((await call(sandbox, 'one', 'key-2')).status).toBe(403)
    expect((await call(sandbox, 'three', 'key-2')).status).toBe(403)
    expect((await call(sandbox, 'three', 'wrong')).status).toBe(401)
  })

  it.each([
    [[], 'apps must contain at least one application.'],
    [[{ appId: 'a/b', apiKey: 'k' }], 'appId must be letters, digits and -._~, got "a/b".'],
    [[{ appId: '..', apiKey: 'k' }], 'appId must be letters, digits and -._~, got "..".'],
    [[{ appId: 'a', apiKey: '' }], 'apiKey of the application "a" must be visible ASCII'],
    [[{ appId: 'a', apiKey: 'k\n' }], 'apiKey of the application "a" must be visible ASCII'],
    [
      [
        { appId: 'a', apiKey: '1' },
        { appId: 'a', apiKey: '2' },
      ],
      'two applications "a"',
    ],
  ])('cannot be %j', (wrong, message) => {
    expect(() => open({ apps: wrong })).toThrow(message)
  })
})

describe('a rate limit', () => {
  it('counts each application, and returns how long to wait', async () => {
    const { sandbox, ask } = open({ rateLimit: { requests: 2, window: 10_000 } })
    sandbox.clock.set('2030-01-01T00:00:00Z')
    expect((await ask('/users')).status).toBe(200)
    expect((await ask('/nothing')).status).toBe(404)
    expect((await ask('/users')).status).toBe(200)
    sandbox.clock.advance(4_500)
    const { status, headers, body } = await ask('/users', post({ username: 'zoe' }))
    expect([status, headers.get('retry-after'), body.type]).toEqual([429, '6', 'TooManyRequests'])
    sandbox.clock.advance(5_500)
    expect((await ask('/users')).body['total_count']).toBe(0)
    expect((await ask('/users')).status).toBe(200)
    expect((await ask('/users')).status).toBe(429)
    sandbox.clock.set('2020-01-01T00:00:00Z')
    expect((await ask('/users')).status).toBe(200)
  })

  it.each([
    { requests: 0, window: 1 },
    { requests: 1, window: 0.5 },
  ])('cannot be %j', (rateLimit) => {
    expect(() => open({ rateLimit })).toThrow('must be a whole number')
  })
})

it.each([0, -1, 1.5, Number.NaN])('a body cannot be limited to %s bytes', (maxBodyBytes) => {
  expect(() => open({ maxBodyBytes })).toThrow('maxBodyBytes must be a whole number')
})

it('the name of the application can be changed', async () => {
  const { sceyt } = open({ seed: { application: { name: 'Readers', public_key: 'pem' } } })
  expect(await sceyt.application.get()).toEqual({ name: 'Readers', public_key: 'pem' })
  expect(await sceyt.application.update({ name: 'Գրասերներ 书友 📚' })).toEqual({
    name: 'Գրասերներ 书友 📚',
    public_key: 'pem',
  })
  expect(await sceyt.application.update({})).toEqual(await sceyt.application.get())
})
