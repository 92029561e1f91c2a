import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConnectionError, createSceyt, ResponseError } from '../../src/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { handlers } from '../../src/sandbox/msw/index.js'
import { named } from './open.js'

function intercept(sandbox: Sandbox, options?: Parameters<typeof handlers>[1]) {
  const server = setupServer(
    ...handlers(sandbox, options),
    http.all('*', () => HttpResponse.json({}, { status: 418 })),
  )
  server.listen()
  onTestFinished(() => server.close())
  return (apiUrl: string, appId = 'sandbox') => createSceyt({ apiUrl, appId, apiKey: 'sandbox-key', maxRetries: 0 })
}

it('responds to calls to any host, with query, body and files', async () => {
  const sandbox = createSandbox({ seed: { users: named('zoe') } })
  const sceyt = intercept(sandbox)('us-ohio-api.sceyt.com')
  await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա 佐伊 🎉' })
  expect(await sceyt.users.get('username_new*user')).toMatchObject({ first_name: 'Զոյա 佐伊 🎉' })
  const { url } = await sceyt.files.upload(new File(['Բարեւ'], 'a b*.txt'))
  expect(url).toBe('https://us-ohio-api.sceyt.com/v1/sandbox/files/a%20b%2A.txt')
  expect(await (await sceyt.files.download('a b*.txt')).text()).toBe('Բարեւ')
  await expect(sceyt.users.get('nobody')).rejects.toThrow('There is no user "nobody"')
  const names = []
  for await (const { username } of sceyt.users.list({ limit: 1 })) names.push(username)
  expect(names).toEqual(['zoe', 'username_new*user'])
})

it('passes other calls through', async () => {
  const client = intercept(createSandbox(), { origin: 'https://api.example.com' })
  await expect(client('api.example.com').users.list()).resolves.toBeDefined()
  await expect(client('other.example.com').users.list()).rejects.toThrow('418')
  await expect(client('api.example.com', 'other').users.list()).rejects.toThrow('418')
})

it('breaks connections that the sandbox breaks', async () => {
  const sandbox = createSandbox()
  const sceyt = intercept(sandbox)('api.example.com')
  sandbox.faults.add({ reset: 'before', times: 1 })
  const broken = sceyt.users.list()
  await expect(broken).rejects.toThrow(ConnectionError)
  await expect(broken).rejects.toThrow(/no response: (Failed to fetch|fetch failed)/)
  sandbox.faults.add({ cut: true, times: 1 })
  await expect(sceyt.users.list()).rejects.toThrow(ResponseError)
})

describe('an origin', () => {
  const call = (baseUrl: string, origin: string, apps?: { appId: string; apiKey: string }[]) => {
    intercept(createSandbox({ apps }), { origin })
    return createSceyt({ baseUrl, apiKey: 'sandbox-key', allowHttp: true, maxRetries: 0 }).users.list()
  }

  it.each([
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://[::1]', 'http://[::1]'],
    ['http://[2001:DB8::1]:80', 'http://[2001:db8::1]'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['https://api.example.com:443/', 'https://api.example.com'],
    ['https://API.Example.com', 'https://api.example.com'],
    ['https://user:password@api.example.com', 'https://api.example.com'],
    ['https://a(b)c+d.example.com', 'https://a(b)c+d.example.com'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['https://*.example.com', 'https://api.example.com'],
    ['http://localhost:*', 'http://localhost:4010'],
    ['*://[::1]*', 'http://[::1]:4010'],
    ['*', 'http://[::1]:4010'],
  ])('of %s handles calls to %s', async (origin, host) => {
    await expect(call(`${host}/v1/sandbox`, origin)).resolves.toMatchObject({ users: [] })
  })

  it.each([
    ['http://[::1]:4010', 'http://[::1]:4011'],
    ['http://[::1]', 'http://[::2]'],
    ['https://api.example.com', 'https://apiXexample.com'],
    ['https://api.example.com', 'https://api.example.com.evil.example'],
    ['https://api.example.com', 'http://api.example.com'],
    ['https://*.example.com', 'https://example.com'],
  ])('of %s passes calls to %s through', async (origin, host) => {
    await expect(call(`${host}/v1/sandbox`, origin)).rejects.toThrow('418')
  })

  it('must be a URL', () => {
    expect(() => handlers(createSandbox(), { origin: 'api.example.com' })).toThrow(RangeError)
    expect(() => handlers(createSandbox(), { origin: 5 } as object)).toThrow(RangeError)
    expect(() => handlers(createSandbox(), { orign: '*' } as object)).toThrow(
      'there is no option "orign"; did you mean "origin"?',
    )
  })

  it('is followed by the id of an application, letter by letter', async () => {
    const client = intercept(createSandbox({ apps: [{ appId: 'a.b~c', apiKey: 'sandbox-key' }] }))
    await expect(client('x.example', 'a.b~c').users.list()).resolves.toBeDefined()
    await expect(client('x.example', 'aXb~c').users.list()).rejects.toThrow('418')
  })
})
