import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does one thing with each entry of the package, and prints the results. */
export async function useEveryEntry(entries) {
  const { createSandbox } = entries['./sandbox']
  const { listen } = entries['./sandbox/node']
  const { createSceyt } = entries['.']
  const sandbox = createSandbox({ seed: entries['./sandbox/demo'].demo })
  const connection = sandbox.connection()
  const server = await listen(sandbox)
  const get = async (sceyt) => (await sceyt.users.get('zoe')).username

  const uses = {
    '.': () => get(createSceyt(connection)),
    './bulk': async ({ limiter, runBulk }) => {
      const folder = await mkdtemp(join(tmpdir(), 'sceyt-bundled-'))
      const sceyt = createSceyt({ ...connection, limiter: limiter({ rate: 1000 }) })
      const { done } = await runBulk({
        items: ['ada', 'kim'],
        key: (username) => username,
        perform: (username, call) => sceyt.users.create({ username }, call),
        journal: { path: join(folder, 'journal.ndjson'), job: 'two users' },
      })
      await rm(folder, { recursive: true })
      return done
    },
    './node': async ({ pooledFetch }) => {
      const fetch = pooledFetch()
      const username = await get(createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', fetch }))
      await fetch.close()
      return username
    },
    './openapi.json': ({ info }) => info.title,
    // Without an SDK, it makes no spans.
    './otel': async ({ instrument }) => {
      const stop = instrument()
      const username = await get(createSceyt(connection))
      stop()
      return username
    },
    './package.json': ({ name }) => name,
    './record': async ({ record, replay }) => {
      const folder = await mkdtemp(join(tmpdir(), 'sceyt-bundled-'))
      const file = join(folder, 'recording.ndjson')
      await get(createSceyt({ ...connection, fetch: record(connection.fetch, file) }))
      const username = await get(createSceyt({ ...connection, fetch: replay(file) }))
      await rm(folder, { recursive: true })
      return username
    },
    './redis': async ({ sharedLimiter }) => {
      const redis = {
        call: async () => ['0', '1', 0],
        duplicate: () => ({ on() {}, disconnect() {} }),
      }
      const limiter = sharedLimiter({ redis, name: 'bundled', rate: 1000 })
      const username = await get(createSceyt({ ...connection, limiter }))
      limiter.close()
      return username
    },
    './sandbox': () => sandbox.apps.length,
    // Node has no IndexedDB.
    './sandbox/browser': ({ persist }) => persist(sandbox).catch(({ message }) => /IndexedDB/.test(message)),
    './sandbox/demo': ({ demo }) => demo.users.some(({ username }) => username === 'zoe'),
    './sandbox/msw': async ({ handlers }) => {
      const request = new Request(`${server.baseUrl()}/users/zoe`)
      const [handler] = handlers(sandbox)
      return (await handler.run({ request, requestId: 'first' })).response.status
    },
    './sandbox/node': async () => (await fetch(`${server.origin}/openapi.json`)).status,
    './sandbox/playwright': ({ sandboxFixtures }) => typeof sandboxFixtures().sceyt,
    './sandbox/vitest': ({ sandboxFixtures }) => typeof sandboxFixtures().sceyt,
    './token': async ({ verifyUserToken }) => {
      const { token } = await sandbox.token('zoe')
      const { public_key: publicKey } = await createSceyt(connection).application.get()
      return (await verifyUserToken(token, { publicKey })).username
    },
    './validate': ({ createSceyt }) => get(createSceyt({ ...connection, validate: 'throw' })),
  }
  const results = {}
  for (const [name, entry] of Object.entries(entries)) results[name] = await uses[name](entry)
  await server.close()
  console.log(JSON.stringify(results))
}
