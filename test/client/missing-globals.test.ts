import { afterEach, expect, it } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'

const saved = new Map<string, PropertyDescriptor>()

function remove(name: string): void {
  saved.set(name, Object.getOwnPropertyDescriptor(globalThis, name) as PropertyDescriptor)
  Reflect.deleteProperty(globalThis, name)
}

afterEach(() => {
  for (const [name, descriptor] of saved) Object.defineProperty(globalThis, name, descriptor)
  saved.clear()
})

const own = { baseUrl: 'https://api.example.com', apiKey: 'test-key' }

it.each([
  [['fetch'], own, 'fetch is missing. Under Jest with jsdom, use the test environment jest-fixed-jsdom.'],
  [['Response'], own, 'Response is missing.'],
  [['Headers', 'Response'], createSandbox().connection(), 'Headers is missing, and so is Response.'],
  [
    ['fetch', 'Response', 'TextEncoder'],
    own,
    'fetch is missing, and so are Response and TextEncoder. Under Jest with jsdom, use the test environment jest-fixed-jsdom.',
  ],
])('without the globals %s, the first call is an InputError', async (names, options, message) => {
  const sceyt = createSceyt(options)
  for (const name of names) remove(name)
  const calls: (() => PromiseLike<unknown>)[] = [
    () => sceyt.users.get('zoe'),
    () => sceyt.users.create({ username: 'zoe' }),
    () => sceyt.users.list(),
    () => sceyt.raw.GET('/users'),
  ]
  for (const call of calls) {
    const error: unknown = await Promise.resolve(call()).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ message: expect.stringContaining(message), parameter: names[0] })
  }
})

it('a fetch of the caller needs no global fetch', async () => {
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
  remove('fetch')
  expect((await createSceyt(sandbox.connection()).users.get('zoe')).username).toBe('zoe')
})
