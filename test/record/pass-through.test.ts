import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { replay } from '../../src/record/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { open } from '../sandbox/open.js'
import { newFile } from './recording.js'

const headers = { 'Platform-Api-Key': 'sandbox-key' }

async function recordingWith(...exchanges: object[]): Promise<string> {
  const file = await newFile()
  await writeFile(file, [{ recording: 1 }, ...exchanges].map((line) => JSON.stringify(line)).join('\n'))
  return file
}

const reactions = {
  request: { method: 'GET', path: '/reactions', query: { limit: '5' } },
  response: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    json: { next: '{baseUrl}/reactions?page=2' },
  },
}

describe('a sandbox with passThrough', () => {
  it('responds from a recording to paths and methods that are not in the document', async () => {
    const file = await recordingWith(reactions, {
      request: { method: 'OPTIONS', path: '/users' },
      response: { status: 204 },
    })
    const { sandbox, ask, sceyt } = open({ passThrough: replay(file), seed: { users: [{ username: 'zoe' }] } })
    const { body, status } = await ask('/reactions?limit=5')
    expect([status, body]).toEqual([
      200,
      {
        next: 'http://sandbox.test/v1/sandbox/reactions?page=2'.replace(
          'http://sandbox.test',
          new URL(body['next'] as string).origin,
        ),
      },
    ])
    expect(
      (
        await sandbox.fetch(`${new URL(body['next'] as string).origin}${sandbox.basePath()}/users`, {
          method: 'OPTIONS',
        })
      ).status,
    ).toBe(204)
    expect((await sceyt.users.get('zoe')).username).toBe('zoe')
    expect(sandbox.journal.entries.map(({ url, status, operation }) => [url, status, operation]).slice(0, 1)).toEqual([
      ['/v1/sandbox/reactions?limit=5', 200, undefined],
    ])
  })

  it('has a 404 for what the recording does not have, and for what it has no entity for', async () => {
    const file = await recordingWith(reactions, {
      request: { method: 'GET', path: '/users/amy' },
      response: { status: 200 },
    })
    const { ask } = open({ passThrough: replay(file) })
    expect(await ask('/reactions?limit=6')).toMatchObject({
      status: 404,
      body: {
        message: expect.stringMatching(
          /^passThrough rejected the request: GET \/reactions\?limit=6 is not in the recording/,
        ),
      },
    })
    expect(await ask('/users/amy')).toMatchObject({
      status: 404,
      body: { message: 'There is no user "amy".' },
    })
  })

  it('passes on the whole request, and returns the whole response', async () => {
    const received: unknown[] = []
    const { sandbox } = open({
      passThrough: async (url, { method, headers, body }) => {
        received.push([url, method, Object.fromEntries(headers as Headers), Buffer.from(body as Uint8Array).toString()])
        return new Response(Uint8Array.from([1, 255]), {
          status: 418,
          headers: { 'x-a': 'b', 'content-encoding': 'gzip' },
        })
      },
    })
    const server = await listen(sandbox)
    const response = await fetch(`${server.baseUrl('sandbox')}/reactions?a=%20b`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'test' },
    })
    await server.close()
    expect(received).toEqual([
      [
        `${server.baseUrl('sandbox')}/reactions?a=%20b`,
        'POST',
        expect.objectContaining({
          'platform-api-key': 'sandbox-key',
          'content-type': 'application/json',
          'user-agent': 'test',
          via: '1.1 sceyt-sandbox',
        }),
        '{"a":1}',
      ],
    ])
    expect(response.status).toBe(418)
    expect(response.headers.get('x-a')).toBe('b')
    expect(response.headers.has('content-encoding')).toBe(false)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.from([1, 255]))
    expect(sandbox.journal.entries).toMatchObject([{ body: '{"a":1}', status: 418, operation: undefined }])
  })

  it('shows no key in its journal that the other server echoes', async () => {
    const { sandbox, ask } = open({
      passThrough: async () => new Response('', { headers: { 'x-echo': 'sandbox-key' } }),
    })
    await ask('/reactions')
    expect(sandbox.journal.entries[0]?.responseHeaders).toEqual({ 'content-type': expect.anything(), 'x-echo': '…' })
  })

  it('has a 502 for a connection that fails, and a 413 for a body that is too large', async () => {
    const { ask } = open({ passThrough: () => Promise.reject(new TypeError('fetch failed')), maxBodyBytes: 10 })
    expect(await ask('/reactions')).toMatchObject({
      status: 502,
      body: { message: 'passThrough rejected the request: fetch failed' },
    })
    expect(await ask('/reactions', { method: 'POST', body: '12345678901' })).toMatchObject({ status: 413 })
  })

  it.each([0, 101, 600, 999])('has a 502 for the status %d, which a Response cannot have', async (status) => {
    const file = await recordingWith({ request: { method: 'GET', path: '/reactions' }, response: { status } })
    const { ask } = open({ passThrough: replay(file) })
    expect(await ask('/reactions')).toMatchObject({
      status: 502,
      body: {
        message: `passThrough rejected the request: it returned the status ${status}, and a sandbox responds with 200 to 599`,
      },
    })
  })

  it.each([
    ['with a mark', Buffer.from('\ufeffa')],
    ['in Latin-1', Buffer.from('é', 'latin1')],
  ])('returns a text %s as it is', async (_name, text) => {
    const type = { headers: { 'content-type': 'text/plain' } }
    const { sandbox } = open({ passThrough: async () => new Response(text, type) })
    const response = await sandbox.fetch(`http://sandbox.test${sandbox.basePath()}/reactions`)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(text)
  })

  it('ends a request that leads back to it', async () => {
    let origin = ''
    const sandbox = createSandbox({ passThrough: (url, init) => fetch(origin + new URL(url).pathname, init) })
    const server = await listen(sandbox)
    origin = server.origin
    const response = await fetch(`${origin}/v1/sandbox/reactions`, { headers })
    await server.close()
    expect(response.status).toBe(404)
    expect(sandbox.journal.entries).toHaveLength(2)
  })

  it('refuses a passThrough that is not a function', () => {
    expect(() => createSandbox({ passThrough: 'a.ndjson' as never })).toThrow(
      'passThrough must be a function with the signature of the global fetch, got "a.ndjson".',
    )
  })
})
