import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import { createSandbox, SeedError } from '../../src/sandbox/index.js'
import { collect, failure, recordingClient } from '../lib/fetches.js'
import { open, post } from '../sandbox/open.js'
import { serveSandbox } from '../sandbox/served.js'

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype]
const properties = () =>
  prototypes.map((prototype) =>
    Reflect.ownKeys(prototype).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)]),
  )
let before: unknown

beforeEach(() => {
  before = properties()
})
afterEach(() => {
  expect(properties()).toEqual(before)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

/** Names of properties that every object inherits. */
const inherited = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupSetter__',
  'isPrototypeOf',
]
const pollution = '"__proto__":{"polluted":1,"next":"?a=1","code":7},"constructor":{"prototype":{"polluted":1}}'

describe('a response', () => {
  it('changes no prototype, and is parsed into a plain object', async () => {
    const { sceyt } = recordingClient(async () => new Response(`{"username":"zoe",${pollution}}`))
    const { data: raw } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
    for (const data of [await sceyt.users.get('zoe'), raw as object]) {
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
      expect(data).not.toHaveProperty('polluted')
      expect({ ...data }).not.toHaveProperty('polluted')
    }
  })

  it('takes no next page from a prototype', async () => {
    const { sceyt, sent } = recordingClient(
      async () =>
        new Response(`{"users":[{"username":"a",${pollution}}],"count":1,"links":{${pollution}},${pollution}}`),
    )
    expect(await collect(sceyt.users.list())).toHaveLength(1)
    expect(sent).toHaveLength(1)
    const bare = recordingClient(async () => new Response(`[{"username":"a",${pollution}}]`))
    expect(await collect(bare.sceyt.users.list())).toHaveLength(1)
  })

  it('takes no error code or type from a prototype', async () => {
    for (const body of [`{${pollution}}`, `{"error":{${pollution}}}`, `{"error":"constructor",${pollution}}`]) {
      const { sceyt } = recordingClient(async () => new Response(body, { status: 400 }))
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'BadRequestError', code: undefined, type: undefined })
      expect(error).not.toHaveProperty('polluted')
    }
  })
})

describe('options and arguments of the client', () => {
  it('are read from own properties only', async () => {
    const options = JSON.parse(
      '{"__proto__":{"allowHttp":true,"maxRetries":9},"baseUrl":"http://api.example.com","apiKey":"key"}',
    )
    expect(() => createSceyt(options)).toThrow(InputError)
    expect(() => createSceyt({ ...options })).toThrow(InputError)
    const { sceyt, sent } = recordingClient(async () => new Response('{"username":"zoe"}'))
    await sceyt.users.create(JSON.parse(`{"username":"zoe",${pollution}}`))
    expect(sent[0]?.init.body).toBe(`{"username":"zoe",${pollution}}`)
    await sceyt.users.get('zoe', { headers: JSON.parse('{"__proto__":"1","constructor":"2"}') })
    expect([...(sent[1]?.headers ?? [])].filter(([name]) => inherited.includes(name))).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
    expect(await failure(sceyt.users.create(JSON.parse('{"__proto__":{"username":"zoe"}}')))).toMatchObject({
      name: 'InputError',
      parameter: 'username',
    })
  })

  it.each(inherited)('may contain the name %s, like any other', async (name) => {
    const { sceyt, sent } = recordingClient(async () => new Response('{"username":"zoe"}'))
    await sceyt.users.get(name)
    expect(sent[0]?.url).toBe(`https://api.example.com/v1/app/users/${name}`)
    const query = JSON.parse(`{"${name}":"1"}`)
    expect(await failure(sceyt.users.list(query))).toMatchObject({ name: 'InputError', parameter: name })
    expect(await failure(sceyt.raw.GET('/users', { params: { query } }))).toMatchObject({ parameter: name })
    expect(sent).toHaveLength(1)
    expect(await failure(sceyt.channels.list({ filter: [`${name}:eq:x`] }))).toMatchObject({
      name: 'InputError',
      parameter: 'filter[0]',
    })
    expect(await failure(sceyt.channels.list({ filter: [`uri:${name}:x`] }))).toMatchObject({
      name: 'InputError',
      parameter: 'filter[0]',
    })
  })
})

it('a polluted Object.prototype adds no rule to the operations of a composed method, or of a next page', async () => {
  const { sceyt } = recordingClient(async () => Response.json({ username: 'zoe', users: [], links: { next: null } }))
  const rule = { type: 'object', required: ['polluted'], properties: { polluted: { type: 'string' } } }
  Object.assign(Object.prototype, { query: rule })
  try {
    expect((await sceyt.users.upsert({ username: 'zoe' })).username).toBe('zoe')
    expect((await sceyt.users.list().page('?a=1')).users).toEqual([])
  } finally {
    delete (Object.prototype as { query?: unknown }).query
  }
})

describe('the sandbox', () => {
  it.each(inherited)('has nothing named %s until it is created, and stores it like any other name', async (name) => {
    const { sceyt, sandbox, ask } = open()
    expect((await ask(`/users/${name}`)).status).toBe(404)
    expect((await ask(`/channels/${name}`)).status).toBe(404)
    expect((await ask(`/files/${name}`)).status).toBe(404)
    expect((await ask('/public-channels', post({ owner: name }))).status).toBe(422)

    await sceyt.users.create({ username: name, first_name: name })
    await sceyt.users.create({ username: 'zoe' })
    await sceyt.roles.create({ name })
    const uri = name.padEnd(5, '_')
    const channel = await sceyt.channels.createPublic({
      uri,
      subject: name,
      label: name,
      metadata: name,
      owner: name,
      members: [{ username: 'zoe', role: name }],
    })
    await sceyt.messages.send(channel.id, { from: name, body: name, metadata: name })
    await sceyt.files.upload(new File([name], name))
    const direct = await sceyt.channels.createDirect({ members: [{ username: name }, { username: 'zoe' }] })

    // Everything is found again, also after a snapshot and a restore.
    sandbox.restore(JSON.parse(JSON.stringify(sandbox.snapshot())))
    expect(await sceyt.users.get(name)).toMatchObject({ username: name, first_name: name })
    expect(await failure(sceyt.users.create({ username: name }))).toMatchObject({ status: 409 })
    expect(await failure(sceyt.channels.createPublic({ subject: name, uri }))).toMatchObject({ status: 409 })
    expect((await sceyt.channels.list({ filter: [`uri:eq:${uri}`] })).items).toMatchObject([
      { id: channel.id, subject: name, label: name, owner: { username: name } },
    ])
    expect((await sceyt.channels.members.list(channel.id)).users.map(({ username, role }) => [username, role])).toEqual(
      expect.arrayContaining([
        [name, 'Owner'],
        ['zoe', name],
      ]),
    )
    expect((await collect(sceyt.messages.list(channel.id))).map(({ from, body }) => [from, body])).toEqual([
      [name, name],
    ])
    expect(await (await sceyt.files.download(name)).text()).toBe(name)
    expect((await sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: name }] })).id).toBe(
      direct.id,
    )
    await sceyt.users.delete(name)
    expect((await ask(`/users/${name}`)).status).toBe(404)
  })

  it.each(inherited)('may have an application named %s', async (appId) => {
    const sandbox = createSandbox({
      apps: [
        { appId, apiKey: 'key' },
        { appId: 'other', apiKey: 'key-2' },
      ],
    })
    const sceyt = createSceyt(sandbox.connection(appId))
    await sceyt.users.create({ username: 'zoe' })
    const snapshot = JSON.parse(JSON.stringify(sandbox.snapshot()))
    sandbox.reset()
    expect((await sceyt.users.list()).total_count).toBe(0)
    sandbox.restore(snapshot)
    expect((await sceyt.users.list()).total_count).toBe(1)
    expect((await createSceyt(sandbox.connection('other')).users.list()).total_count).toBe(0)
    expect(
      (
        await createSandbox().fetch(`https://x.example/v1/${appId}/users`, {
          headers: { 'Platform-Api-Key': 'sandbox-key' },
        })
      ).status,
    ).toBe(403)
  })

  it.each(inherited)('treats %s in a query as an ordinary name', async (name) => {
    const { ask } = open({ seed: { users: [{ username: 'zoe' }] } })
    expect(await ask(`/users?${name}=1&${name}=2&limit=1`)).toMatchObject({ status: 200, body: { count: 1 } })
    expect((await ask(`/users?${name}[limit]=1`)).status).toBe(200)
    expect((await ask(`/channels?filter=${name}:eq:x`)).status).toBe(422)
    expect((await ask(`/channels?filter=uri:${name}:x`)).status).toBe(422)
  })

  it('reads only own fields of a body, seed, snapshot, fault or time', async () => {
    const { sandbox, get } = await serveSandbox({})
    const before = sandbox.snapshot()
    const send = (path: string, body: string, method = 'POST') =>
      get(path, { method, body, headers: { 'Platform-Api-Key': 'sandbox-key', 'Content-Type': 'application/json' } })
    expect((await send('/v1/sandbox/users', '{"__proto__":{"username":"zoe"}}')).status).toBe(422)
    expect((await send('/_sandbox/seed', '{"__proto__":{"users":[{"username":"zoe"}]}}')).status).toBe(422)
    expect((await send('/_sandbox/snapshot', '{"__proto__":{"apps":{}}}', 'PUT')).status).toBe(422)
    expect((await send('/_sandbox/snapshot', '{"apps":{"__proto__":{}}}', 'PUT')).status).toBe(422)
    expect((await send('/_sandbox/faults', '{"__proto__":{"status":500},"latency":1}')).status).toBe(422)
    expect((await send('/_sandbox/faults', '{"operation":"constructor","status":500}')).status).toBe(422)
    expect((await send('/_sandbox/clock', '{"__proto__":{"run":true}}', 'PUT')).status).toBe(422)
    expect(sandbox.snapshot()).toEqual(before)
    expect(sandbox.faults.list).toEqual([])
    expect(() =>
      createSandbox({ seed: JSON.parse('{"users":[{"username":"zoe","__proto__":{"first_name":"x"}}]}') }),
    ).toThrow(SeedError)
    const created = await send('/v1/sandbox/users', `{"username":"zoe",${pollution}}`)
    expect(await created.json()).not.toHaveProperty('polluted')
  })
})
