import { execFile } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const source = (file: string) => pathToFileURL(fileURLToPath(new URL(`../../src/${file}`, import.meta.url))).href

/** Runs code in a process that can collect garbage on demand, beside a server of large files. */
async function run(code: string): Promise<string> {
  const { NODE_OPTIONS: _options, ...env } = process.env
  const script = `
    import { createServer } from 'node:http'
    import { setImmediate } from 'node:timers/promises'
    import { createSceyt } from ${JSON.stringify(source('index.ts'))}
    import { pooledFetch } from ${JSON.stringify(source('node/index.ts'))}
    let open = 0
    const server = createServer(({ url }, response) => {
      if (url.endsWith('user')) return response.setHeader('content-type', 'application/json').end('{}')
      open++
      response.on('close', () => open--)
      response.writeHead(200, { 'content-length': 5_000_000 }).end(Buffer.alloc(5_000_000, 'x'))
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = 'http://127.0.0.1:' + server.address().port
    const pooled = pooledFetch({ connections: 4 })
    const client = (fetch) => createSceyt({ baseUrl, apiKey: 'an-api-key', fetch, maxRetries: 0, timeout: 10_000 })
    /** Collects garbage until a condition is met. */
    async function collect(isMet) {
      for (let turn = 0; turn < 100 && !isMet(); turn++) {
        gc()
        await setImmediate()
      }
    }
    ${code}
    process.exit()`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', script],
    { env, timeout: 40_000 },
  )
  return stdout.trim()
}

describe('a download that is dropped', { timeout: 60_000 }, () => {
  it('releases its connection of the pool, in whichever way it was asked for', async () => {
    const output = await run(`
      const { signal } = new AbortController()
      const ways = {
        unread: ({ files }) => files.download('a', { as: 'stream' }),
        'with a signal that lives on': ({ files }) => files.download('a', { as: 'stream', signal }),
        'read in part': ({ files }) => files.download('a', { as: 'stream', signal }).then((file) => file.getReader().read()),
        raw: ({ raw }) => raw.GET('/files/{fileName}', { params: { path: { fileName: 'a' } }, parseAs: 'stream' }),
        'a response': (_sceyt, pooled) => pooled(baseUrl + '/a', { signal }),
        'its body': (_sceyt, pooled) => pooled(baseUrl + '/a').then(({ body }) => body),
        'its clone': (_sceyt, pooled) => pooled(baseUrl + '/a').then((response) => response.clone()),
      }
      for (const [name, drop] of Object.entries(ways)) {
        const pooled = pooledFetch({ connections: 4 })
        const sceyt = client(pooled)
        for (let count = 0; count < 4; count++) await drop(sceyt, pooled)
        await collect(() => open === 0)
        await sceyt.users.get('user')
        if (open > 0) console.log(name)
        open = 0
      }`)
    expect(output).toBe('')
  })

  it('releases its connection of the global fetch, too', async () => {
    const output = await run(`
      const sceyt = client(fetch)
      for (let count = 0; count < 4; count++) {
        await sceyt.files.download('a', { as: 'stream' })
        await sceyt.files.download('a', { as: 'stream' }).then((file) => file.getReader().read())
      }
      await collect(() => open === 0)
      console.log(open)`)
    expect(output).toBe('0')
  })
})

describe('a download that is kept', { timeout: 60_000 }, () => {
  it('is whole, however long it is not read', async () => {
    const output = await run(`
      const fetches = [fetch, pooled, (url, init) => pooled(url, init), (url, init) => fetch(url, init)]
      const kept = await Promise.all([
        ...fetches.map((fetch) => client(fetch).files.download('a', { as: 'stream' })),
        pooled(baseUrl + '/a').then(({ body }) => body),
        pooled(baseUrl + '/a').then((response) => response.clone()),
      ])
      await collect(() => false)
      for (const body of kept) console.log((await (body.blob ? body : new Response(body)).blob()).size)`)
    expect(output.split('\n')).toEqual(Array(6).fill('5000000'))
  })

  it('releases its connection at once when it is cancelled', async () => {
    const output = await run(`
      const sceyt = client(pooled)
      const files = []
      for (let count = 0; count < 4; count++) files.push(await sceyt.files.download('a', { as: 'stream' }))
      const call = sceyt.users.get('user')
      await files[0].cancel()
      console.log((await call.withResponse()).response.status, files.length)`)
    expect(output).toBe('200 4')
  })
})
