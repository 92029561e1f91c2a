import { describe, expect, it } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import { record, replay } from '../../src/record/index.js'
import { failure } from '../lib/fetches.js'
import { baseUrl, linesOf, newFile, recordAll } from './recording.js'

/** Responds with a number that counts up. */
function counter() {
  let count = 0
  return async () => Response.json(++count)
}

async function textsOf(fetch: typeof globalThis.fetch, paths: readonly string[]): Promise<string[]> {
  const texts: string[] = []
  for (const path of paths) texts.push(await (await fetch(baseUrl + path)).text())
  return texts
}

describe('a request that was recorded several times', () => {
  it('has its responses in their order, and then the last one', async () => {
    const file = await recordAll(counter(), [['/a'], ['/b'], ['/a']])
    expect(await textsOf(replay(file), ['/a', '/a', '/b', '/a', '/b'])).toEqual(['1', '3', '2', '3', '2'])
  })

  it('is rejected once it has been sent as often, if it is not to repeat', async () => {
    const file = await recordAll(counter(), [['/a'], ['/a']])
    const replayed = replay(file, { repeat: false })
    expect(await textsOf(replayed, ['/a', '/a'])).toEqual(['1', '2'])
    await expect(replayed(`${baseUrl}/a`)).rejects.toThrow(
      `GET /a was sent more often than it is in the recording ${file}, which is 2 times.`,
    )
  })

  it('has one response for each of several at once', async () => {
    const file = await recordAll(counter(), [['/a'], ['/a'], ['/a']])
    const replayed = replay(file)
    const responses = await Promise.all([1, 2, 3].map(() => replayed(`${baseUrl}/a`)))
    expect((await Promise.all(responses.map((response) => response.text()))).sort()).toEqual(['1', '2', '3'])
  })
})

describe('a request is the same', () => {
  it.each([
    ['/users?b=2&a=1&b=1', '/users?a=1&b=1&b=2'],
    ['/users/zo%C3%AB', '/users/zo%c3%ab'],
    ['/users/a%2Db', '/users/a-b'],
    ['/users?a=x+y', '/users?a=x%20y'],
    ['', '/'],
  ])('%s as %s', async (one, other) => {
    const file = await recordAll(counter(), [[one]])
    expect(await textsOf(replay(file), [other])).toEqual(['1'])
  })

  it('with the fields of its body in another order', async () => {
    const post = (body: string) => ({ method: 'POST', body })
    const file = await recordAll(counter(), [['/users', post('{"a":{"b":1,"c":[1,2]},"d":2}')]])
    const fetch = replay(file)
    expect((await fetch(`${baseUrl}/users`, post('{ "d": 2, "a": { "c": [1,2], "b": 1 } }'))).status).toBe(200)
    await expect(fetch(`${baseUrl}/users`, post('{"a":{"b":1,"c":[2,1]},"d":2}'))).rejects.toThrow('body')
  })

  it.each(['/users/a%2Fb', '/users/a/b?', '/users?a=1', '/users?a=1&a=1', '/users/a', '/users/A'])(
    'as no other, such as %s',
    async (path) => {
      const others = ['/users/a%2Fb', '/users/a/b?', '/users?a=1', '/users?a=1&a=1', '/users/a', '/users/A']
      const file = await recordAll(counter(), [[path]])
      for (const other of others.filter((one) => one !== path))
        await expect(replay(file)(baseUrl + other)).rejects.toThrow('is not in the recording')
    },
  )

  it('whatever its headers', async () => {
    const file = await recordAll(counter(), [['/a', { headers: { 'Platform-Api-Key': 'the-first-key', a: 'b' } }]])
    expect((await replay(file)('http://127.0.0.1/v1/other/a', { headers: { c: 'd' } })).status).toBe(200)
  })

  it('under the base URL of a proxy, whose paths are those of the document', async () => {
    const file = await newFile()
    await record(counter(), file)('https://proxy.example/a/v1/b/users/zoe/?x=1')
    await record(counter(), file, { mode: 'append' })('https://proxy.example/sceyt/users/users')
    await record(counter(), file, { mode: 'append' })('https://proxy.example/sceyt/other')
    expect((await linesOf(file)).map(({ request }) => request)).toMatchObject([
      { path: '/a/v1/b/users/zoe/' },
      { path: '/users/users' },
      { path: '/sceyt/other' },
    ])
  })
})

describe('a request that was not recorded', () => {
  it('is an InputError of the call, which is not retried, and names the nearest one', async () => {
    const file = await recordAll(counter(), [
      ['/users/amy'],
      ['/users?limit=5'],
      ['/users/zoe', { method: 'DELETE' }],
      ['/channels/1/messages', { method: 'POST', body: '{"body":"Hi","from":"zoe"}' }],
    ])
    let calls = 0
    const replayed = replay(file)
    const sceyt = createSceyt({
      baseUrl: 'https://other.example',
      apiKey: 'any-api-key',
      fetch: (url, init) => {
        calls++
        return replayed(url, init)
      },
    })
    const error = await failure(sceyt.users.list({ limit: 10 }))
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({
      operationId: 'listUsers',
      message: `users.list: GET /users?limit=10 is not in the recording ${file}. The nearest one, in line 3, is GET /users?limit=5: its query limit=5, not limit=10.`,
    })
    expect(calls).toBe(1)
    const messages = await Promise.all([
      failure(sceyt.users.get('ann')),
      failure(sceyt.users.get('zoe')),
      failure(sceyt.messages.send('1', { from: 'zoe', body: 'Ho' })),
    ])
    expect(messages.map((reason) => (reason as Error).message.replace(/^.*The nearest one, /, ''))).toEqual([
      'in line 2, is GET /users/amy: its path /users/amy, not /users/ann.',
      'in line 4, is DELETE /users/zoe: its method DELETE, not GET.',
      'in line 5, is POST /channels/1/messages: its body {"body":"Hi","from":"zoe"}, not {"body":"Ho","from":"zoe"}.',
    ])
  })

  it('is rejected by an empty recording', async () => {
    const file = await newFile()
    await failure(record(async () => Promise.reject(new InputError('a', 'b')), file)(baseUrl))
    await expect(replay(file)(baseUrl)).rejects.toThrow(`GET / is not in the recording ${file}. It has no requests.`)
  })

  it('never shows the key in its error', async () => {
    const file = await recordAll(counter(), [['/users/amy']])
    const headers = { 'Platform-Api-Key': 'the-secret-key' }
    const error = await failure(replay(file)(`${baseUrl}/users/the-secret-key?a=the-secret-key`, { headers }))
    expect((error as Error).message).toContain('GET /users/%5Bredacted%5D?a=%5Bredacted%5D is not in')
  })

  it('is passed on, if there is a passThrough, and recorded for the next time', async () => {
    const file = await newFile()
    const send = counter()
    const open = () => replay(file, { passThrough: record(send, file, { mode: 'append' }) })
    expect(await textsOf(open(), ['/a', '/b'])).toEqual(['1', '2'])
    expect(await textsOf(open(), ['/a', '/c', '/b'])).toEqual(['1', '3', '2'])
    const upload = { method: 'POST', duplex: 'half', body: new Blob(['ab']).stream() } as RequestInit
    const echo = replay(file, { passThrough: async (url, init) => new Response(await new Request(url, init).text()) })
    expect(await (await echo(`${baseUrl}/files`, upload)).text()).toBe('ab')
    const request = new Request(`${baseUrl}/files`, { method: 'POST', body: 'cd' })
    expect(await (await echo(request)).text()).toBe('cd')
  })
})

it('an aborted request is rejected with its reason', async () => {
  const file = await recordAll(counter(), [['/a']])
  await expect(replay(file)(`${baseUrl}/a`, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
    'stopped',
  )
})
