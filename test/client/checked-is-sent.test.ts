import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import { failure, json, recordingClient } from '../lib/fetches.js'

class UserWithGetters {
  readonly #name = 'zoe'
  get username() {
    return this.#name
  }
  get metadata_of_mine() {
    return 1
  }
}

class Dto {
  username = 'zoe'
  first_name = 'Zoe'
  last_name: string | undefined = undefined
  get displayName() {
    return `${this.first_name}!`
  }
  greet() {
    return this.displayName
  }
}

class Decimal {
  toJSON() {
    return '12.50'
  }
}

/** Returns the values in turn, and then the last one again and again. */
const inTurn = (name: string, ...values: unknown[]) =>
  Object.defineProperty({}, name, { enumerable: true, get: () => (values.length > 1 ? values.shift() : values[0]) })

async function bodyOf(
  call: (sceyt: ReturnType<typeof recordingClient>['sceyt']) => Promise<unknown>,
): Promise<unknown> {
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe', id: '1', from: 'zoe', body: 'x' }))
  await call(sceyt)
  return JSON.parse(String(sent[0]?.init.body))
}

async function refusal(
  call: (sceyt: ReturnType<typeof recordingClient>['sceyt']) => PromiseLike<unknown>,
): Promise<InputError> {
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
  const error = await failure(call(sceyt))
  expect(error).toBeInstanceOf(InputError)
  expect(sent).toEqual([])
  return error as InputError
}

describe('a body', () => {
  it('may not have a field that is a getter of a class, which JSON does not contain', async () => {
    const error = await refusal((sceyt) => sceyt.users.create(new UserWithGetters()))
    expect(error.parameter).toBe('username')
    expect(error.message).toBe(
      'users.create: username is inherited or not enumerable, which JSON does not contain; pass a plain object.',
    )
    expect((await refusal((sceyt) => sceyt.users.upsert(new UserWithGetters()))).parameter).toBe('username')
  })

  it('may not have a field that is inherited, or not enumerable', async () => {
    for (const body of [
      Object.create({ username: 'zoe' }),
      Object.assign(Object.create({ first_name: 'Zoe' }), { username: 'zoe' }),
      Object.defineProperty({ username: 'zoe' }, 'first_name', { value: 'Zoe' }),
    ])
      expect((await refusal((sceyt) => sceyt.users.create(body))).message).toMatch(/is inherited or not enumerable/)
  })

  it.each([
    ['a plain object', { username: 'zoe' }],
    ['an instance with fields of its own', new Dto()],
    ['an object without a prototype', Object.assign(Object.create(null), { username: 'zoe' })],
    ['an object of another realm', runInNewContext('({ username: "zoe" })')],
    ['an instance of another realm', runInNewContext('new (class A { username = "zoe" })()')],
    ['a proxy', new Proxy({ username: 'zoe' }, {})],
    ['an own getter', inTurn('username', 'zoe')],
    ['an object with toJSON', { toJSON: () => ({ username: 'zoe' }) }],
    [
      'an instance with toJSON',
      new (class {
        toJSON() {
          return { username: 'zoe' }
        }
      })(),
    ],
    ['frozen', Object.freeze({ username: 'zoe' })],
  ])('may be %s', async (_what, body) => {
    expect(await bodyOf((sceyt) => sceyt.users.create(body as never))).toEqual(JSON.parse(JSON.stringify(body)))
  })

  it.each([
    ['a getter', inTurn('username', 'zoe', 5, {})],
    [
      'toJSON',
      {
        toJSON: (() => {
          let count = 0
          return () => ({ username: count++ === 0 ? 'zoe' : 5 })
        })(),
      },
    ],
    [
      'a proxy',
      (() => {
        let count = 0
        return new Proxy(
          { username: 'zoe' },
          { get: (target, key) => (key === 'username' ? (count++ === 0 ? 'zoe' : 5) : Reflect.get(target, key)) },
        )
      })(),
    ],
  ])('is read once: %s cannot send another value than the checked one', async (_what, body) => {
    expect(await bodyOf((sceyt) => sceyt.users.create(body as never))).toEqual({ username: 'zoe' })
  })

  it('is read once by upsert too, whose update uses the same values', async () => {
    const { sceyt, sent } = recordingClient((_url, { method }) =>
      method === 'POST'
        ? json({ code: 1, type: 'AlreadyExists', message: 'x' }, { status: 409 })
        : json({ username: 'zoe' }),
    )
    const body = Object.defineProperty(inTurn('username', 'zoe', 'omar'), 'first_name', inTurnField('Zoe', 'Omar'))
    await sceyt.users.upsert(body as never)
    expect(sent.map(({ url, init }) => [url.split('/').at(-1), JSON.parse(String(init.body))])).toEqual([
      ['users', { username: 'zoe', first_name: 'Zoe' }],
      ['zoe', { first_name: 'Zoe' }],
    ])
  })

  it('is checked as toJSON returns it', async () => {
    expect(
      (await refusal((sceyt) => sceyt.users.create({ username: 'zoe', toJSON: () => ({}) } as never))).message,
    ).toMatch(/username is missing/)
    expect(await bodyOf((sceyt) => sceyt.messages.send('1', { from: 'zoe', body: new Decimal() as never }))).toEqual({
      from: 'zoe',
      body: '12.50',
    })
    expect(
      await bodyOf((sceyt) =>
        sceyt.channels.update('1', {
          options: { price: new Decimal(), at: new Date(0), url: new URL('https://a.example/') },
        }),
      ),
    ).toEqual({ options: { price: '12.50', at: '1970-01-01T00:00:00.000Z', url: 'https://a.example/' } })
  })

  const circular: Record<string, unknown> = {}
  circular['again'] = [circular]
  const sparse = [1]
  sparse[2] = 3
  const dropped: [what: string, value: unknown, parameter: string][] = [
    ['NaN', Number.NaN, 'options.a'],
    ['Infinity', Infinity, 'options.a'],
    ['a bigint', 5n, 'options.a'],
    ['a function', () => 5, 'options.a'],
    ['a symbol', Symbol('a'), 'options.a'],
    ['a Map', new Map([['a', 1]]), 'options.a'],
    ['a Set', new Set([1]), 'options.a'],
    ['a RegExp', /a/, 'options.a'],
    ['an Error', new Error('a'), 'options.a'],
    ['an Error with fields', Object.assign(new Error('a'), { code: 5 }), 'options.a'],
    ['a promise', Promise.resolve(5), 'options.a'],
    ['bytes', new Uint8Array([1]), 'options.a'],
    ['a Blob', new Blob(['a']), 'options.a'],
    ['a boxed string', new String('a'), 'options.a'],
    ['a boxed number', new Number(5), 'options.a'],
    ['a class of getters', new UserWithGetters(), 'options.a'],
    ['undefined in an array', [undefined], 'options.a[0]'],
    ['NaN in an array', [1, Number.NaN], 'options.a[1]'],
    ['a hole in an array', sparse, 'options.a[1]'],
    ['itself', circular, 'options.a.again[0]'],
    ['a deep function', { b: [{ c: () => 5 }] }, 'options.a.b[0].c'],
    ['a function of toJSON', { toJSON: () => () => 5 }, 'options.a'],
  ]
  it.each(dropped)('may not contain %s, which JSON would drop or replace', async (_what, a, parameter) => {
    expect((await refusal((sceyt) => sceyt.channels.update('1', { options: { a } }))).parameter).toBe(parameter)
    const name = parameter.replace('options.', '')
    expect((await refusal((sceyt) => sceyt.users.create({ username: 'zoe', a } as never))).parameter).toBe(name)
  })

  it('calls toJSON with the key that JSON.stringify calls it with', async () => {
    const echo = { toJSON: (key: unknown) => [typeof key, key] }
    const options = { one: echo, 'a.b[0]': echo, list: [echo, [echo], { two: echo }], '': echo }
    expect(await bodyOf((sceyt) => sceyt.channels.update('1', { options }))).toEqual(
      JSON.parse(JSON.stringify({ options })),
    )
    const keys: unknown[] = []
    const noting = (value: unknown) => ({
      toJSON(key: unknown) {
        keys.push(key)
        return value
      },
    })
    const members = noting([noting({ username: noting('zoe') }), noting({ username: 'omar' })])
    await bodyOf((sceyt) => sceyt.channels.createDirect(noting({ members, colour: noting('red') }) as never))
    expect(keys).toEqual(['', 'members', '0', 'username', '1', 'colour'])
  })

  it('calls toJSON once, for what it returns too', async () => {
    const twice = { toJSON: () => ({ a: 1, toJSON: () => 'no' }) }
    expect((await refusal((sceyt) => sceyt.channels.update('1', { options: { twice } }))).parameter).toBe(
      'options.twice.toJSON',
    )
    const body = { toJSON: () => ({ username: 'zoe', toJSON: () => ({ username: 'eve' }) }) }
    expect((await refusal((sceyt) => sceyt.users.create(body as never))).parameter).toBe('toJSON')
    // A field of two types.
    const roleOverrides = { toJSON: () => ({ toJSON: () => ({}) }) }
    expect((await refusal((sceyt) => sceyt.channelTypes.create({ name: 'a', roleOverrides }))).parameter).toBe(
      'roleOverrides.toJSON',
    )
  })

  it('ignores symbols, and hidden fields that are not in the document, as JSON.stringify does', async () => {
    const hide = (value: object) => Object.defineProperty(value, 'hidden', { value: () => 5 })
    const options = hide({ a: hide({ [Symbol('b')]: 1n, c: 1 }), [Symbol.for('d')]: () => 5 })
    const body = hide({ options, [Symbol('e')]: new Map() })
    expect(await bodyOf((sceyt) => sceyt.channels.update('1', body))).toEqual({ options: { a: { c: 1 } } })
  })

  const { rawJSON } = JSON as { rawJSON?(text: string): unknown }
  // Node 20 has none.
  it.skipIf(!rawJSON)('refuses raw JSON, which no check can read', async () => {
    const raw = rawJSON?.('12345678901234567890') as never
    const bodies: [body: object, parameter: string][] = [
      [{ options: { a: raw } }, 'options.a'],
      [{ options: { a: [raw] } }, 'options.a[0]'],
      [{ options: raw }, 'options'],
      [{ options: { a: { toJSON: () => raw } } }, 'options.a'],
      [{ colour: raw }, 'colour'],
      [raw, 'body'],
      [{ subject: raw }, 'subject'],
    ]
    for (const [body, parameter] of bodies)
      expect((await refusal((sceyt) => sceyt.channels.update('1', body))).parameter).toBe(parameter)
    expect((await refusal((sceyt) => sceyt.channels.update('1', { options: raw }))).message).toContain(
      'options must not come from JSON.rawJSON; pass a string.',
    )
  })

  it('may contain the same object twice, undefined fields, and the field __proto__', async () => {
    const shared = { a: [1, { b: null }] }
    const options = JSON.parse('{"__proto__":{"a":1}}')
    expect(
      await bodyOf((sceyt) =>
        sceyt.channels.update('1', { options: { one: shared, two: shared, three: undefined, four: options } }),
      ),
    ).toEqual({ options: { one: shared, two: shared, four: options } })
  })

  it('may be nested so deeply that it cannot be written', async () => {
    let options: object = {}
    for (let depth = 0; depth < 100_000; depth++) options = { options }
    expect((await refusal((sceyt) => sceyt.channels.update('1', { options: options as never }))).parameter).toBe('body')
  })

  it('passes an array as it was checked, whatever its own methods', async () => {
    class Members extends Array {
      override map(): never {
        throw new Error('not called')
      }
      override *[Symbol.iterator](): ArrayIterator<unknown> {
        yield { username: 'eve' }
      }
    }
    const members = Members.from([]) as unknown[]
    members.push({ username: 'zoe' }, { username: 'omar' })
    expect(await bodyOf((sceyt) => sceyt.channels.createDirect({ members: members as never }))).toEqual({
      members: [{ username: 'zoe' }, { username: 'omar' }],
    })
  })

  it('is passed to a serializer as it is, with fields of any kind', async () => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    const body = { username: 'zoe', big: 5n, when: new Map() }
    const serialized: unknown[] = []
    const bodySerializer = (given: unknown) => {
      serialized.push(given)
      return 'text'
    }
    await sceyt.raw.POST('/users', { body, bodySerializer })
    expect(serialized[0]).toBe(body)
    expect(sent[0]?.init.body).toBe('text')
  })
})

function inTurnField(...values: unknown[]): PropertyDescriptor {
  return { enumerable: true, get: () => (values.length > 1 ? values.shift() : values[0]) }
}

describe('a query', () => {
  it('may not have an inherited parameter', async () => {
    class Page {
      get limit() {
        return 5
      }
    }
    for (const query of [Object.create({ limit: 5 }), new Page()])
      expect(await refusal((sceyt) => sceyt.users.list(query))).toMatchObject({
        parameter: 'limit',
      })
    const mixed = Object.assign(new Page(), { offset: 1 })
    expect((await refusal((sceyt) => sceyt.users.list(mixed))).message).toBe(
      'users.list: limit is inherited or not enumerable, which is not read; pass a plain object.',
    )
  })

  it('is read once, also for later pages', async () => {
    const { sceyt, sent } = recordingClient((url) =>
      json({
        users: [{ username: 'a' }],
        count: 1,
        links: { next: url.includes('offset') ? null : '/users?offset=1' },
      }),
    )
    const pages = sceyt.users.list(inTurn('limit', 5, 99, 'x') as object).pages()
    for await (const _page of pages);
    expect(sent.map(({ url }) => url.split('?')[1])).toEqual(['limit=5', 'offset=1'])
  })

  it('sends the filters that were checked', async () => {
    let count = 0
    const filter = new Proxy(['type:eq:public'], {
      get: (target, key) => (key === '0' && count++ > 0 ? 'nonsense' : Reflect.get(target, key)),
    })
    const { sceyt, sent } = recordingClient(() => json({ items: [], count: 0 }))
    await sceyt.channels.list({ filter })
    expect(sent[0]?.url).toMatch(/\?filter=type%3Aeq%3Apublic$/)
  })
})

it('a path parameter is a string or a number, and no object with toString', async () => {
  for (const value of [{ toString: () => 'zoe' }, new String('zoe'), ['zoe'], new Decimal()]) {
    await refusal((sceyt) => sceyt.users.get(value as never))
    await refusal((sceyt) => sceyt.raw.GET('/users/{username}', { params: { path: { username: value as never } } }))
  }
  const path = inTurn('username', 'zoe', 'a/../b') as never
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
  await sceyt.raw.GET('/users/{username}', { params: { path } })
  expect(sent[0]?.url).toMatch(/\/users\/zoe$/)
})

describe('options', () => {
  class Config {
    get timeout() {
      return 5
    }
    baseUrl = 'https://api.example.com'
    apiKey = 'key'
    fetch() {}
  }

  it('may not be inherited from a class', async () => {
    expect(() => createSceyt(new Config() as never)).toThrow(
      'fetch is inherited or not enumerable, which is not read; pass a plain object.',
    )
    const own = Object.assign(new Config(), { fetch: undefined })
    expect(() => createSceyt(own as never)).toThrow(/^timeout is inherited/)
    expect((await refusal((sceyt) => sceyt.users.get('zoe', Object.create({ timeout: 5 })))).parameter).toBe('timeout')
    expect(
      (await refusal((sceyt) => sceyt.users.get('zoe', { headers: Object.create({ 'X-A': '1' }) }))).parameter,
    ).toBe('headers')
  })

  it('of a client and of a call do not come from Object.prototype', async () => {
    const polluted: Record<string, unknown> = {
      baseUrl: 'https://evil.example',
      timeout: 'x',
      headers: { 'X-Evil': '1' },
      signal: 5,
      maxRetries: -1,
      fetch: 5,
      allowHttp: true,
      params: { path: { username: 'eve' } },
      parseAs: 'nonsense',
    }
    Object.assign(Object.prototype, polluted)
    try {
      const sent: [string, unknown][] = []
      const fetch = (url: string, { headers }: RequestInit) => {
        sent.push([url, { ...(headers as Record<string, string>) }['X-Evil']])
        return json({ username: 'zoe' })
      }
      const sceyt = createSceyt({ apiUrl: 'api.example', appId: 'app', apiKey: 'key', fetch })
      delete (Object.prototype as { baseUrl?: string }).baseUrl
      await sceyt.users.get('zoe')
      await sceyt.users.get('zoe', { maxRetries: 0 })
      expect(() => createSceyt({ apiUrl: 'http://api.example', appId: 'app', apiKey: 'key' })).toThrow(InputError)
      expect(sent).toEqual(Array(2).fill(['https://api.example/v1/app/users/zoe', undefined]))
    } finally {
      for (const name of Object.keys(polluted)) delete (Object.prototype as Record<string, unknown>)[name]
    }
  })
})
