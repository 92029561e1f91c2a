import { createRequire } from 'node:module'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, type Fetch } from '../../src/index.js'
import { apiKey } from '../lib/fetches.js'

/** The part of undici that is used here. The types of its versions differ. */
interface Undici {
  MockAgent: new () => MockAgent
  setGlobalDispatcher(dispatcher: unknown): void
  getGlobalDispatcher(): unknown
}

interface MockAgent {
  disableNetConnect(): void
  close(): Promise<void>
  get(origin: string): { intercept(request: object): { reply(status: number, data: object): void } }
}

const require = createRequire(import.meta.url)
const origin = 'http://localhost:4010'
const node = Number.parseFloat(process.versions.node)

/** Creates a mock that responds to one body only. */
function mockOf({ MockAgent }: Undici, body: string, method: string, path: string): MockAgent {
  const agent = new MockAgent()
  onTestFinished(() => agent.close())
  agent.disableNetConnect()
  agent.get(origin).intercept({ method, path, body }).reply(200, { username: 'zoe' })
  return agent
}

// Node's `fetch` matches no body of a mock of undici 8 before Node 26, and ignores that of undici 6 since.
describe.each([
  ['undici-6', node < 26],
  ['undici-7', true],
  ['undici-8', node >= 26],
])('the MockAgent of %s', (name, works) => {
  it.runIf(works).each([false, true])('matches the body of a call, with a middleware: %s', async (hasMiddleware) => {
    const undici: Undici = require(name)
    const former = undici.getGlobalDispatcher()
    onTestFinished(() => undici.setGlobalDispatcher(former))
    const sceyt = createSceyt({ baseUrl: origin, apiKey, maxRetries: 0 })
    if (hasMiddleware) sceyt.raw.use({ onRequest() {} })
    undici.setGlobalDispatcher(mockOf(undici, '{"username":"zoe"}', 'POST', '/users'))
    expect(await sceyt.users.create({ username: 'zoe' })).toEqual({ username: 'zoe' })
    undici.setGlobalDispatcher(mockOf(undici, '{"first_name":"Zöe"}', 'PUT', '/users/zoe'))
    expect(await sceyt.users.update('zoe', { first_name: 'Zöe' })).toEqual({ username: 'zoe' })
    await expect(sceyt.users.update('zoe', { first_name: 'Zoe' })).rejects.toMatchObject({ name: 'ConnectionError' })
  })

  it.runIf(works)('matches the body of one call', async () => {
    const fetch: Fetch = globalThis.fetch
    const dispatcher = mockOf(require(name), '{"username":"zoe"}', 'POST', '/users')
    const { raw } = createSceyt({ baseUrl: origin, apiKey, fetch, maxRetries: 0 })
    const { data } = await raw.POST('/users', { body: { username: 'zoe' }, ...{ dispatcher } })
    expect(data).toEqual({ username: 'zoe' })
  })
})
