import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nearestName } from '../../src/common/unknown-name.js'
import { createSceyt, type SceytOptions } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { createUserToken, verifyUserToken } from '../../src/token/index.js'
import { apiKey, failure, json, recordingClient } from '../lib/fetches.js'

const variables = ['SCEYT_API_URL', 'SCEYT_APP_ID', 'SCEYT_API_KEY', 'SCEYT_BASE_URL', 'SCEYT_ALLOW_HTTP']

beforeEach(() => {
  for (const variable of variables) vi.stubEnv(variable, undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const inputError = (parameter: string, message: string) =>
  expect.objectContaining({ name: 'InputError', parameter, message: expect.stringContaining(message) })

describe('a name that is not known', () => {
  it.each([
    ['apikey', 'apiKey'],
    ['api_key', 'apiKey'],
    ['apiURL', 'apiUrl'],
    ['baseURL', 'baseUrl'],
    ['timeOut', 'timeout'],
    ['maxRetry', 'maxRetries'],
    ['loglevel', 'logLevel'],
  ])('of a client is refused: %s, which is nearly %s', (name, nearest) => {
    expect(() => createSceyt({ [name]: 'x' } as SceytOptions)).toThrow(
      inputError(name, `there is no option "${name}"; did you mean "${nearest}"?`),
    )
  })

  it('of a client is refused with the names of all options, if none is near', () => {
    expect(() => createSceyt({ colour: 'x' } as SceytOptions)).toThrow(
      inputError('colour', 'there is no option "colour"; use apiUrl, appId,'),
    )
  })

  it('is accepted without a value', async () => {
    const { sceyt, sent } = recordingClient(() => json({ users: [] }), { apikey: undefined } as SceytOptions)
    await sceyt.users.list({ limt: undefined } as object, { timeot: undefined } as object)
    expect(sent[0]?.url).not.toContain('limt')
  })

  it('of a call, a query, a hook or a raw call is refused', async () => {
    const { sceyt, sent } = recordingClient(() => json({ users: [] }))
    const raw = (init: object) => sceyt.raw.GET('/users', init as never)
    const calls: [() => PromiseLike<unknown>, name: string, message: string][] = [
      [
        () => sceyt.users.get('zoe', { timeot: 5 } as object),
        'timeot',
        'users.get: there is no option "timeot"; did you mean "timeout"?',
      ],
      [() => sceyt.users.get('zoe', { as: 'blob' } as object), 'as', 'there is no option "as"'],
      [() => sceyt.users.get('zoe', { nextQuery: 'a=1' } as object), 'nextQuery', 'there is no option "nextQuery"'],
      [() => sceyt.files.download('a', { has: 'blob' } as object), 'has', 'did you mean "as"?'],
      [
        () => sceyt.users.list({ limt: 5 } as object),
        'limt',
        'users.list: there is no query parameter "limt"; did you mean "limit"?',
      ],
      [
        () => sceyt.users.upsert({ username: 'zoe' }, { maxRetrys: 5 } as object),
        'maxRetrys',
        'users.upsert: there is no option "maxRetrys"; did you mean "maxRetries"?',
      ],
      [() => raw({ header: {} }), 'header', 'did you mean "headers"?'],
      [() => raw({ query: { limit: 5 } }), 'query', 'there is no option "query"; use params,'],
      [() => raw({ params: { qurey: {} } }), 'qurey', 'there is no kind of parameters "qurey"; did you mean "query"?'],
      [() => raw({ params: { query: { Limit: 5 } } }), 'Limit', 'did you mean "limit"?'],
      [
        () => sceyt.raw.GET('/users/{username}', { params: { path: { userName: 'zoe' } as never } }),
        'userName',
        'there is no path parameter "userName"; did you mean "username"?',
      ],
      [
        () => sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe', userName: 'eve' } as never } }),
        'userName',
        'users.get: there is no path parameter "userName"; did you mean "username"?',
      ],
      [
        () => raw({ params: { path: { username: 'zoe' } } }),
        'username',
        'users.list: there is no path parameter "username".',
      ],
    ]
    for (const [call, parameter, message] of calls)
      expect(await failure(call())).toEqual(inputError(parameter, message))
    expect(() =>
      createSceyt({ baseUrl: 'https://api.example', apiKey: 'key', hooks: { onRequests() {} } as object }),
    ).toThrow(inputError('hooks.onRequests', 'there is no hook "onRequests"; did you mean "onRequest"?'))
    expect(sent).toEqual([])
  })

  it('is no option of fetch, which a raw call passes on', async () => {
    const { sceyt, sent } = recordingClient(() => json({ users: [] }))
    const options = {
      cache: 'no-store',
      keepalive: true,
      credentials: 'omit',
      priority: 'low',
      agent: {},
      cf: {},
      next: {},
    }
    await sceyt.raw.GET('/users', { ...options, dispatcher: { dispatch() {} } } as never)
    expect(sent[0]?.init).toMatchObject({ ...options, dispatcher: {} })
  })

  it('of a body is sent, and logged as a warning once, without its value', async () => {
    const warn = vi.fn()
    const silent = () => {}
    const logger = { error: silent, warn, info: silent, debug: silent }
    let requests = 0
    const { sceyt, sent } = recordingClient(
      () => (requests++ === 0 ? json({}, { status: 429, headers: { 'retry-after': '0' } }) : json({ username: 'zoe' })),
      { logger },
    )
    const members = [{ username: 'zoe', colour: 's3cret' }, { username: 'omar' }]
    await sceyt.channels.createDirect({ members, nickname: 's3cret', metadata: undefined } as never)
    expect(JSON.parse(String(sent[1]?.init.body))).toEqual({ members, nickname: 's3cret' })
    await sceyt.channels.createDirect({ members: [...members].reverse(), nickname: 'x' } as never)
    expect(warn.mock.calls).toEqual([
      [
        'sceyt-platform: channels.createDirect: the body has fields that are not in the OpenAPI document: members[0].colour, nickname',
        expect.objectContaining({ callId: expect.any(String), operationId: expect.any(String) }),
      ],
    ])
  })

  it('of a body is logged for each operation, with the known name that it resembles', async () => {
    const warn = vi.fn()
    const { sceyt } = recordingClient(() => json({ username: 'zoe' }), { logger: { ...console, warn } })
    const user = { username: 'zoe', firstName: 'Zoe' }
    await sceyt.users.create(user)
    await sceyt.users.update('zoe', user as never)
    await sceyt.users.update('zoe', { ...user, phone: '1' } as never)
    await sceyt.raw.POST('/users', { body: user })
    expect(warn.mock.calls.map(([message]) => message.replace(/.*document: /, ''))).toEqual([
      'firstName (did you mean first_name?)',
      'username, firstName (did you mean first_name?)',
      'phone',
    ])
  })

  it('of a body is not logged where the OpenAPI document allows more fields, nor at the level error', async () => {
    const warn = vi.fn()
    const { sceyt } = recordingClient(() => json({ name: 'a', username: 'zoe' }), { logger: { ...console, warn } })
    await sceyt.channelTypes.create({ name: 'a', colour: 'red' })
    const quiet = recordingClient(() => json({ username: 'zoe' }), { logger: { ...console, warn }, logLevel: 'error' })
    await quiet.sceyt.users.create({ username: 'zoe', colour: 'red' } as never)
    expect(warn).not.toHaveBeenCalled()
  })

  it('of a body is no longer logged after a hundred others, since names may be data', async () => {
    const warn = vi.fn()
    const { sceyt } = recordingClient(() => json({ username: 'zoe' }), { logger: { ...console, warn } })
    for (let index = 0; index < 120; index++)
      await sceyt.users.create({ username: 'zoe', [`field-${index}`]: 1 } as never)
    expect(warn).toHaveBeenCalledTimes(100)
  })

  it('of a body is logged without any part of the key, and with 300,000 others takes little longer', async () => {
    const warn = vi.fn()
    const silent = () => {}
    const logger = { error: silent, warn, info: silent, debug: silent }
    const client = recordingClient(() => json({ username: 'zoe' }), { logger })
    const before = 'x'.repeat(480)
    const names = [apiKey, 'colour', ...Array.from({ length: 300_000 }, (_, index) => `${apiKey}${index}`)]
    const body = { username: 'zoe', ...Object.fromEntries(names.map((name) => [name, 1])) }
    const timeOf = async ({ sceyt }: Pick<typeof client, 'sceyt'>) => {
      const start = performance.now()
      await sceyt.users.create(body)
      return performance.now() - start
    }
    const plain = await timeOf(recordingClient(() => json({ username: 'zoe' }), { logLevel: 'error' }))
    expect(await timeOf(client)).toBeLessThan(3 * plain + 500)
    const [line] = warn.mock.calls[0] ?? []
    expect(line).toContain(': [redacted], colour, ')
    expect(line.length).toBeLessThan(700)
    const other = recordingClient(() => json({ username: 'zoe' }), { logger })
    await other.sceyt.users.update('zoe', { [before + apiKey]: 1 } as never)
    expect(warn).toHaveBeenCalledTimes(2)
    expect(JSON.stringify(warn.mock.calls)).not.toContain(apiKey.slice(0, 8))
  })

  it('of a sandbox, an application, a fault or a seed is refused', async () => {
    const sandboxes: [options: object, message: string][] = [
      [{ seeds: {} }, 'there is no option "seeds"; did you mean "seed"?'],
      [{ apps: [{ appId: 'a', apikey: 'b' }] }, 'apps[0]: there is no option "apikey"; did you mean "apiKey"?'],
      [{ rateLimit: { request: 1, window: 1 } }, 'rateLimit: there is no option "request"; did you mean "requests"?'],
      [{ faults: [{ stattus: 500 }] }, 'Invalid fault: there is no field "stattus"; did you mean "status"?'],
      [{ seed: { user: [] } }, 'Invalid seed: user is not known. Did you mean "users"?'],
      [
        { seed: { users: [{ username: 'zoe', firstname: 'Zoe' }] } },
        'users[0].firstname is not known. Did you mean "first_name"?',
      ],
      [
        { seed: { channels: [{ type: 'public', members: [{ username: 'zoe', rol: 'x' }] }] } },
        'channels[0].members[0].rol is not known. Did you mean "role"?',
      ],
      [null as never, 'options must be an object, got null.'],
      [{ faults: { status: 500 } }, 'faults must be an array.'],
    ]
    for (const [options, message] of sandboxes) expect(() => createSandbox(options)).toThrow(message)
    const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
    expect(await failure(sandbox.token('zoe', { expireIn: 600_000 } as object))).toMatchObject({
      message: expect.stringContaining('did you mean "expiresIn"?'),
    })
    expect(await failure(listen(sandbox, { prot: 1 } as object))).toMatchObject({
      message: expect.stringContaining('did you mean "port"?'),
    })
  })

  it('of a token is refused', async () => {
    const options = { privatekey: 'x' } as never
    expect(await failure(createUserToken('zoe', options))).toEqual(
      inputError('privatekey', 'there is no option "privatekey"; did you mean "privateKey"?'),
    )
    expect(await failure(verifyUserToken('a.b.c', { publickey: 'x' } as never))).toEqual(
      inputError('publickey', 'did you mean "publicKey"?'),
    )
  })

  it('has a nearest one, whatever the case, unless it is too different', () => {
    const known = ['timeout', 'totalTimeout', 'as']
    expect(
      ['TIMEOUT', 'timout', 'total_timeout', 'has', 'colour', 'x'.repeat(10_000), ''].map((name) =>
        nearestName(name, known),
      ),
    ).toEqual(['timeout', 'timeout', 'totalTimeout', 'as', undefined, undefined, undefined])
  })
})

describe('missing options', () => {
  it.each<[SceytOptions, string, string]>([
    [
      {},
      'apiUrl',
      'apiUrl is missing, and so are appId and apiKey. Pass them to createSceyt, or set SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY; SCEYT_BASE_URL replaces the first two.',
    ],
    [
      { apiUrl: 'api.example' },
      'appId',
      'appId is missing, and so is apiKey. Pass them to createSceyt, or set SCEYT_APP_ID and SCEYT_API_KEY.',
    ],
    [
      { apiUrl: 'api.example', appId: 'a' },
      'apiKey',
      'apiKey is missing. Pass it to createSceyt, or set SCEYT_API_KEY.',
    ],
    [{ baseUrl: 'https://api.example' }, 'apiKey', 'apiKey is missing. Pass it to createSceyt, or set SCEYT_API_KEY.'],
  ])('are named at once: %j', (options, parameter, message) => {
    expect(() => createSceyt(options)).toThrow(expect.objectContaining({ name: 'InputError', parameter, message }))
  })

  it('of a body are named at once', async () => {
    const { sceyt } = recordingClient(() => json({}))
    expect(await failure(sceyt.messages.send('1', {} as never))).toEqual(
      inputError('from', 'messages.send: from is missing, and so is body.'),
    )
  })
})

async function urlOf(options: SceytOptions): Promise<string> {
  let requested = ''
  const sceyt = createSceyt({
    apiKey: 'key',
    ...options,
    fetch: async (url) => {
      requested = url
      return new Response('{"username":"zoe"}')
    },
  })
  await sceyt.users.get('zoe')
  return requested
}

it.each(['apiUrl', 'appId', 'apiKey', 'baseUrl'])('null is refused as %s, whatever the environment has', (name) => {
  const options = {
    ...(name === 'baseUrl' ? {} : { apiUrl: 'api.example', appId: 'app' }),
    apiKey: 'key',
    [name]: null,
  }
  for (const value of [undefined, 'https://api.example']) {
    for (const variable of variables.slice(0, 4)) vi.stubEnv(variable, value)
    expect(() => createSceyt(options)).toThrow(inputError(name, `${name} must be a string, got null.`))
  }
})

describe('SCEYT_BASE_URL', () => {
  it('replaces the host and the application of the environment', async () => {
    vi.stubEnv('SCEYT_BASE_URL', 'https://proxy.example/sceyt/')
    expect(await urlOf({})).toBe('https://proxy.example/sceyt/users/zoe')
    vi.stubEnv('SCEYT_API_URL', 'api.example')
    vi.stubEnv('SCEYT_APP_ID', 'app')
    expect(await urlOf({})).toBe('https://proxy.example/sceyt/users/zoe')
    expect(await urlOf({ apiUrl: 'other.example' })).toBe('https://other.example/v1/app/users/zoe')
    expect(await urlOf({ baseUrl: 'https://own.example' })).toBe('https://own.example/users/zoe')
    for (const blank of ['', ' ', '\n']) {
      vi.stubEnv('SCEYT_BASE_URL', blank)
      expect(await urlOf({})).toBe('https://api.example/v1/app/users/zoe')
    }
  })

  it('is not used if apiUrl or appId is passed in code', async () => {
    vi.stubEnv('SCEYT_BASE_URL', 'https://proxy.example/sceyt')
    vi.stubEnv('SCEYT_API_URL', 'api.example')
    expect(await urlOf({ appId: 'own' })).toBe('https://api.example/v1/own/users/zoe')
    expect(await urlOf({ apiUrl: 'other.example', appId: 'own' })).toBe('https://other.example/v1/own/users/zoe')
    expect(await urlOf({ apiUrl: undefined, appId: undefined })).toBe('https://proxy.example/sceyt/users/zoe')
    expect(() => createSceyt({ apiUrl: 'api.example', apiKey: 'key' })).toThrow(inputError('appId', 'is missing'))
  })

  it.each(['apiUrl', 'appId'])(
    'and baseUrl in code: %s in code beside it is refused, since it would be ignored',
    (name) => {
      const options = { baseUrl: 'https://own.example', apiKey: 'key', [name]: 'x' }
      expect(() => createSceyt(options)).toThrow(
        inputError('baseUrl', `baseUrl cannot be set together with ${name}, which it replaces.`),
      )
      expect(() => createSceyt({ ...options, [name]: undefined })).not.toThrow()
      for (const variable of variables) vi.stubEnv(variable, 'true')
      expect(() => createSceyt({ ...options, [name]: undefined })).not.toThrow()
    },
  )

  it.each([
    'proxy.example',
    'ftp://proxy.example',
    'https://a:b@proxy.example',
    'https://proxy.example?a',
    'http://proxy.example',
  ])('is checked as baseUrl is: %s', (value) => {
    vi.stubEnv('SCEYT_BASE_URL', value)
    expect(() => createSceyt({ apiKey: 'key' })).toThrow(
      expect.objectContaining({ name: 'InputError', parameter: 'SCEYT_BASE_URL' }),
    )
  })

  it('does not come from Object.prototype', () => {
    Object.assign(Object.prototype, { SCEYT_BASE_URL: 'https://evil.example', SCEYT_ALLOW_HTTP: 'true' })
    try {
      expect(() => createSceyt({ apiKey: 'key' })).toThrow(inputError('apiUrl', 'is missing'))
      expect(() => createSceyt({ baseUrl: 'http://sandbox:4010', apiKey: 'key' })).toThrow(
        inputError('baseUrl', 'is plain http'),
      )
    } finally {
      for (const name of ['SCEYT_BASE_URL', 'SCEYT_ALLOW_HTTP'])
        delete (Object.prototype as Record<string, unknown>)[name]
    }
  })
})

describe('SCEYT_ALLOW_HTTP', () => {
  const inside = [
    ...['sandbox:4010', 'my_service', 'host.docker.internal:8080', 'api.localhost', 'nas.local', 'db.prod.internal'],
    ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.1.1'],
    ...['[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[febf::1]', '[::ffff:10.0.0.1]', '[::ffff:c0a8:101]'],
    ...['0x0a000001', '167772161', '012.0.0.1', '10.1', 'SANDBOX', '127.0.0.1', 'localhost', '[::1]'],
    ...['nas.lan', 'api.default.svc', 'api.default.svc.cluster.local', 'sandbox.test', 'router.home.arpa'],
    ...['100.64.0.1', '100.99.1.1', '100.100.100.100', '100.127.255.255', '[::ffff:100.64.0.1]'],
  ]
  const outside = [
    ...[
      'api.example',
      '8.8.8.8',
      '11.0.0.1',
      '9.255.255.255',
      '172.15.255.255',
      '172.32.0.1',
      '192.167.1.1',
      '192.169.1.1',
    ],
    ...[
      '169.253.1.1',
      '100.63.255.255',
      '100.128.0.0',
      '100.6.0.1',
      '[::ffff:100.128.0.1]',
      '0.0.0.0',
      '[2001:db8::1]',
      '[fbff::1]',
      '[fec0::1]',
      '[::ffff:8.8.8.8]',
      '[64:ff9b::a00:1]',
    ],
    ...[
      'local.evil.example',
      'internal.example',
      'notlocal.example',
      'evil-local.example',
      '10.0.0.1.evil.example',
      'ai.',
      'nas.local.',
      'lan.example',
      'svc.example',
      'api.home.arpa.example',
      'notsvc.example',
      'in-addr.arpa',
      'arpa.example',
      '10.example',
      'node.tailnet.ts.net',
    ],
    ...['0x08080808', '134744072', '[::a00:1]'],
  ]
  it.each(inside)('allows http://%s, which is in a private network', (host) => {
    vi.stubEnv('SCEYT_ALLOW_HTTP', 'true')
    expect(() => createSceyt({ baseUrl: `http://${host}/v1/a`, apiKey: 'key' })).not.toThrow()
    vi.stubEnv('SCEYT_BASE_URL', `http://${host}/v1/a`)
    expect(() => createSceyt({ apiKey: 'key' })).not.toThrow()
  })

  it.each(outside)('does not allow http://%s, which needs allowHttp in code', (host) => {
    vi.stubEnv('SCEYT_ALLOW_HTTP', '1')
    const options = { baseUrl: `http://${host}`, apiKey: 'key' }
    expect(() => createSceyt(options)).toThrow(inputError('baseUrl', 'is plain http'))
    expect(() => createSceyt({ ...options, allowHttp: true })).not.toThrow()
  })

  it.each(['True', 'TRUE', '1', 'yes', 'YES', ' true\n'])('may be %j', (value) => {
    vi.stubEnv('SCEYT_ALLOW_HTTP', value)
    const options = { baseUrl: 'http://sandbox:4010', apiKey: 'key' }
    expect(() => createSceyt(options)).not.toThrow()
    expect(() => createSceyt({ ...options, allowHttp: undefined })).not.toThrow()
    expect(() => createSceyt({ ...options, allowHttp: false })).toThrow(
      inputError('baseUrl', 'to sandbox. Use https, or set allowHttp: true.'),
    )
  })

  it.each([undefined, '', ' ', 'false', 'False', '0', 'no', 'NO'])(
    'allows nothing if it is %j, and the error names both ways',
    (value) => {
      vi.stubEnv('SCEYT_ALLOW_HTTP', value)
      expect(() => createSceyt({ baseUrl: 'http://sandbox:4010', apiKey: 'key' })).toThrow(
        'is plain http, which would send the API key unencrypted to sandbox. Use https, or set allowHttp: true, or SCEYT_ALLOW_HTTP=true in the environment.',
      )
    },
  )

  it.each(['y', 'on', 'truee', 'true false', '2'])('must not be %j', (value) => {
    vi.stubEnv('SCEYT_ALLOW_HTTP', value)
    expect(() => createSceyt({ baseUrl: 'https://api.example', apiKey: 'key' })).toThrow(
      inputError('SCEYT_ALLOW_HTTP', `must be true or false, got "${value}".`),
    )
  })
})
