import { describe, expect, inject, it } from 'vitest'

const key = { 'Platform-Api-Key': 'test-key' }
const mock = (path: string, init: RequestInit = {}) =>
  fetch(`${inject('mockUrl')}${path}`, { ...init, headers: { ...key, ...init.headers } })

describe('the mock', () => {
  it.each(['/users/a%zz', '/users/%', '/users/%ff', '/users/%ED%A0%80', '/users?limit=%E0%A4%A'])(
    'responds with 400 to the malformed %s, and keeps running',
    async (path) => {
      const response = await mock(path)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ code: 40000, type: 'BadRequest' })
      expect((await mock('/users')).status).toBe(200)
    },
  )

  it('serves the base path of the real server, for any application', async () => {
    const { origin } = new URL(inject('mockUrl'))
    expect((await fetch(`${origin}/v1/any-app/users`, { headers: key })).status).toBe(200)
    const outside = await fetch(`${origin}/users`, { headers: key })
    expect(outside.status).toBe(404)
    expect((await outside.json()).message).toContain('/v1/{appId}/')
  })

  it('responds with 404 to an unknown path', async () => {
    for (const path of ['//', '/nowhere']) expect((await mock(path)).status).toBe(404)
  })

  it('requires a key', async () => {
    const response = await fetch(`${inject('mockUrl')}/users`)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ type: 'Authentication' })
  })

  it('accepts requests from a page of another origin', async () => {
    const origin = { Origin: 'http://localhost:5173' }
    const preflight = await fetch(`${inject('mockUrl')}/users`, {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'platform-api-key, content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('platform-api-key, content-type')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
    const limited = await mock('/users', { headers: { ...origin, Prefer: 'code=429' } })
    expect(limited.headers.get('access-control-allow-origin')).toBe('*')
    expect(limited.headers.get('access-control-expose-headers')).toBe('*')
  })

  it('responds with 422 to a body that the OpenAPI document does not allow', async () => {
    const response = await mock('/users', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"first_name":"Zoe"}',
    })
    expect(response.status).toBe(422)
    expect(decodeURIComponent(response.headers.get('sl-violations') ?? '')).toContain('username')
    expect(await response.json()).toMatchObject({
      code: 40003,
      type: 'BadParam',
      message: expect.stringContaining("'username'"),
    })
  })

  it('responds with 400 to a body that is not JSON', async () => {
    const response = await mock('/users', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"username":',
    })
    expect(response.status).toBe(400)
  })

  it('responds with 413 to a body of more than 10 MiB, and closes the connection', async () => {
    const response = await mock('/files', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(11 * 1024 * 1024),
    })
    expect(response.status).toBe(413)
    expect(response.headers.get('connection')).toBe('close')
    await response.text()
    for (let count = 0; count < 3; count++) expect((await mock('/users')).status).toBe(200)
  })
})
