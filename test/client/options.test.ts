import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resolveOptions, type SceytOptions } from '../../src/client/options.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const given = { apiUrl: 'us-ohio-api.sceyt.com', appId: 'app-1', apiKey: 'key-1' }
const variables = { apiUrl: 'SCEYT_API_URL', appId: 'SCEYT_APP_ID', apiKey: 'SCEYT_API_KEY' } as const
const names = ['apiUrl', 'appId', 'apiKey'] as const
const refusal = (parameter: string, message = '') =>
  expect.objectContaining({ name: 'InputError', parameter, message: expect.stringContaining(message) })
const resolve = (options: { [Name in keyof SceytOptions]: unknown } = {}) =>
  resolveOptions({ ...('baseUrl' in options ? { apiKey: given.apiKey } : given), ...options } as SceytOptions)

beforeEach(() => {
  for (const variable of Object.values(variables)) vi.stubEnv(variable, undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

describe('resolveOptions', () => {
  it('fills in the defaults', () => {
    const baseUrl = 'https://us-ohio-api.sceyt.com/v1/app-1'
    expect(resolve()).toEqual({
      baseUrl,
      apiKey: 'key-1',
      apiKeyHeader: 'Platform-Api-Key',
      filterSeparator: ';',
      userAgent: expect.stringMatching(/^sceyt-platform\/\d/),
      fetch: expect.any(Function),
      timeout: 30_000,
      totalTimeout: Infinity,
      maxRetries: 2,
      maxConcurrent: Infinity,
      maxResponseBytes: 16 * 1024 * 1024,
      hooks: {},
      logger: console,
      logLevel: 'warn',
    })
  })

  it('takes what is given', () => {
    const own = {
      apiKeyHeader: 'Authorization',
      filterSeparator: '&',
      userAgent: 'my-app/1',
      fetch: async () => new Response(),
      timeout: 5,
      totalTimeout: 6,
      maxRetries: 0,
      maxConcurrent: 7,
      maxResponseBytes: 8,
      hooks: { onError() {} },
      logger: { ...console },
      logLevel: 'silent',
      inspect() {},
    }
    expect(resolve(own)).toEqual({ ...resolve(), ...own })
  })

  it.each(names)('says that %s is missing, and where it may come from', (name) => {
    expect(() => resolve({ [name]: undefined })).toThrow(refusal(name, variables[name]))
  })

  it.each(names)('says that %s is empty', (name) => {
    for (const value of ['', ' ']) expect(() => resolve({ [name]: value })).toThrow(refusal(name, 'is empty'))
  })

  it.each([...names, 'baseUrl', 'apiKeyHeader', 'filterSeparator', 'userAgent', 'fetch', 'timeout'] as const)(
    'says that %s is of the wrong type',
    (name) => {
      for (const value of [name === 'timeout' ? '5' : 5, 5n, {}, [], true, null])
        expect(() => resolve({ [name]: value })).toThrow(refusal(name))
    },
  )

  it.each([null, 'text', 5])('refuses %j in place of the options', (options) => {
    expect(() => resolveOptions(options as never)).toThrow(refusal('options', 'must be an object'))
  })

  it('reads the environment for what is not given, and only then', () => {
    vi.stubEnv('SCEYT_API_URL', 'env.sceyt.com')
    vi.stubEnv('SCEYT_APP_ID', 'env-app')
    vi.stubEnv('SCEYT_API_KEY', 'env-key')
    expect(resolveOptions({})).toMatchObject({ baseUrl: 'https://env.sceyt.com/v1/env-app', apiKey: 'env-key' })
    expect(resolve()).toMatchObject({ baseUrl: 'https://us-ohio-api.sceyt.com/v1/app-1', apiKey: 'key-1' })
  })

  it.each(['', ' ', '\r\n\t'])('names every variable at once that is absent, or set to %j', (value) => {
    for (const variable of [...Object.values(variables), 'SCEYT_BASE_URL']) vi.stubEnv(variable, value)
    expect(() => resolveOptions({})).toThrow(
      refusal(
        'apiUrl',
        'apiUrl is missing, and so are appId and apiKey. Pass them to createSceyt, or set SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY; SCEYT_BASE_URL replaces the first two.',
      ),
    )
    vi.stubEnv('SCEYT_APP_ID', 'env-app')
    expect(() => resolveOptions({})).toThrow(refusal('apiUrl', 'apiUrl is missing, and so is apiKey.'))
    vi.stubEnv('SCEYT_API_URL', undefined)
    vi.stubEnv('SCEYT_BASE_URL', 'https://proxy.example')
    expect(() => resolveOptions({})).toThrow(refusal('apiKey', 'apiKey is missing. Pass it to createSceyt'))
  })

  it('says that a base URL of the environment is not used together with a part of another', () => {
    for (const variable of Object.values(variables)) vi.stubEnv(variable, undefined)
    vi.stubEnv('SCEYT_BASE_URL', 'https://proxy.example')
    expect(() => resolveOptions({ appId: 'shop', apiKey: 'test-key' })).toThrow(
      refusal(
        'apiUrl',
        'apiUrl is missing. Pass it to createSceyt, or set SCEYT_API_URL. SCEYT_BASE_URL is not used together with appId.',
      ),
    )
    vi.stubEnv('SCEYT_BASE_URL', undefined)
    expect(() => resolveOptions({ appId: 'shop', apiKey: 'test-key' })).toThrow(/set SCEYT_API_URL\.$/)
  })

  it('trims every variable, which may come from a file that ends with a line break', () => {
    vi.stubEnv('SCEYT_API_URL', ' env.sceyt.com\n')
    vi.stubEnv('SCEYT_APP_ID', 'env-app\r\n')
    vi.stubEnv('SCEYT_API_KEY', '\tenv-key \n')
    expect(resolveOptions({})).toMatchObject({ baseUrl: 'https://env.sceyt.com/v1/env-app', apiKey: 'env-key' })
    vi.stubEnv('SCEYT_BASE_URL', ' https://proxy.example/v1 \n')
    expect(resolveOptions({})).toMatchObject({ baseUrl: 'https://proxy.example/v1', apiKey: 'env-key' })
    expect(() => resolve({ apiKey: 'key\n' })).toThrow(refusal('apiKey'))
  })

  it.each([
    [0, 'the number 0'],
    [-1, 'the number -1'],
    [Number.NaN, 'the number NaN'],
    ['5', '"5"'],
    [2 ** 31, 'the number 2147483648'],
    [-Infinity, 'the number -Infinity'],
    [null, 'null'],
  ])('refuses a timeout of %s', (timeout, received) => {
    expect(() => resolve({ timeout })).toThrow(refusal('timeout', `1 to 2147483647, or Infinity, got ${received}.`))
  })

  it('accepts the limits of a timeout, and Infinity', () => {
    for (const timeout of [1, 2 ** 31 - 1, Infinity]) expect(resolve({ timeout }).timeout).toBe(timeout)
  })

  it.each(['', 'X Key', ' X-Key', 'X:Key', 'X\nKey', 'Բանալի'])('refuses the header %j for the key', (apiKeyHeader) => {
    expect(() => resolve({ apiKeyHeader })).toThrow(refusal('apiKeyHeader', 'name of an HTTP header'))
  })
})

describe('hooks and inspect', () => {
  it('are functions, or not set', () => {
    expect(() => resolve({ hooks: null })).toThrow(refusal('hooks', 'must be an object of functions'))
    expect(() => resolve({ hooks: { onError: 5 } })).toThrow(refusal('hooks.onError', 'must be a function'))
    expect(() => resolve({ inspect: 5 })).toThrow(refusal('inspect', 'must be a function'))
    expect(resolve({ hooks: { onError: undefined }, inspect: undefined }).inspect).toBeUndefined()
  })
})

describe('userAgent', () => {
  it.each(['', ' ', 'my-app\n', 'my-app\r\nX-Evil: 1', 'my-app\0', 'my-app\x7f', 'Հավելված', '😀', '\ud800', true])(
    'refuses %j',
    (userAgent) => {
      expect(() => resolve({ userAgent })).toThrow(refusal('userAgent', 'a string that is not empty'))
    },
  )

  it('accepts any text that a header can carry, and false', () => {
    for (const userAgent of ['my-app/1.0 (+https://app.example)', 'café', false])
      expect(resolve({ userAgent }).userAgent).toBe(userAgent)
  })

  it.each([
    ['Node.js/22', ' Node.js/22'],
    ['Deno/2.1.0', ' Deno/2.1.0'],
    ['Cloudflare-Workers', ' Cloudflare-Workers'],
    ['Edge Runtime (x64)', ''],
    ['Evil/1\r\nX-Evil: 1', ''],
    ['', ''],
    [undefined, ''],
  ])('names the runtime if that states its name as a product: %j', (runtime, expected) => {
    vi.stubGlobal('navigator', { userAgent: runtime })
    expect(resolve().userAgent).toBe(`sceyt-platform/${version}${expected}`)
  })

  it('is not sent by a browser, even if it is set', () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' })
    for (const userAgent of [undefined, 'my-app/1'])
      expect(resolve({ allowBrowser: true, userAgent }).userAgent).toBe(false)
    expect(() => resolve({ allowBrowser: true, userAgent: '' })).toThrow(refusal('userAgent'))
  })
})

describe('filterSeparator', () => {
  it.each(['', ',', '%26', ';&', ' ;'])('refuses %j, naming those it allows', (filterSeparator) => {
    expect(() => resolve({ filterSeparator })).toThrow(
      refusal('filterSeparator', `must be ";" or "&", got "${filterSeparator}"`),
    )
  })
})

describe('apiUrl', () => {
  it.each([
    ['api.example', 'https://api.example/v1/app-1'],
    ['api.example/', 'https://api.example/v1/app-1'],
    ['https://api.example/', 'https://api.example/v1/app-1'],
    ['api.example:8443', 'https://api.example:8443/v1/app-1'],
    ['https://api.example:8443/', 'https://api.example:8443/v1/app-1'],
    ['localhost:4010', 'https://localhost:4010/v1/app-1'],
    ['[::1]:4010', 'https://[::1]:4010/v1/app-1'],
  ])('%s becomes %s', (apiUrl, baseUrl) => {
    expect(resolve({ apiUrl }).baseUrl).toBe(baseUrl)
  })

  it.each(['api.example/v1', 'https://api.example/v1/', 'https://api.example//'])(
    'refuses the path of %s, pointing to baseUrl',
    (apiUrl) => {
      expect(() => resolve({ apiUrl })).toThrow(refusal('apiUrl', 'baseUrl'))
    },
  )
})

describe('appId', () => {
  it.each(['a/b', '/a', '..', '.', '%2F', 'a%2Fb', 'a?b', 'a#b', 'a b', 'a\\b', 'ա', 'a\n', '\ud800'])(
    'refuses %j',
    (appId) => {
      expect(() => resolve({ appId })).toThrow(refusal('appId'))
    },
  )

  it('accepts any unreserved character', () => {
    for (const appId of ['0', 'A-z_0.9~', 'a..b'])
      expect(resolve({ appId }).baseUrl).toBe(`https://us-ohio-api.sceyt.com/v1/${appId}`)
  })
})

describe('apiKey', () => {
  const split = [
    'S3cret\n',
    'S3cret\r\nX-Evil: 1',
    '\nS3cret',
    'S3cret\0',
    'S3cret\x7f',
    'S3cretключ',
    'S3cret😀',
    '\ud800S3cret',
  ]
  it.each([...split, ' S3cret', 'S3cret ', '\tS3cret', 'S3cret\u00a0'])(
    'refuses %j without showing it',
    async (apiKey) => {
      const error: unknown = await (async () => resolve({ apiKey }))().catch((thrown) => thrown)
      expect(error).toMatchObject({
        name: 'InputError',
        parameter: 'apiKey',
        message: expect.stringMatching(/must be a string without line breaks|must not begin or end/),
      })
      expect(inspect(error)).not.toContain('S3cret')
    },
  )

  it('accepts any character that a header can carry', () => {
    for (const apiKey of ['a b', 'clé', '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'])
      expect(resolve({ apiKey }).apiKey).toBe(apiKey)
  })
})

describe.each(['apiUrl', 'baseUrl'] as const)('the address in %s', (name) => {
  const far = [
    'api.example',
    '10.0.0.1',
    '127.evil.example',
    '127.0.0.1.evil.example',
    '[::2]',
    'localhost.evil.example',
    'evil-localhost',
    'api.localhost',
  ]
  it.each(far)('is refused if it is http://%s, unless allowHttp is set', (host) => {
    expect(() => resolve({ [name]: `http://${host}` })).toThrow(refusal(name, 'allowHttp'))
    expect(() => resolve({ [name]: `http://${host}`, allowHttp: false })).toThrow(refusal(name))
    expect(resolve({ [name]: `http://${host}`, allowHttp: true }).baseUrl).toContain(host)
  })

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://127.9.8.7', 'http://[::1]:4010'])(
    'may be %s, which is this machine',
    (url) => {
      expect(resolve({ [name]: url }).baseUrl.startsWith(url)).toBe(true)
    },
  )

  const schemes = ['ftp://api.example', 'ws://api.example', 'file:///etc/passwd', 'data://text', 'javascript:alert(1)']
  it.each(schemes)('is refused if it is %s, also with allowHttp', (url) => {
    expect(() => resolve({ [name]: url, allowHttp: true })).toThrow(refusal(name))
  })

  it.each(['https://user:pass@api.example', 'https://user@api.example', 'https://:pass@api.example'])(
    'is refused with credentials: %s',
    (url) => {
      expect(() => resolve({ [name]: url })).toThrow(refusal(name, 'user name or password'))
    },
  )

  it.each(['?a=1', '/?a=1', '#a', '/#a', '?', '#'])('is refused with a query or fragment, be it empty: %s', (rest) => {
    expect(() => resolve({ [name]: `https://api.example${rest}` })).toThrow(refusal(name, 'query or fragment'))
  })

  it.each(['https://', 'https://a b', 'https://api.example:99999', 'http://[::1'])(
    'is refused if it cannot be read: %s',
    (url) => {
      expect(() => resolve({ [name]: url })).toThrow(refusal(name, 'must be a URL'))
    },
  )
})

describe('baseUrl', () => {
  it.each([
    ['https://proxy.example/', 'https://proxy.example'],
    ['https://proxy.example/sceyt/v1', 'https://proxy.example/sceyt/v1'],
    ['https://proxy.example:8443/sceyt//', 'https://proxy.example:8443/sceyt'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
  ])('%s replaces all and becomes %s', (baseUrl, expected) => {
    expect(resolveOptions({ baseUrl, apiKey: 'key' }).baseUrl).toBe(expected)
    expect(resolve({ baseUrl }).baseUrl).toBe(expected)
  })

  it('needs a scheme', () => {
    for (const baseUrl of ['proxy.example', '/sceyt', ''])
      expect(() => resolve({ baseUrl })).toThrow(refusal('baseUrl', 'must be a URL'))
  })
})

describe('a browser', () => {
  const navigator = (userAgent?: string) => vi.stubGlobal('navigator', { userAgent })

  it('is refused, unless allowBrowser is set', () => {
    navigator('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36')
    expect(() => resolve()).toThrow(refusal('allowBrowser', 'server'))
    expect(() => resolve({ allowBrowser: false })).toThrow(refusal('allowBrowser'))
    expect(resolve({ allowBrowser: true }).apiKey).toBe('key-1')
  })

  it.each(['Node.js/22', 'Deno/2.1.0', 'Bun/1.2', 'Cloudflare-Workers', undefined])(
    'is not what calls itself %s',
    (userAgent) => {
      navigator(userAgent)
      expect(resolve().apiKey).toBe('key-1')
    },
  )
})
