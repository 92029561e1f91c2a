import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fetch, Hooks, Logger, Sceyt, SceytOptions } from '../../src/index.js'
import { createSceyt as createValidating } from '../../src/validate/index.js'
import { encodeTwice, keys, twoLayers } from '../lib/encodings.js'
import { failure, json, recordingClient } from '../lib/fetches.js'

/** A key without repeated parts, so that a part of it is recognized. */
const key = 'Q7z"p&L2<x>9+v/w=J4é'

/** Everything that a value shows. */
function shownOf(value: unknown): string {
  const { message, stack } = value instanceof Error ? value : {}
  const headers = (value as { headers?: unknown } | undefined)?.headers
  return [
    inspect(value, { depth: 12, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(value),
    String(value),
    message,
    stack,
    headers instanceof Headers ? [...headers].join() : '',
  ].join('\n')
}

/** The longest part of the key that a text shows, in any case. */
function longestPart(text: string, secret = key): number {
  const lower = text.toLowerCase()
  let longest = 0
  for (let start = 0; start < secret.length; start++) {
    while (lower.includes(secret.slice(start, start + longest + 1).toLowerCase()) && start + longest < secret.length)
      longest++
  }
  return longest
}

const few = 4

/** A client, and everything that its hooks and its logger receive. */
function watchedClient(fetch: NonNullable<SceytOptions['fetch']>, options: SceytOptions = {}) {
  const seen: unknown[] = []
  const note = (...what: unknown[]) => void seen.push(what)
  const logger: Logger = { error: note, warn: note, info: note, debug: note }
  const hooks: Hooks = { onRequest: note, onResponse: note, onRetry: note, onError: note }
  const { sceyt } = recordingClient(fetch, { apiKey: key, logger, logLevel: 'debug', hooks, maxRetries: 0, ...options })
  return { sceyt, seen }
}

const latin1 = (text: string) => text.replace(/[^\x20-\xff]/g, '?')
const token = (text: string) =>
  text.replace(/[^ -~]/g, '?').replace(/[^!#$%&'*+.^_`|~0-9A-Za-z-]/g, (c) => encodeURIComponent(c))

/** A response with the text in its reason phrase and its URL, which `new Response` does not accept. */
function withLine(response: Response, text: string): Response {
  return Object.defineProperties(response, {
    statusText: { value: `Bad ${text}`, configurable: true },
    url: { value: `https://api.example.com/?key=${encodeURIComponent(text)}`, configurable: true },
  })
}

/** The places where a server or a runtime may echo a text, each with a call that fails. */
const places: Record<string, (text: string) => () => Promise<Response>> = {
  'a text body': (text) => async () => new Response(`Bad ${text}.`, { status: 401 }),
  'an HTML body': (text) => async () => new Response(`<h1>Bad</h1><pre>${text}</pre>`, { status: 502 }),
  'a JSON value': (text) => async () =>
    json({ message: `Bad ${text}`, type: text, traceId: text, more: [text] }, { status: 400 }),
  'the name of a JSON field': (text) => async () =>
    json({ [text]: 1, error: { [`a ${text}`]: { message: 5 } } }, { status: 404 }),
  'the value of a header': (text) => async () =>
    new Response('{}', { status: 429, headers: { 'x-echo': latin1(text), 'x-request-id': latin1(text) } }),
  'the name of a header': (text) => async () =>
    new Response('{}', { status: 409, headers: { [`x-${token(text)}`]: '1' } }),
  'the reason phrase and the URL': (text) => async () => withLine(new Response('{}', { status: 500 }), text),
  'the target of a redirect': (text) => async () =>
    new Response(null, {
      status: 302,
      headers: { location: `https://other.example/${latin1(text)}/a?b=${latin1(text)}` },
    }),
  'an error of fetch': (text) => () =>
    Promise.reject(
      Object.assign(new TypeError(`Bad ${text}`, { cause: Object.assign(new Error(text), { code: text }) }), {
        name: text,
      }),
    ),
  'a success that is not JSON': (text) => async () =>
    withLine(new Response(`<p>${text}`, { headers: { 'x-a': latin1(text) } }), text),
  'a success of another shape': (text) => async () => json([text]),
}

describe.each(Object.entries(places))('the key echoed in %s', (_place, respond) => {
  it('is shown by no error, event or log line, in any two encodings', async () => {
    await fc.assert(
      fc.asyncProperty(twoLayers, async (layers) => {
        const { sceyt, seen } = watchedClient(respond(encodeTwice(key, layers)))
        const error = await failure(sceyt.users.get('zoe'))
        expect(error).toBeInstanceOf(Error)
        expect(longestPart(shownOf(error))).toBeLessThan(few)
        expect(longestPart(seen.map(shownOf).join('\n'))).toBeLessThan(few)
      }),
      { numRuns: 60 },
    )
  })

  it('is not shown beside a raw error either, with a middleware and without', async () => {
    for (const observed of [false, true]) {
      const { sceyt } = watchedClient(respond(key))
      if (observed) sceyt.raw.use({ onRequest: () => undefined })
      const result: unknown = await sceyt.raw
        .GET('/users/{username}', { params: { path: { username: 'zoe' } } })
        .catch((error) => error)
      const { response } = result as { response?: Response }
      const beside = response ? `${response.statusText} ${response.url} ${[...response.headers]}` : ''
      expect(longestPart(shownOf(result) + beside)).toBeLessThan(few)
    }
  })
})

it('the key is not shown by the response of a success', async () => {
  const { sceyt } = recordingClient(
    async () =>
      withLine(
        await json({ username: 'zoe' }, { headers: { 'x-a': key, [`x-${token(key)}`]: '1', 'x-request-id': key } }),
        key,
      ),
    { apiKey: key },
  )
  for (const promise of [sceyt.users.get('zoe'), sceyt.users.list()]) {
    const { response, requestId } = await (promise as ReturnType<Sceyt['users']['get']>).withResponse()
    const shown = `${response.statusText} ${response.url} ${[...response.headers]} ${requestId}`
    expect(shown).toContain('[redacted]')
    expect(longestPart(shown)).toBeLessThan(few)
    expect(response.headers.get('content-type')).toBe('application/json')
  }
})

describe('the key with something invisible in it', () => {
  const secret = 'supersecretkey42'
  const unicode = (text: string) =>
    text.replace(/./g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const joined = (mark: string) => [...secret].join(mark)
  const utf32 = Buffer.from([...`bad key ${secret}`].flatMap((character) => [character.charCodeAt(0), 0, 0, 0]))
  const bodies: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['as UTF-16', new Uint8Array(Buffer.from(`bad key ${secret}`, 'utf16le'))],
    ['as UTF-16, big-endian', new Uint8Array(Buffer.from(`bad key ${secret}`, 'utf16le').swap16())],
    ['as UTF-32', new Uint8Array(utf32)],
    ['as UTF-16 in JSON', JSON.stringify({ message: joined('\0') })],
    ...['\u200b', '\xad', '\u2060', '\ufeff', '\ufe0f', '\u200d\u200c'].flatMap((mark): [string, string][] => [
      [`with ${unicode(mark)}`, `bad ${joined(mark)}!`],
      [`with ${unicode(mark)} in JSON`, `{"message":"${joined(unicode(mark))}"}`],
    ]),
    ['with &shy;', `<p>${joined('&shy;')}</p>`],
    ['with &#8203;', `<p>${joined('&#8203;')}</p>`],
    ['with &ZeroWidthSpace;', `<p>${joined('&ZeroWidthSpace;')}</p>`],
    ['with &NoBreak;', `<p>${joined('&NoBreak;')}</p>`],
    ['with a language tag, a pair of surrogates', joined('\u{e0001}')],
    ['with bytes of UTF-8 in a URL', joined('%E2%80%8B')],
    ['with bytes of UTF-8 in mail', joined('=E2=80=8B')],
    ['with soft line breaks of mail', joined('=\r\n')],
    ['with a tag', `<p>supersecre<b>tkey42</b></p>`],
    ['with tags everywhere', joined('<wbr>')],
    ['with a tag with attributes', `supersecre<span class="a b">tkey42`],
    ['with an escaped tag', `supersecre&lt;wbr/&gt;tkey42`],
    ['with a tag in JSON', `{"message":"supersecre\\u003cb\\u003etkey42"}`],
  ]
  it.each(bodies)('is not shown %s', async (_what, body) => {
    const { sceyt, seen } = watchedClient(async () => new Response(body, { status: 400 }), { apiKey: secret })
    const error = await failure(sceyt.users.get('zoe'))
    const visible = (text: string) =>
      text.replace(/<[^>]*>|&(lt|#60);.*?&gt;|\\+(u|x)[\da-f]+|&\w+;|&#\d+;|[^a-z\d]/gi, '')
    expect(shownOf(error)).toContain('[redacted]')
    expect(longestPart(visible(shownOf(error)), secret)).toBeLessThan(5)
    expect(longestPart(visible(seen.map(shownOf).join()), secret)).toBeLessThan(5)
  })

  it('is not shown at a cut, and ordinary texts with tags and such characters are shown', async () => {
    const cut = `${'.'.repeat(65_536 - 22)}${joined('\0')}`
    const { sceyt } = watchedClient(async () => new Response(cut, { status: 400 }), { apiKey: secret })
    expect(
      longestPart(shownOf(await failure(sceyt.users.get('zoe'))).replace(/\0|\\u0000|\\x00/g, ''), secret),
    ).toBeLessThan(5)
    const text = '<p>super <b>secret</b> key\u200b42 <i>s</i>u\xadper</p>'
    const other = watchedClient(async () => new Response(text, { status: 400 }), { apiKey: secret })
    expect(await failure(other.sceyt.users.get('zoe'))).toMatchObject({ body: text })
  })
})

describe('a middleware', () => {
  it('does not see the key that the server echoes in the headers of a success', async () => {
    const seen: string[] = []
    const { sceyt } = recordingClient(
      async () => withLine(await json({ username: 'zoe' }, { headers: { 'x-a': key.replace('é', '?') } }), key),
      { apiKey: key },
    )
    sceyt.raw.use({
      onResponse: ({ response }) => void seen.push(`${[...response.headers]} ${response.url} ${response.statusText}`),
    })
    expect(await sceyt.users.get('zoe')).toEqual({ username: 'zoe' })
    expect(seen).toHaveLength(1)
    expect(longestPart(seen.join())).toBeLessThan(few)
  })

  it('that returns an error with the key does not make the client show it', async () => {
    const own = () =>
      new Response(JSON.stringify({ message: key, more: { [key]: key } }), {
        status: 500,
        headers: { 'x-a': `a${encodeURIComponent(key)}` },
      })
    const fetches: Fetch[] = [() => json({ username: 'zoe' }), () => Promise.reject(new TypeError('fetch failed'))]
    for (const middleware of [{ onRequest: own }, { onResponse: own }, { onError: own }]) {
      const { sceyt, seen } = watchedClient(fetches['onError' in middleware ? 1 : 0] as Fetch)
      sceyt.raw.use(middleware)
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'ServerError', serverMessage: '[redacted]' })
      const raw = await sceyt.raw.GET('/users')
      expect(longestPart([error, raw, ...seen].map(shownOf).join('\n') + [...raw.response.headers])).toBeLessThan(few)
    }
  })
})

describe('a cut', () => {
  const widths = Array.from({ length: key.length + 12 }, (_, index) => index)

  it.each([
    ['of a text body at 2048 characters', 2048, (text: string) => new Response(text, { status: 400 })],
    ['of a success that is not JSON at 2048 characters', 2048, (text: string) => new Response(text)],
    ['of a body at 64 KiB', 65_536, (text: string) => new Response(`{"message":"a","more":"${text}`, { status: 400 })],
    ['of a message at 500 characters', 500, (text: string) => json({ message: text }, { status: 400 })],
    ['of an HTML page at 200 characters', 200, (text: string) => new Response(`<p>${text}</p>`, { status: 502 })],
  ])('%s shows no part of the key', async (_what, length, respond) => {
    for (const width of widths) {
      for (const form of [key, encodeURIComponent(key), JSON.stringify(key)]) {
        const { sceyt } = watchedClient(async () => respond(`${'.'.repeat(length - width)}${form}${'.'.repeat(99)}`))
        expect(longestPart(shownOf(await failure(sceyt.users.get('zoe'))))).toBeLessThanOrEqual(few)
      }
    }
  })

  it('of an error body by a broken connection shows no part of the key', async () => {
    for (let length = 1; length < key.length; length++) {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(`Bad ${key.slice(0, length)}`))
        },
        pull(controller) {
          controller.error(new Error('cut'))
        },
      })
      const { sceyt } = watchedClient(async () => new Response(body, { status: 500 }))
      expect(longestPart(shownOf(await failure(sceyt.users.get('zoe'))))).toBeLessThanOrEqual(few)
    }
  })

  it('of a target at its question mark shows no part of the key', async () => {
    const secret = 'abcd?efgh#ijkl@mnop'
    for (const location of [`/${secret}`, `https://${secret}/`, `/a?${secret}`, `/${encodeURIComponent(secret)}`]) {
      const { sceyt } = watchedClient(async () => new Response(null, { status: 302, headers: { location } }), {
        apiKey: secret,
      })
      expect(longestPart(shownOf(await failure(sceyt.users.get('zoe'))), secret)).toBeLessThan(few)
    }
  })

  it('between two chunks shows no part of the key', async () => {
    const bytes = new TextEncoder().encode(`Bad ${key}!`)
    for (let at = 0; at < bytes.length; at++) {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(bytes.subarray(0, at))
          controller.enqueue(bytes.subarray(at))
          controller.close()
        },
      })
      const { sceyt } = watchedClient(async () => new Response(body, { status: 500 }))
      expect(((await failure(sceyt.users.get('zoe'))) as Error).message).toContain('Bad [redacted]!')
    }
  })
})

describe('a violation', () => {
  const validating = (body: unknown, apiKey = key, seen: unknown[] = []) => {
    const note = (...what: unknown[]) => void seen.push(what)
    const logger: Logger = { error: note, warn: note, info: note, debug: note }
    const options = { baseUrl: 'https://api.example.com', apiKey, fetch: async () => json(body), logger }
    return {
      throwing: createValidating({ ...options, validate: 'throw' }),
      warning: createValidating({ ...options, validate: 'warn' }),
    }
  }

  it('shows no key that the server echoes as a value or as a name, in any two encodings', async () => {
    await fc.assert(
      fc.asyncProperty(keys, twoLayers, async (secret, layers) => {
        const text = encodeTwice(secret, layers)
        const seen: unknown[] = []
        const body = {
          username: [text],
          first_name: { [text]: 1 },
          metadata: { [text]: 5, [`${text}2`]: text },
          avatar: 5,
        }
        const { throwing, warning } = validating({ ...body, presence_status: text }, secret, seen)
        const error = await failure(throwing.users.get('zoe'))
        await warning.users.get('zoe')
        expect(seen).not.toEqual([])
        const shown = shownOf(error) + seen.map(shownOf)
        expect(shown).not.toContain(secret)
        expect(shown).not.toContain(text)
      }),
      { numRuns: 100 },
    )
  })

  it('shows no part of a key at the cut of a value', async () => {
    for (let width = 0; width < 70; width++) {
      const { throwing } = validating({
        username: 'zoe',
        first_name: 'Zoe',
        presence_status: `${'.'.repeat(width)}${key}`,
      })
      const error = (await failure(throwing.users.get('zoe'))) as Error
      expect(longestPart(error.message)).toBeLessThanOrEqual(few)
    }
  })
})

describe('a key shorter than 8 characters', () => {
  it.each(['user', 'Bearer user', 'test', 'a', 'seven77'])('is not redacted: %s', async (apiKey) => {
    const body = { code: 404, type: 'NotFound', message: 'There is no user "test" for Bearer tokens, seven77' }
    const { sceyt } = recordingClient(async () => json(body, { status: 404 }), { apiKey, logLevel: 'silent' })
    expect(await failure(sceyt.users.get('test'))).toMatchObject({
      body,
      message: expect.stringContaining(body.message),
    })
  })

  it('is warned about, once for each client', async () => {
    const seen: unknown[] = []
    const note = (...what: unknown[]) => void seen.push(what)
    const logger: Logger = { error: note, warn: note, info: note, debug: note }
    const fetch = async () => json({ username: 'zoe' })
    const clients = ['user', 'Bearer user', 'longer-1'].map(
      (apiKey) => recordingClient(fetch, { apiKey, logger }).sceyt,
    )
    expect(seen).toHaveLength(2)
    expect(JSON.stringify(seen)).toContain('shorter than 8 characters')
    for (const sceyt of clients) for (let calls = 0; calls < 3; calls++) await sceyt.users.get('zoe')
    recordingClient(fetch, { apiKey: 'user', logger, logLevel: 'error' })
    expect(seen).toHaveLength(2)
  })

  it('is still not shown as the header that carries it', async () => {
    const { sceyt, seen } = watchedClient(async () => json({ username: 'zoe' }), { apiKey: 'sh0rt' })
    await sceyt.users.get('zoe')
    expect(seen.map(shownOf).join()).not.toContain('sh0rt')
  })
})
