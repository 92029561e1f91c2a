import { generateKeyPairSync } from 'node:crypto'
import type { Fetch, Sceyt } from '../../../src/index.js'
import type { Snapshot } from '../../../src/sandbox/index.js'
import type { Package } from './package.js'
import { textOf } from './show.js'

// Options of the platform are objects without a prototype here, so that only those of the package can be polluted.

/** A call of the package. A scene runs them in their order. */
export type Step = () => unknown

/** The requests that a stub has received, and the events that a hook, a logger or a subscriber has. */
export type Log = unknown[]

const { create, assign } = Object
const bare = <T extends object>(fields: T): T => assign(create(null), fields)
const bytes = new Uint8Array([97, 98])
const base = { baseUrl: 'https://api.example.com/v1/app', apiKey: 'long-test-key' }
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string
const jwk = pair.privateKey.export({ format: 'jwk' })

const page = (name: string, next: string | null) =>
  `{"users":[{"username":"${name}"}],"count":1,"total_count":2,"links":{"next":${next}}}`
const secondPage = '"https://api.example.com/v1/app/users?after=a"'
const upgrade = '{"code":1000,"type":"AlreadyExists","message":"taken"}'

/** Responds to every request, and logs it, with every field that `init` has or inherits. */
function createStub(log: Log): Fetch {
  const counts = new Map<string, number>()
  const reply = (body: string | null, status = 200, ...headers: [string, string][]) =>
    new Response(body, bare({ status, statusText: 'S', headers: new Headers(headers) }))
  return async (url, init) => {
    const fields: string[] = []
    for (const field in init) fields[fields.length] = field
    const { method, redirect, headers, body } = init
    const sent = headers instanceof Headers ? [...headers] : Object.entries(headers ?? {})
    log[log.length] = [url, method, redirect, sent, await textOf(body), fields]
    const { pathname, search } = new URL(url)
    const path = pathname.slice('/v1/app'.length)
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    if (path === '/users' && method === 'GET')
      return reply(search.includes('after') ? page('b', null) : page('a', secondPage))
    if (path === '/users' && String(body).includes('taken')) return reply(upgrade, 409)
    if (path === '/direct-channels' && method === 'POST') return reply(upgrade, 409)
    if (path === '/channels') return reply('{"items":[{"id":"1","members_count":2}],"count":1,"links":{"next":null}}')
    if (path === '/channels/1/users')
      return reply('{"users":[{"username":"zoe"},{"username":"ann"}],"count":2,"links":{"next":null}}')
    if (path.endsWith('/missing')) return reply('{"code":1404,"message":"No"}', 404, ['x-request-id', 'r'])
    if (path.endsWith('/bare')) return reply('', 500)
    if (path.endsWith('/busy') && count % 2 === 1) return reply('{}', 429, ['retry-after', '0'])
    if (path.endsWith('/moved')) return reply(null, 302, ['location', 'https://elsewhere.example/'])
    if (path.endsWith('/broken')) return reply('{', 200)
    if (path.endsWith('/lost')) throw assign(new TypeError('fetch failed'), { cause: new Error('reset') })
    if (path.startsWith('/files') && method === 'GET') return reply('content', 200, ['content-type', 'text/x'])
    if (method === 'DELETE') return reply(null, 204)
    return reply('{"id":"1","username":"zoe","url":"u","members":[]}', 200, ['x-ratelimit-limit', '5'])
  }
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const list: unknown[] = []
  for await (const item of items) list[list.length] = item
  return list
}

/** The calls of a client. */
function calls(sceyt: Sceyt) {
  const source = (controller: ReadableStreamDefaultController) => {
    controller.enqueue(bytes)
    controller.close()
  }
  return {
    get: () => sceyt.users.get('zoe'),
    options: () => sceyt.users.get('zoe', { headers: { 'X-A': '1' }, timeout: 9_000, maxRetries: 1 }),
    withResponse: () => sceyt.users.get('zoe').withResponse(),
    create: () => sceyt.users.create({ username: 'zoe', first_name: 'Zoë' }),
    upsert: () => sceyt.users.upsert({ username: 'taken', first_name: 'T' }),
    direct: () => sceyt.channels.getOrCreateDirect(['zoe', 'ann']),
    send: () => sceyt.messages.send('1', { from: 'zoe', body: 'x', attachments: [{ url: 'u', size: 1 }] }),
    remove: () => sceyt.users.delete('zoe'),
    list: () => sceyt.users.list({ limit: 2 }),
    items: () => collect(sceyt.users.list()),
    pages: () => collect(sceyt.users.list().pages()),
    array: () => sceyt.users.list().toArray({ limit: 1 }),
    filter: () => sceyt.channels.list({ filter: ['type:eq:public'] }),
    blob: () => sceyt.files.upload(new Blob(['ab'], bare({ type: 'a/b' }))),
    file: () => sceyt.files.upload(new File(['ab'], 'f', bare({ type: 'a/b' }))),
    source: () =>
      sceyt.files.upload({ name: 's', stream: () => new ReadableStream(bare({ start: source }), create(null)) }),
    download: async () => textOf(await sceyt.files.download('f')),
    stream: async () => textOf(await sceyt.files.download('f', { as: 'stream' })),
    raw: () => sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } }),
    rawPost: () => sceyt.raw.POST('/users', { body: { username: 'zoe' }, headers: { 'X-B': '2' } }),
    rawError: () => sceyt.raw.GET('/users/{username}', { params: { path: { username: 'missing' } } }),
    rawEmpty: () => sceyt.raw.GET('/users/{username}', { params: { path: { username: 'bare' } }, maxRetries: 0 }),
    missing: () => sceyt.users.get('missing'),
    busy: () => sceyt.users.get('busy'),
    moved: () => sceyt.users.get('moved'),
    broken: () => sceyt.users.get('broken'),
    lost: () => sceyt.users.get('lost', { maxRetries: 0 }),
    badLimit: () => sceyt.users.list({ limit: 51 }),
    badBody: () => sceyt.users.create({} as never),
    badMember: () => sceyt.channels.createDirect({ members: [{ username: 'zoe' }, {} as never] }),
    badOption: () => sceyt.users.get('zoe', { tmeout: 1 } as never),
    badPath: () => sceyt.users.get(''),
    badFile: () => sceyt.files.upload({} as never),
  } satisfies Record<string, Step>
}

/** The calls over a network, to a sandbox on a port. */
function overNetwork({ createSceyt }: Package, origin: string, fetch?: Fetch): Record<string, Step> {
  const sceyt = createSceyt({ baseUrl: `${origin}/v1/sandbox`, apiKey: 'sandbox-key', ...(fetch && { fetch }) })
  const { get, create, upsert, missing, list, blob, source, badBody } = calls(sceyt)
  let url = ''
  return {
    create,
    upsert,
    get,
    missing,
    list,
    blob,
    source,
    badBody,
    upload: async () => {
      url = (await sceyt.files.upload(new File(['ab'], 'f'))).url
    },
    download: async () => textOf(await sceyt.files.download(url)),
    stream: async () => textOf(await sceyt.files.download(url, { as: 'stream' })),
  }
}

/** The scenes. Each returns its steps, with which it shares a client. */
export const scenes: Readonly<Record<string, (it: Package, log: Log, origin: string) => Record<string, Step>>> = {
  stub: (it, log) => calls(it.createSceyt({ ...base, fetch: createStub(log) })),

  events({ createSceyt, subscribeToCalls }, log) {
    const note = (name: string) => (event: object) => {
      log[log.length] = [name, event]
    }
    const write = (level: string) => (text: string, details: unknown) => {
      log[log.length] = [level, text, details]
    }
    const hooks = {
      onRequest: note('request'),
      onResponse: note('response'),
      onRetry: note('retry'),
      onError: note('error'),
    }
    const logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
    const fetch = createStub(log)
    const { get, create, missing, busy, upsert } = calls(
      createSceyt({ ...base, fetch, hooks, logger, logLevel: 'debug' }),
    )
    class OwnHooks {
      onRequest(event: object): void {
        note('request of a class')(event)
      }
    }
    const ofClass = createSceyt({ ...base, fetch, hooks: new OwnHooks() })
    let unsubscribe = () => {}
    return {
      get,
      create,
      missing,
      busy,
      upsert,
      ofClass: () => ofClass.users.get('zoe'),
      subscribe: () => {
        unsubscribe = subscribeToCalls({ asyncEnd: note('traced') })
      },
      tracedGet: get,
      tracedMissing: missing,
      unsubscribe: () => unsubscribe(),
    }
  },

  middleware({ createSceyt }, log) {
    const sceyt = createSceyt({ ...base, fetch: createStub(log) })
    sceyt.raw.use(bare({ onRequest: ({ request }: { request: Request }) => request.headers.set('X-Middle', '1') }))
    const { get, create, missing, raw, rawPost, rawError, blob, source, download, list } = calls(sceyt)
    return { get, create, missing, raw, rawPost, rawError, blob, source, download, list }
  },

  globalFetch: (it, _log, origin) => overNetwork(it, origin),

  pooled(it, _log, origin) {
    const fetch = it.pooledFetch({ connections: 2 })
    const sceyt = it.createSceyt({ baseUrl: `${origin}/v1/sandbox`, apiKey: 'sandbox-key', fetch })
    return {
      ...overNetwork(it, origin, fetch),
      fromStream: () => sceyt.files.upload(it.fromStream(new Uint8Array([97]), { name: 'n' })),
      close: () => fetch.close(),
      badPool: () => it.pooledFetch({ connections: -1 }),
    }
  },

  sandbox(it) {
    const sandbox = it.createSandbox({
      apps: [{ appId: 'app', apiKey: 'long-test-key', privateKey }],
      seed: {
        users: [{ username: 'ann' }, { username: 'zoe' }, { username: 'taken' }],
        roles: [{ name: 'guest' }],
        channels: [
          { type: 'public', owner: 'zoe', members: [{ username: 'ann' }], messages: [{ from: 'zoe', body: 'hi' }] },
        ],
        files: [{ name: 'f', content: 'YWI=' }],
      } as never,
    })
    const sceyt = it.createSceyt(sandbox.connection())
    const validating = it.createValidating({ ...sandbox.connection(), validate: 'throw' })
    let saved: Snapshot
    return {
      ...calls(sceyt),
      channel: () => sceyt.channels.createPublic({ subject: 's', owner: 'zoe', members: [{ username: 'ann' }] }),
      channels: () => sceyt.channels.list({ filter: ['type:eq:public'] }),
      validated: () => validating.users.get('ann'),
      validatedList: () => validating.users.list(),
      fault: () => sandbox.faults.add({ operation: 'getUser', status: 500, times: 1 }),
      faulty: () => sceyt.users.get('ann', { maxRetries: 0 }),
      faults: () => sandbox.faults.list,
      badFault: () => sandbox.faults.add({} as never),
      entries: () => sandbox.journal.entries?.length,
      snapshot: () => {
        saved = sandbox.snapshot()
      },
      reset: () => sandbox.reset(),
      restore: () => sandbox.restore(saved),
      restored: () => sceyt.users.get('ann'),
      badSeed: () => it.createSandbox({ seed: { users: [{}] } } as never),
      badApp: () => it.createSandbox({ apps: [{ appId: 'a' }] } as never),
      badRestore: () => sandbox.restore({} as never),
      token: async () => (await sandbox.token('zoe')).token.split('.')[0],
      handlers: () => it.handlers(sandbox).length,
      badHandlers: () => it.handlers(sandbox, { origin: 'x' }),
      listen: async () => {
        const server = await it.listen(sandbox)
        await server.close()
        return server.origin.replace(/\d+$/, '')
      },
    }
  },

  tokens({ createUserToken, verifyUserToken }) {
    const now = () => 1_700_000_000_000
    let token = ''
    return {
      create: async () => {
        ;({ token } = await createUserToken('zoe', { privateKey, now }))
        return token
      },
      verify: () => verifyUserToken(token, { publicKey, now }),
      ofJwk: async () => (await createUserToken('zoe', { privateKey: jwk, now })).token,
      withApp: () => verifyUserToken(token, { publicKey, now, appId: 'a' }),
      damaged: () => verifyUserToken(`${token.slice(0, -4)}AAAA`, { publicKey, now }),
      noKey: () => createUserToken('zoe', {} as never),
      badKey: () => createUserToken('zoe', { privateKey: { kty: 'RSA' } }),
      short: () => createUserToken('zoe', { privateKey, expiresIn: 1 }),
    }
  },
}
