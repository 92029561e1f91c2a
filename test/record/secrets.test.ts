import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../scripts/document.js'
import { createSceyt } from '../../src/index.js'
import { record, replay } from '../../src/record/index.js'
import { Secrets } from '../../src/record/secrets.js'
import { encodeTwice, encodings, keys, twoLayers } from '../lib/encodings.js'
import { failure } from '../lib/fetches.js'
import { randomCases } from '../lib/random.js'
import { baseUrl, linesOf, newFile, recordAll } from './recording.js'

const apiKey = 'k3y+that/must~never=be seen"é'.normalize()
const headerKey = 'k3y+that/must~never=be-seen'

/** Every form in which a text may be in a file: as it is, escaped, or in base64 at any of the three positions. */
function formsOf(secret: string): string[] {
  const base64 = ['', 'a', 'ab'].flatMap((before) =>
    (['base64', 'base64url'] as const).map((encoding) =>
      Buffer.from(before + secret)
        .toString(encoding)
        .replace(/=*$/, '')
        // The characters that have bits of what is beside the secret.
        .slice(Math.ceil((before.length * 8) / 6), -1),
    ),
  )
  return [
    ...Object.values(encodings).map((encode) => encode(secret)),
    ...base64,
    Buffer.from(secret).toString('latin1'),
  ]
}

async function expectNo(file: string, secret: string): Promise<void> {
  const bytes = await readFile(file)
  const texts = [bytes.toString(), bytes.toString('latin1')]
  // Bodies in base64, too.
  for (const { response } of await linesOf(file)) {
    const { base64 } = (response ?? {}) as { base64?: string }
    if (base64) texts.push(Buffer.from(base64, 'base64').toString('latin1'))
  }
  for (const form of formsOf(secret))
    for (const text of texts) expect(text.toLowerCase()).not.toContain(form.toLowerCase())
}

describe('the API key', () => {
  it('is in no form in the file, wherever it was', async () => {
    const base64 = Buffer.from(`user:${headerKey}`).toString('base64')
    const encoded = encodeURIComponent(headerKey)
    const file = await newFile()
    const recorded = record(async (url) => {
      const shown = url.includes('binary')
        ? Buffer.concat([Buffer.from([0xff, 0xfe, 0, 1]), Buffer.from(headerKey), Buffer.from(base64)])
        : url.includes('text')
          ? `The key is ${headerKey}, ${encoded}, ${base64} or &#x6b;3y${headerKey.slice(3)}.`
          : JSON.stringify({ [headerKey]: [headerKey, { url: `https://x/?key=${encoded}`, basic: `Basic ${base64}` }] })
      return new Response(shown, {
        headers: {
          'content-type': url.includes('text') ? 'text/plain' : 'application/json',
          location: `/login?key=${encoded}`,
          'set-cookie': `session=${headerKey}`,
          'x-request-id': headerKey,
          'x-echo': headerKey,
        },
      })
    }, file)
    const headers = { 'Platform-Api-Key': headerKey, Authorization: `Bearer ${headerKey}`, Cookie: `id=${headerKey}` }
    for (const path of [`/users/${encoded}`, '/text', '/binary'])
      for (const body of [JSON.stringify({ [headerKey]: headerKey, list: [`a ${encoded} b`, base64] }), headerKey])
        await recorded(`${baseUrl}${path}?key=${encoded}&${encoded}=1`, { method: 'POST', headers, body })
    const broken = record(
      async () => Promise.reject(new TypeError(`no ${headerKey}`, { cause: new Error(`no ${encoded}`) })),
      file,
      { mode: 'append' },
    )
    await failure(broken(baseUrl, { headers }))
    expect(await linesOf(file)).toHaveLength(7)
    await expectNo(file, headerKey)
    expect(await readFile(file, 'utf8')).toContain('[redacted]')
  })

  it('is redacted in base64 of base64, and once more, at any position', async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64')
    const url = (text: string) => Buffer.from(text).toString('base64url')
    const starts = ['', 'a', 'ab', 'abc']
    for (const before of starts)
      for (const around of starts) {
        const twice = [base64(around + base64(`${before}${headerKey}!`)), url(around + url(before + headerKey))]
        const texts = [...twice, ...twice.map((text) => base64(around + text)), base64(`x ${twice[0]}`)]
        const body = { texts, path: `/a/${twice[0]}/b`, glued: `x${twice[1]}` }
        const file = await recordAll(
          async () => Response.json(body),
          [['/users', { headers: { 'Platform-Api-Key': headerKey } }]],
        )
        const shown = JSON.stringify((await linesOf(file))[0]?.response)
        const words = shown.match(/[\w-]{8,}/g) ?? []
        for (const word of words)
          for (let skipped = 0; skipped < 4; skipped++) {
            const once = Buffer.from(word.slice(skipped), 'base64').toString('latin1')
            for (const inner of [once, ...(once.match(/[\w+/-]{8,}/g) ?? [])])
              for (let start = 0; start < 4; start++)
                expect(Buffer.from(inner.slice(start), 'base64').toString('latin1')).not.toMatch(/must|never|be-seen/)
          }
        expect(shown.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(7)
      }
  })

  it('is found in a header of any name that says so, and after a scheme', async () => {
    for (const name of ['X-Key', 'X-Auth', 'Api-Token', 'Proxy-Authorization', 'X-Signature'])
      for (const scheme of ['', 'Bearer ', 'Basic ']) {
        const file = await recordAll(
          async () => Response.json({ a: headerKey }),
          [['/users', { headers: { [name]: scheme + headerKey } }]],
        )
        await expectNo(file, headerKey)
      }
  })

  it('is found in the user and password of Basic', async () => {
    const basic = Buffer.from(`somebody:${headerKey}`).toString('base64')
    const file = await recordAll(
      async () => Response.json({ a: headerKey }),
      [['/users', { headers: { Authorization: `Basic ${basic}` } }]],
    )
    await expectNo(file, headerKey)
  })

  it('of an earlier request is redacted too', async () => {
    const file = await recordAll(
      async () => Response.json({ a: headerKey }),
      [
        ['/users', { headers: { 'Platform-Api-Key': headerKey } }],
        ['/users', { headers: { 'Platform-Api-Key': 'the-second-key' } }],
        ['/users'],
      ],
    )
    await expectNo(file, headerKey)
  })

  it('in long texts is found in each part', async () => {
    const filler = '%&=\\x'.repeat(20_000)
    const body = `${headerKey}${filler}${headerKey}${filler}${encodeURIComponent(headerKey)}`
    const file = await recordAll(
      async () => Response.json({ body }),
      [['/users', { headers: { 'Platform-Api-Key': headerKey } }]],
    )
    await expectNo(file, headerKey)
    const [line] = await linesOf(file)
    expect(
      (line as unknown as { response: { json: { body: string } } }).response.json.body.split('[redacted]').join(''),
    ).toBe(filler + filler)
  })

  it('is redacted in two layers of escapes, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(keys, twoLayers, async (key, layers) => {
        const headers = new Headers({ 'content-type': 'application/json' })
        const file = await newFile()
        const body = JSON.stringify({ text: `a ${encodeTwice(key, layers)} b` })
        const recorded = record(async () => new Response(body, { headers }), file, { secrets: [key] })
        await recorded(`${baseUrl}/users`)
        const [line] = await linesOf(file)
        expect(line?.response).toMatchObject({ json: { text: 'a [redacted] b' } })
      }),
      randomCases(30),
    )
  })

  it.each([
    ['in UTF-16', Buffer.from(`a ${headerKey}`, 'utf16le')],
    ['in UTF-16 with a mark', Buffer.from(`\ufeffa ${headerKey}`, 'utf16le')],
    ['in UTF-16, big-endian', Buffer.from(`a ${headerKey}`, 'utf16le').swap16()],
    ['escaped in Latin-1', Buffer.from(`é ${encodeURIComponent(headerKey)}`, 'latin1')],
    ['in upper case in binary data', Buffer.concat([Buffer.from([255]), Buffer.from(headerKey.toUpperCase())])],
    ['in hexadecimal digits', Buffer.from(Buffer.from(headerKey).toString('hex'))],
  ])('%s is redacted', async (_name, body) => {
    const file = await recordAll(
      async () => new Response(body, { headers: { 'content-type': 'text/plain' } }),
      [['/users', { headers: { 'Platform-Api-Key': headerKey } }]],
    )
    const shown = Buffer.from(await (await replay(file)(`${baseUrl}/users`)).arrayBuffer())
    const texts = [shown, shown.filter((byte) => byte !== 0), Buffer.from(shown.toString(), 'hex')]
    for (const text of texts.map((bytes) => bytes.toString('latin1').toLowerCase()))
      for (const form of [headerKey, encodeURIComponent(headerKey)]) expect(text).not.toContain(form.toLowerCase())
    expect(shown.includes('*') || shown.includes('[redacted]')).toBe(true)
  })

  it('in the type of an upload is redacted', async () => {
    const headers = { 'Platform-Api-Key': headerKey, 'content-type': headerKey }
    const file = await recordAll(async () => new Response(), [['/users', { method: 'POST', body: 'a b', headers }]])
    await expectNo(file, headerKey)
  })

  it('is redacted after a response with any number of cookies, whose attributes are not secrets', async () => {
    const cookies = new Headers()
    for (let index = 0; index < 300; index++)
      cookies.append(
        'set-cookie',
        `c${index}=cookie-value-${index}; Path=/; HttpOnly; SameSite=Strict; Domain=example.org`,
      )
    const file = await recordAll(
      async () =>
        new Response(`${headerKey} of-the-option cookie-value-299 HttpOnly SameSite example.org`, { headers: cookies }),
      [['/users', { headers: { 'Platform-Api-Key': headerKey } }]],
      { secrets: ['of-the-option'] },
    )
    expect((await linesOf(file))[0]?.response).toMatchObject({
      text: '[redacted] [redacted] [redacted] HttpOnly SameSite example.org',
    })
  })

  it('of the option secrets may have any characters', async () => {
    const file = await newFile()
    await record(async () => Response.json({ a: `${apiKey}!` }), file, { secrets: [apiKey] })(`${baseUrl}/users`)
    expect((await linesOf(file))[0]?.response).toMatchObject({ json: { a: '[redacted]!' } })
  })
})

describe('tokens and credentials in bodies', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ6b2UifQ.c2lnbmF0dXJl'
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----'

  it.each([
    [{ token: 'abc' }, { token: '[redacted]' }],
    [
      { deep: [{ access_token: 'abc', refreshToken: 'abc' }] },
      { deep: [{ access_token: '[redacted]', refreshToken: '[redacted]' }] },
    ],
    [
      { password: 'abc', client_secret: 'a', apiKey: 'b' },
      { password: '[redacted]', client_secret: '[redacted]', apiKey: '[redacted]' },
    ],
    [{ text: `It is ${jwt}.` }, { text: 'It is [redacted].' }],
    [{ text: 'Authorization: Bearer 0123456789abcdef' }, { text: 'Authorization: [redacted]' }],
    [{ password: 1234567890 }, { password: '[redacted]' }],
    [
      { url: 'https://x/?a=1&api_key=abc&X-Amz-Signature=1f&page_token=2' },
      { url: 'https://x/?a=1&api_key=[redacted]&X-Amz-Signature=[redacted]&page_token=2' },
    ],
    [{ text: `a ${pem} b` }, { text: 'a [redacted] b' }],
    [
      { token: { value: 'abc', type: ['a'], ttl: 60, isNew: true, none: null } },
      { token: { value: '[redacted]', type: ['[redacted]'], ttl: '[redacted]', isNew: true, none: null } },
    ],
    [
      { passwords: ['abc', 1], tokens: [{ id: 'a' }], cookies: { a: [['b']] } },
      { passwords: ['[redacted]', '[redacted]'], tokens: [{ id: '[redacted]' }], cookies: { a: [['[redacted]']] } },
    ],
    [
      { headers: { 'X-Api-Key': ['abc'], 'Set-Cookie': 'a=b', 'Proxy-Authorization': 'abc', Accept: '*' } },
      {
        headers: {
          'X-Api-Key': ['[redacted]'],
          'Set-Cookie': '[redacted]',
          'Proxy-Authorization': '[redacted]',
          Accept: '*',
        },
      },
    ],
    [
      {
        fields: [
          { name: 'password', value: 'abc' },
          { key: 'token', value: { a: 'b' } },
          { name: 'a', value: 'b' },
          { value: 'abc', Name: 'Authorization' },
          { Value: 'abc', id: 1, key: 'apiTokens' },
        ],
      },
      {
        fields: [
          { name: 'password', value: '[redacted]' },
          { key: 'token', value: { a: '[redacted]' } },
          { name: 'a', value: 'b' },
          { value: '[redacted]', Name: 'Authorization' },
          { Value: '[redacted]', id: 1, key: 'apiTokens' },
        ],
      },
    ],
    [
      { metadata: '[{"name":"token","a":1, "value":"abc"}, {"id":12345678901234567890,"value":5,"key":"pwd"}]' },
      {
        metadata:
          '[{"name":"token","a":1,"value":"[redacted]"},{"id":12345678901234567890,"value":"[redacted]","key":"pwd"}]',
      },
    ],
    [
      { metadata: '{"to\\u006ben":["abc",{"a":5}],"b":"c"}' },
      { metadata: '{"token":["[redacted]",{"a":"[redacted]"}],"b":"c"}' },
    ],
    [
      {
        list: [{ body: 'log: {"token":"ab' }, { body: 'second' }],
        text: '[{"body":"log: {\\"token\\":{\\"a\\":\\"b\\\\"},"c"]',
      },
      {
        list: [{ body: 'log: {"token":"[redacted]' }, { body: 'second' }],
        text: '[{"body":"log: {\\"token\\":{\\"a\\":\\"[redacted]"},"c"]',
      },
    ],
    [
      { text: JSON.stringify({ a: 1, token: { value: 'a"b\\', n: -1.5e3, ok: [true] }, b: 'c' }) },
      { text: '{"a":1,"token":{"value":"[redacted]","n":"[redacted]","ok":[true]},"b":"c"}' },
    ],
    [
      { text: JSON.stringify({ text: JSON.stringify({ a: 'b', passwords: ['a"b', 'c\\'], pwd: 5, d: 'e' }) }) },
      {
        text: JSON.stringify({
          text: JSON.stringify({ a: 'b', passwords: ['[redacted]', '[redacted]'], pwd: '[redacted]', d: 'e' }),
        }),
      },
    ],
    [{ text: 'cut: {"token": {"value": "a' }, { text: 'cut: {"token": {"value": "[redacted]' }],
    [
      { url: 'https://zoe:abc@x/?token[value]=abc&user%5Bpassword%5D=abc&tokens[]=abc&a[b]=c&tokens=2' },
      {
        url: 'https://[redacted]@x/?token[value]=[redacted]&user%5Bpassword%5D=[redacted]&tokens[]=[redacted]&a[b]=c&tokens=2',
      },
    ],
    [
      {
        url: `/login?next=${encodeURIComponent('https://x/?a=b c&token=abc')}&state=${encodeURIComponent('{"pwd":"a"}')}`,
      },
      {
        url: '/login?next=https%3A%2F%2Fx%2F%3Fa%3Db%20c%26token%3D[redacted]&state=%7B%22pwd%22%3A%22[redacted]%22%7D',
      },
    ],
    [
      {
        text: '--x\r\nContent-Disposition: form-data; name="token"\r\nContent-Type: text/plain\r\n\r\na\r\nb\r\n--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
      },
      {
        text: '--x\r\nContent-Disposition: form-data; name="token"\r\nContent-Type: text/plain\r\n\r\n[redacted]\r\n--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
      },
    ],
  ])('%j is recorded as %j', async (body, shown) => {
    const request = { method: 'POST', body: JSON.stringify(body) }
    const file = await recordAll(async () => Response.json(body), [['/users', request]])
    expect(await linesOf(file)).toMatchObject([{ request: { json: shown }, response: { json: shown } }])
    expect(await (await replay(file)(`${baseUrl}/users`, request)).json()).toEqual(shown)
  })

  it.each([
    [
      '{"id":12345678901234567890,"token": "a\\"bc","h":[{"value":"abc" ,"name":"token"}],"n":[1.50,-0]}',
      '{"id":12345678901234567890,"token":"[redacted]","h":[{"value":"[redacted]","name":"token"}],"n":[1.50,-0]}',
    ],
    ['{"id": 12345678901234567890, "a": "\\u0061"}', '{"id": 12345678901234567890, "a": "\\u0061"}'],
  ])('are redacted in JSON that is kept as text for a number that is too large: %s', async (body, text) => {
    const headers = { 'content-type': 'application/json' }
    const file = await recordAll(async () => new Response(body, { headers }), [['/users']])
    expect((await linesOf(file))[0]?.response).toMatchObject({ text })
  })

  it('are redacted so that JSON remains JSON', async () => {
    const name = fc.constantFrom('token', 'passwords', 'name', 'value', 'a"b', 'b\\', 'te{xt', '","')
    const text = fc.constantFrom(
      'token',
      'a"b',
      '\\',
      '\\"',
      '{"token":"z',
      '"token":"',
      '"token":{"',
      'x:"',
      ']',
      '-5',
      '?token=q',
    )
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.constantFrom(5, true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }),
        tie('value').map((inner) => JSON.stringify(inner)),
      ),
    }))
    const secrets = new Secrets()
    fc.assert(
      // Text before it, so that it is no JSON as a whole.
      fc.property(value, (json) => {
        const shown = secrets.redact(`log ${JSON.stringify(json)}`)
        expect(() => JSON.parse(shown.slice(4))).not.toThrow()
      }),
      randomCases(2_000),
    )
  })

  const secretNames = `webhook_secret webhookSecret signing_secret app_secret appSecret new_password newPassword userPassword
    db_password PGPASSWORD fcm_token fcmToken idToken platformApiKey platform.api.key X-API-Key apikey signingKey jwt sessionId
    SESSION_ID session\xa0id credentials tokens passwords passphrase my\xa0secret`
  it.each(secretNames.split(/[ \n]+/).map((name) => name.replace('\xa0', ' ')))(
    'are redacted under the name %s, wherever it is',
    async (name) => {
      const json = { [name]: 'abc', text: `log {"${name}":"abc"}` }
      const path = `/users?${encodeURIComponent(name)}=abc`
      const file = await recordAll(async () => Response.json(json), [[path]])
      expect(await readFile(file, 'utf8')).not.toContain('abc')
    },
  )

  it.each([
    'token_count',
    'tokenType',
    'key',
    'public_key',
    'next_token',
    'nextPageToken',
    'password_changed_at',
    'keyboard',
  ])('are not what is under the name %s', async (name) => {
    const file = await recordAll(async () => Response.json({ [name]: 'abc' }), [[`/users?${name}=abc`]])
    expect(await linesOf(file)).toMatchObject([
      { request: { query: { [name]: 'abc' } }, response: { json: { [name]: 'abc' } } },
    ])
  })

  it('are not a number under a plural', async () => {
    const body = { page_tokens: 5, tokens: 5, text: 'log {"tokens":5,"cookies":"12"}' }
    const file = await recordAll(async () => Response.json(body), [['/users?tokens=5']])
    expect(await linesOf(file)).toMatchObject([{ request: { query: { tokens: '5' } }, response: { json: body } }])
  })

  it('are under no field or parameter of the OpenAPI document', async () => {
    const names = new Set<string>()
    JSON.stringify(await readDocument(), (key, value) => {
      if (key === 'properties') for (const name of Object.keys(value)) names.add(name)
      if (value?.in === 'query') names.add(value.name)
      return value
    })
    expect(names.size).toBeGreaterThan(50)
    const json = Object.fromEntries([...names].map((name) => [name, 'abc']))
    const file = await recordAll(async () => Response.json(json), [['/users']])
    expect((await linesOf(file))[0]?.response).toMatchObject({ json })
  })

  it('do not take many times as long to find in base64 as in other text', () => {
    const secrets = new Secrets(['k3y-that-must-never-be-seen', 'a-second-secret-of-it'])
    const timeOf = (text: string) => {
      const times = [1, 2, 3].map(() => {
        const start = performance.now()
        secrets.redact(text)
        return performance.now() - start
      })
      return Math.min(...times)
    }
    const encoded = Buffer.from('q'.repeat(60_000)).toString('base64')
    expect(timeOf(encoded) / timeOf('q'.repeat(encoded.length))).toBeLessThan(50)
  })

  it('are redacted in a header and in a form by the name of the parameter', async () => {
    const file = await recordAll(
      async () =>
        new Response('access_token=abc&scope=a', { status: 302, headers: { location: 'https://x/?a=1&token=abc#a' } }),
      [['/users']],
    )
    expect((await linesOf(file))[0]?.response).toMatchObject({
      text: 'access_token=[redacted]&scope=a',
      headers: { location: 'https://x/?a=1&token=[redacted]#a' },
    })
  })

  it('are redacted in a query by the name of the parameter', async () => {
    const file = await recordAll(async () => new Response(), [['/users?access_token=abc&limit=1']])
    expect((await linesOf(file))[0]?.request).toMatchObject({ query: { access_token: '[redacted]', limit: '1' } })
  })

  it('are redacted in a query by a name that is a path, and within a parameter', async () => {
    const next = encodeURIComponent('https://x/?token=abc')
    const path = `/users?token[value]=abc&user[password]=abc&passwords[]=abc&next=${next}&json={"token":{"a":"abc"}}&a[b]=c`
    const file = await recordAll(async () => new Response(), [[path]])
    expect((await linesOf(file))[0]?.request).toMatchObject({
      query: {
        'token[value]': '[redacted]',
        'user[password]': '[redacted]',
        'passwords[]': '[redacted]',
        next: 'https://x/?token=[redacted]',
        json: '{"token":{"a":"[redacted]"}}',
        'a[b]': 'c',
      },
    })
    expect((await replay(file)(baseUrl + path)).status).toBe(200)
  })

  it('are overwritten in binary data, whose length stays', async () => {
    const text = '{"token":{"value":"abc","n":5},"passwords":[12],"a":"b"} https://x/?next=%2F%3Ftoken%3Dabc&a=b'
    const body = Buffer.concat([Buffer.from([0, 255]), Buffer.from(text)])
    const file = await recordAll(async () => new Response(body), [['/users']])
    const shown = Buffer.from(await (await replay(file)(`${baseUrl}/users`)).arrayBuffer())
    expect(shown.subarray(2).toString('latin1')).toBe(
      '{"token":{"value":"***","n":*},"passwords":[**],"a":"b"} https://x/?next=********************&a=b'.replace(
        /next=\*+/,
        `next=${'*'.repeat('%2F%3Ftoken%3Dabc'.length)}`,
      ),
    )
  })

  it.each([
    { page_token: 'abc', tokens: '5', key: 'a', public_key: '-----BEGIN PUBLIC KEY-----' },
    { name: 'zoe', value: 'a', token: '', tokenCount: { used: 5 }, text: '"token" : true' },
    { url: 'https://x/?a=1%&b=%7B%22a%22%3A%22b%22%7D&c=%25', text: 'mail zoe@example.com, a://b/c@d' },
    { text: 'Basic instructions about Bearer certificates', secretary: 'zoe' },
  ])('%j is recorded as it is', async (body) => {
    const file = await recordAll(async () => Response.json(body), [['/users']])
    expect((await linesOf(file))[0]?.response).toMatchObject({ json: body })
  })
})

it('a request with the key in its body is found with another key', async () => {
  const file = await newFile()
  const open = (key: string, fetch: typeof globalThis.fetch) => createSceyt({ baseUrl, apiKey: key, fetch })
  const recorded = record(async () => Response.json({ username: 'zoe' }), file)
  await open('first-api-key', recorded).users.create({ username: 'zoe', first_name: 'first-api-key' })
  expect(
    await open('other-api-key', replay(file)).users.create({ username: 'zoe', first_name: 'other-api-key' }),
  ).toEqual({ username: 'zoe' })
})
