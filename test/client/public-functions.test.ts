import { expect, it } from 'vitest'
import * as queue from '../../src/bulk/bullmq/index.js'
import * as bulk from '../../src/bulk/index.js'
import * as client from '../../src/index.js'
import * as node from '../../src/node/index.js'
import * as otel from '../../src/otel/index.js'
import * as recordings from '../../src/record/index.js'
import * as redis from '../../src/redis/index.js'
import * as browser from '../../src/sandbox/browser/index.js'
import * as sandboxes from '../../src/sandbox/index.js'
import * as msw from '../../src/sandbox/msw/index.js'
import * as server from '../../src/sandbox/node/index.js'
import * as playwright from '../../src/sandbox/playwright/index.js'
import * as vitest from '../../src/sandbox/vitest/index.js'
import * as tokens from '../../src/token/index.js'
import * as validate from '../../src/validate/index.js'
import { apiKey, failure, recordingClient } from '../lib/fetches.js'

/** One argument of a public function. */
interface Argument {
  name: string
  /** Calls the function with a value in the place of the argument. */
  call: (value: never) => unknown
  /** The classes of its errors. */
  errors: readonly string[]
  /** A value with a name that is nearly a known one, and that one. */
  misspelt?: readonly [value: unknown, nearest: string]
  /** Whether it is the JSON of a snapshot, which no proxy or getter is in. */
  isJson?: true
  /** Names that it reads. */
  reads?: readonly string[]
}

const connection = { baseUrl: 'https://api.example', apiKey }
const sandbox = sandboxes.createSandbox({
  apps: [{ appId: 'shop', apiKey: 'k' }],
  seed: { users: [{ username: 'zoe' }] },
})
/** Functions that take neither options nor names: none, a function, a time, or the path of a file. */
const without = [
  ...['Sandbox.snapshot', 'Sandbox.onChange', 'Faults.apply', 'Faults.clear'],
  ...['Journal.add', 'Journal.clear', 'Journal.listen', 'Clock.now', 'Clock.timestamp', 'Clock.run', 'keepIn'],
  ...[
    'Clock.set',
    'Clock.advance',
    'Sandbox.constructor',
    'SandboxApps.constructor',
    'Faults.constructor',
    'Journal.constructor',
  ],
  ...['Clock.constructor', 'ListPromise.constructor'],
  // For this package alone.
  ...[
    'Sandbox.buildIndexes',
    'Sandbox.recordWith',
    'Sandbox.replay',
    'Sandbox.notify',
    'Sandbox.snapshotText',
    'Sandbox.stateOf',
  ],
  ...['Faults.listen', 'Faults.remove', 'Journal.find', 'Journal.onClear'],
]
const { sceyt } = recordingClient(async () => Response.json({ users: [], links: { next: null } }))
const input = ['InputError']
const range = ['RangeError']
const seed = ['SeedError', 'RangeError']
const file = Buffer.from('abc')
const log = () => {}
const connectionOfRedis = {
  call: async () => [],
  duplicate: () => ({ subscribe: async () => {}, on: log, disconnect: log }),
}
/** No connection is made for what is refused. */
const queued = { connection: 'redis://127.0.0.1:1', job: 'a', total: 1 }
const work = { connection: queued.connection, read: () => [], perform: async () => {} }
const shared = { redis: connectionOfRedis, name: 'a', rate: 1 }

const all: Argument[] = [
  { name: 'limiter', call: (options) => bulk.limiter(options), errors: range, misspelt: [{ rates: 1 }, 'rate'] },
  {
    name: 'sharedLimiter',
    call: (options) => redis.sharedLimiter(options),
    errors: range,
    misspelt: [{ ...shared, maxwait: 1 }, 'maxWait'],
    reads: ['redis', 'name', 'maxWait'],
  },
  { name: 'sharedLimiter', call: (given) => redis.sharedLimiter({ ...shared, redis: given }), errors: range },
  { name: 'sharedLimiter', call: (name) => redis.sharedLimiter({ ...shared, name }), errors: range },
  { name: 'sharedLimiter', call: (rate) => redis.sharedLimiter({ ...shared, rate }), errors: range },
  { name: 'sharedLimiter', call: (maxWait) => redis.sharedLimiter({ ...shared, maxWait }), errors: range },
  { name: 'sharedLimiter', call: (fallback) => redis.sharedLimiter({ ...shared, fallback }), errors: range },
  {
    name: 'enqueue',
    call: (options) => queue.enqueue(options),
    errors: range,
    misspelt: [{ ...queued, batchsize: 1 }, 'batchSize'],
    reads: ['connection', 'job', 'total'],
  },
  { name: 'enqueue', call: (connection) => queue.enqueue({ ...queued, connection }), errors: range },
  { name: 'enqueue', call: (name) => queue.enqueue({ ...queued, queue: name }), errors: range },
  { name: 'enqueue', call: (job) => queue.enqueue({ ...queued, job }), errors: range },
  { name: 'enqueue', call: (total) => queue.enqueue({ ...queued, total }), errors: range },
  {
    name: 'createWorker',
    call: (options) => queue.createWorker(options),
    errors: range,
    misspelt: [{ connection: queued.connection, preform: log }, 'perform'],
    reads: ['connection', 'read', 'limiter'],
  },
  { name: 'createWorker', call: (name) => queue.createWorker({ ...work, queue: name }), errors: range },
  { name: 'readStatus', call: (connection) => queue.readStatus(connection), errors: range },
  {
    name: 'listRows',
    call: (address) => queue.listRows(address, 'failed').next(),
    errors: range,
    misspelt: [{ connection: queued.connection, jobs: 'a' }, 'job'],
    reads: ['connection', 'job'],
  },
  { name: 'listRows', call: (state) => queue.listRows(queued, state).next(), errors: range },
  {
    name: 'settleRows',
    call: (options) => queue.settleRows(options),
    errors: range,
    misspelt: [{ connection: queued.connection, job: 'a', sendagain: [] }, 'sendAgain'],
    reads: ['connection', 'job', 'done'],
  },
  { name: 'runBulk', call: (job) => bulk.runBulk(job), errors: range, misspelt: [{ item: [] }, 'items'] },
  {
    name: 'ListPromise.pages',
    call: (options) => sceyt.users.list().pages(options).next(),
    errors: input,
    misspelt: [{ readahead: 1 }, 'readAhead'],
  },
  {
    name: 'createSceyt',
    call: (options) => client.createSceyt(options),
    errors: input,
    misspelt: [{ ...connection, timeot: 5 }, 'timeout'],
    reads: ['apiKey', 'hooks'],
  },
  {
    name: 'createSceyt',
    call: (hooks) => client.createSceyt({ ...connection, hooks }),
    errors: input,
    misspelt: [{ onRequst: log }, 'onRequest'],
    reads: ['onRequest'],
  },
  {
    name: 'createSceyt',
    call: (logger) => client.createSceyt({ ...connection, logger }),
    errors: input,
    reads: ['error'],
  },
  {
    name: 'createSceyt of validate',
    call: (options) => validate.createSceyt(options),
    errors: input,
    misspelt: [{ ...connection, validat: 'warn' }, 'validate'],
    reads: ['validate', 'logger', 'apiKey'],
  },
  {
    name: 'createSceyt of validate',
    call: (options) => validate.createSceyt(options),
    errors: input,
    misspelt: [{ ...connection, validate: 'warn', timeot: 5 }, 'timeout'],
  },
  {
    name: 'createSceyt of validate',
    call: (logger) => validate.createSceyt({ ...connection, validate: 'warn', logger }),
    errors: input,
    reads: ['error'],
  },
  {
    name: 'subscribeToCalls',
    call: (subscribers) => client.subscribeToCalls(subscribers)(),
    errors: input,
    misspelt: [{ asyncStrat: log }, 'asyncStart'],
    reads: ['start'],
  },
  {
    name: 'instrument',
    call: (options) => otel.instrument(options),
    errors: input,
    misspelt: [{ tracerprovider: {} }, 'tracerProvider'],
    reads: ['tracerProvider'],
  },
  { name: 'instrument', call: (tracerProvider) => otel.instrument({ tracerProvider }), errors: input },
  { name: 'instrument', call: (meterProvider) => otel.instrument({ meterProvider }), errors: input },
  { name: 'toLogger', call: (logger) => client.toLogger(logger), errors: input, reads: ['error', 'debug'] },
  { name: 'where', call: (field) => client.where(field, 'eq', 'a'), errors: input, misspelt: ['subjct', 'subject'] },
  {
    name: 'where',
    call: (operator) => client.where('subject', operator, 'a' as never),
    errors: input,
    misspelt: ['begin', 'begins'],
  },
  { name: 'where', call: (value) => client.where('subject', 'eq', value), errors: input },
  { name: 'where', call: (value) => client.where('subject', 'in', value), errors: input },
  { name: 'createdAt', call: (id) => client.createdAt(id), errors: input },
  {
    name: 'sceyt.users.list',
    call: (query) => sceyt.users.list(query),
    errors: input,
    misspelt: [{ limt: 5 }, 'limit'],
    reads: ['limit'],
  },
  {
    name: 'sceyt.users.get',
    call: (options) => sceyt.users.get('zoe', options),
    errors: input,
    misspelt: [{ timeot: 5 }, 'timeout'],
    reads: ['timeout'],
  },
  {
    name: 'sceyt.files.download',
    call: (options) => sceyt.files.download('a', options),
    errors: input,
    misspelt: [{ As: 'blob' }, 'as'],
    reads: ['as'],
  },
  {
    name: 'sceyt.users.upsert',
    call: (options) => sceyt.users.upsert({ username: 'zoe' }, options),
    errors: input,
    misspelt: [{ timeot: 5 }, 'timeout'],
    reads: ['timeout'],
  },
  {
    name: 'ListPromise.toArray',
    call: (options) => sceyt.users.list().toArray(options),
    errors: input,
    misspelt: [{ limt: 5 }, 'limit'],
    reads: ['limit'],
  },
  { name: 'ListPromise.page', call: (link) => sceyt.users.list().page(link), errors: input },
  { name: 'sceyt.raw.GET', call: (path) => sceyt.raw.GET(path), errors: input, misspelt: ['/user', 'GET /users'] },
  {
    name: 'sceyt.raw.GET',
    call: (options) => sceyt.raw.GET('/users', options),
    errors: input,
    misspelt: [{ bodySerialiser: log }, 'bodySerializer'],
    reads: ['params', 'parseAs'],
  },
  {
    name: 'sceyt.raw.GET',
    call: (params) => sceyt.raw.GET('/users', { params }),
    errors: input,
    misspelt: [{ qurey: {} }, 'query'],
    reads: ['query'],
  },
  { name: 'sceyt.raw.use', call: (middleware) => sceyt.raw.use(middleware), errors: input },
  { name: 'fromPath', call: (path) => node.fromPath(path), errors: input, reads: ['protocol'] },
  {
    name: 'fromPath',
    call: (names) => node.fromPath(import.meta.filename, names),
    errors: input,
    misspelt: [{ nmae: 'a' }, 'name'],
    reads: ['name', 'type'],
  },
  { name: 'fromStream', call: (content) => node.fromStream(content, { name: 'a' }), errors: input },
  {
    name: 'fromStream',
    call: (names) => node.fromStream(file, names),
    errors: input,
    misspelt: [{ name: 'a', szie: 3 }, 'size'],
    reads: ['name', 'size'],
  },
  {
    name: 'pooledFetch',
    call: (options) => node.pooledFetch(options),
    errors: input,
    misspelt: [{ connection: 1 }, 'connections'],
    reads: ['connections'],
  },
  { name: 'saveTo', call: (path) => node.saveTo(path, new Blob([])), errors: input, reads: ['protocol'] },
  {
    name: 'record',
    call: (options) => recordings.record(fetch, 'a', options),
    errors: input,
    misspelt: [{ modes: 'append' }, 'mode'],
    reads: ['mode', 'maxBodyBytes', 'secrets'],
  },
  { name: 'record', call: (path) => recordings.record(fetch, path), errors: input },
  { name: 'record', call: (secrets) => recordings.record(fetch, 'a', { secrets }), errors: input },
  {
    name: 'replay',
    call: (options) => recordings.replay('a', options),
    errors: input,
    misspelt: [{ passthrough: fetch }, 'passThrough'],
    reads: ['passThrough', 'repeat', 'secrets'],
  },
  { name: 'replay', call: (path) => recordings.replay(path), errors: input },
  {
    name: 'createUserToken',
    call: (options) => tokens.createUserToken('zoe', options),
    errors: input,
    misspelt: [{ privatekey: 'a' }, 'privateKey'],
    reads: ['privateKey'],
  },
  { name: 'createUserToken', call: (username) => tokens.createUserToken(username, { privateKey: '' }), errors: input },
  {
    name: 'createUserToken',
    call: (privateKey) => tokens.createUserToken('zoe', { privateKey }),
    errors: input,
    reads: ['kty', 'd'],
  },
  {
    name: 'verifyUserToken',
    call: (options) => tokens.verifyUserToken('a.b.c', options),
    errors: input,
    misspelt: [{ publickey: 'a' }, 'publicKey'],
    reads: ['publicKey'],
  },
  {
    name: 'verifyUserToken',
    call: (publicKey) => tokens.verifyUserToken('a.b.c', { publicKey }),
    errors: input,
    reads: ['kty', 'n'],
  },
  {
    name: 'createSandbox',
    call: (options) => sandboxes.createSandbox(options),
    errors: seed,
    misspelt: [{ seeds: {} }, 'seed'],
    reads: ['apps', 'seed'],
  },
  {
    name: 'createSandbox',
    call: (app) => sandboxes.createSandbox({ apps: [app] }),
    errors: seed,
    misspelt: [{ appId: 'a', apikey: 'k' }, 'apiKey'],
    reads: ['appId'],
  },
  { name: 'createSandbox', call: (apps) => sandboxes.createSandbox({ apps }), errors: seed },
  {
    name: 'createSandbox',
    call: (rateLimit) => sandboxes.createSandbox({ rateLimit }),
    errors: seed,
    misspelt: [{ request: 1 }, 'requests'],
    reads: ['requests'],
  },
  { name: 'createSandbox', call: (faults) => sandboxes.createSandbox({ faults }), errors: seed },
  {
    name: 'createSandbox',
    call: (given) => sandboxes.createSandbox({ seed: given }),
    errors: seed,
    misspelt: [{ user: [] }, 'users'],
    reads: ['users', 'start'],
  },
  {
    name: 'SandboxApps.addApp',
    call: (options) => sandbox.addApp(options),
    errors: seed,
    misspelt: [{ apikey: 'k' }, 'apiKey'],
    reads: ['appId', 'seed'],
  },
  {
    name: 'SandboxApps.addApp',
    call: (given) => sandbox.addApp({ seed: given }),
    errors: seed,
    misspelt: [{ user: [] }, 'users'],
    reads: ['users', 'start'],
  },
  { name: 'SandboxApps.addApp', call: (appId) => sandbox.addApp({ appId }), errors: range },
  { name: 'SandboxApps.addApp', call: (apiKey) => sandbox.addApp({ apiKey }), errors: range },
  {
    name: 'SandboxApps.removeApp',
    call: (appId) => sandbox.removeApp(appId),
    errors: range,
    misspelt: ['shp', 'shop'],
  },
  {
    name: 'SandboxApps.connection',
    call: (appId) => sandbox.connection(appId),
    errors: range,
    misspelt: ['shp', 'shop'],
  },
  { name: 'Sandbox.reset', call: (appId) => sandbox.reset(appId as string), errors: range, misspelt: ['shp', 'shop'] },
  { name: 'SandboxApps.basePath', call: (appId) => sandbox.basePath(appId), errors: range, misspelt: ['shp', 'shop'] },
  { name: 'SandboxApps.token', call: (username) => sandbox.token(username), errors: range },
  {
    name: 'SandboxApps.token',
    call: (options) => sandbox.token('zoe', options),
    errors: range,
    misspelt: [{ expireIn: 5 }, 'expiresIn'],
    reads: ['appId'],
  },
  {
    name: 'SandboxApps.token',
    call: (appId) => sandbox.token('zoe', { appId }),
    errors: range,
    misspelt: ['shp', 'shop'],
  },
  {
    name: 'Sandbox.seed',
    call: (given) => sandbox.seed(given),
    errors: seed,
    misspelt: [{ users: [{ username: 'a', firstname: 'A' }] }, 'first_name'],
    reads: ['users'],
  },
  { name: 'Sandbox.seed', call: (appId) => sandbox.seed({}, appId), errors: range, misspelt: ['shp', 'shop'] },
  {
    name: 'Sandbox.restore',
    call: (snapshot) => sandbox.restore(snapshot),
    errors: seed,
    misspelt: [{ apps: { shp: {} } }, 'shop'],
    isJson: true,
  },
  {
    name: 'Faults.add',
    call: (fault) => sandbox.faults.add(fault),
    errors: range,
    misspelt: [{ stattus: 500 }, 'status'],
    reads: ['status'],
  },
  {
    name: 'Faults.add',
    call: (operation) => sandbox.faults.add({ status: 500, operation }),
    errors: range,
    misspelt: ['usr.get', 'users.get'],
  },
  {
    name: 'Faults.add',
    call: (operation) => sandbox.faults.add({ status: 500, operation }),
    errors: range,
    misspelt: ['getUsers', 'getUser'],
  },
  {
    name: 'handlers',
    call: (options) => msw.handlers(sandbox, options),
    errors: range,
    misspelt: [{ orign: '*' }, 'origin'],
  },
  { name: 'handlers', call: (origin) => msw.handlers(sandbox, { origin }), errors: range },
  ...[playwright, vitest].map(
    ({ sandboxFixtures }): Argument => ({
      name: 'sandboxFixtures',
      call: (options) => sandboxFixtures(options),
      errors: seed,
      misspelt: [{ seeds: {} }, 'seed'],
      reads: ['apps', 'seed'],
    }),
  ),
  ...[playwright, vitest].flatMap(({ sandboxFixtures }): Argument[] => [
    {
      name: 'sandboxFixtures',
      call: (options) => sandboxFixtures({}, options),
      errors: range,
      misspelt: [{ clients: {} }, 'client'],
      reads: ['client'],
    },
    {
      name: 'sandboxFixtures',
      call: (client) => sandboxFixtures({}, { client }),
      errors: [...range, ...input],
      misspelt: [{ timout: 1 }, 'timeout'],
      reads: ['apiKey', 'fetch'],
    },
  ]),
  {
    name: 'sandboxFixtures',
    call: (routes) => playwright.sandboxFixtures({}, routes),
    errors: range,
    misspelt: [{ orign: '*' }, 'origin'],
  },
  {
    name: 'routeTo',
    call: (options) => playwright.routeTo({ route: async () => {}, on: () => {} }, sandbox, options),
    errors: range,
    misspelt: [{ orign: '*' }, 'origin'],
  },
  {
    name: 'persist',
    call: (options) => browser.persist(sandbox, options),
    errors: range,
    misspelt: [{ nme: 'world' }, 'name'],
    reads: ['name'],
  },
  { name: 'persist', call: (name) => browser.persist(sandbox, { name }), errors: range },
  {
    name: 'listen',
    call: (options) => server.listen(sandbox, options),
    errors: range,
    misspelt: [{ prot: 1 }, 'port'],
    reads: ['port'],
  },
]

const fail = (): never => {
  throw new Error('hostile')
}

/** Values every use of which throws, or that have a field that does. */
function hostileValues(reads: readonly string[] = []): unknown[] {
  const traps = new Proxy({}, { get: () => fail })
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const getters = reads.map((name) => Object.defineProperty({}, name, { get: fail, enumerable: true }))
  const inherited = reads.map((name) => Object.create(Object.defineProperty({}, name, { get: fail })))
  return [new Proxy({}, traps), new Proxy([], traps), new Proxy(() => {}, traps), proxy, ...getters, ...inherited]
}

const rows = all.map((argument) => ({
  ...argument,
  row: `${argument.name}, ${/\(?(\w*)\)? =>/.exec(String(argument.call))?.[1]}`,
}))

const failureOf = (call: Argument['call'], value: unknown) =>
  failure(Promise.resolve().then(() => call(value as never))) as Promise<Error>

it.each(rows.filter(({ misspelt }) => misspelt))(
  '$row: a misspelt name is refused with the nearest one',
  async (argument) => {
    const [value, nearest] = argument.misspelt ?? []
    const { name, message } = await failureOf(argument.call, value)
    expect(argument.errors).toContain(name)
    expect(message).toMatch(/; did you mean ".+"\?$|\. Did you mean ".+"\?$/)
    expect(message).toContain(`id you mean "${nearest}"?`)
  },
)

it.each(rows.filter(({ isJson }) => !isJson))(
  '$row: a value that throws when it is read is refused',
  async ({ call, errors, reads }) => {
    for (const value of hostileValues(reads)) expect(errors).toContain((await failureOf(call, value)).name)
  },
)

it('are all in this table', () => {
  const entries = {
    bulk,
    queue,
    client,
    node,
    otel,
    redis,
    sandboxes,
    browser,
    msw,
    server,
    playwright,
    vitest,
    tokens,
    validate,
  }
  const isFunction = ([name, value]: [string, unknown]) => typeof value === 'function' && /^[a-z]/.test(name)
  const exported = Object.entries(entries).flatMap(([entry, functions]) =>
    Object.entries(functions)
      .filter(isFunction)
      .map(([name]) => (entry === 'validate' ? `${name} of validate` : name)),
  )
  const objects = [sandbox, sandbox.faults, sandbox.journal, sandbox.clock, sceyt.users.list()]
  const prototypes = objects.map((object) => Object.getPrototypeOf(object))
  prototypes.push(Object.getPrototypeOf(prototypes[0]))
  const methods = prototypes.flatMap((prototype) => {
    const named = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
      ([name, { value, get }]) => !get && isFunction([name, value]),
    )
    return named.map(([name]) => `${prototype.constructor.name}.${name}`)
  })
  const known = [...all.map(({ name }) => name), ...without]
  expect([...exported, ...methods].filter((name) => !known.includes(name))).toEqual([])
})
