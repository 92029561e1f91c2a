import { Blob as NodeBlob, File as NodeFile } from 'node:buffer'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { saveTo } from 'sceyt-platform/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, NotFoundError, where } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen as serveSandbox } from '../../src/sandbox/node/index.js'
import { apiKey } from '../lib/fetches.js'
import { listen } from '../lib/serve.js'

/** Reads a Blob, which has no methods to do so in jsdom before version 27. */
export function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    if (typeof blob.text === 'function') return void blob.text().then(resolve, reject)
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsText(blob)
  })
}

/** Starts a server that returns the body that it receives as the name of a user, or as the URL of a file. */
async function serveEcho(): Promise<string> {
  const server = createServer(async (request, response) => {
    // The page of happy-dom is of another origin.
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    const body = Buffer.concat(await request.toArray()).toString()
    response.writeHead(200, { ...cors, 'content-type': 'application/json' })
    response.end(JSON.stringify({ username: body, url: `${request.headers['content-type']} ${body}` }))
  })
  const { origin, close } = await listen(server)
  onTestFinished(close)
  return origin
}

/** Runs the first lines of the README, and what else the sandbox is used for, in the DOM of a test environment. */
export function runInDom(name: string): void {
  const connect = () => createSceyt(createSandbox().connection())

  it(`the globals are those of ${name}`, () => {
    expect(typeof window).toBe('object')
    expect(Blob).toBe(window.Blob)
    expect(AbortSignal).toBe(window.AbortSignal)
  })

  it("README's first lines run", async () => {
    const sceyt = connect()
    const zoe = await sceyt.users.create({ username: 'username_new*user', first_name: 'Zoe' })
    const club = await sceyt.channels.createPublic({ subject: 'Book club', uri: 'book_club', owner: zoe.username })
    await sceyt.messages.send(club.id, { from: zoe.username, body: 'Բարեւ, 你好, مرحبا 🎉' })
    const bodies: unknown[] = []
    for await (const { from, body } of sceyt.messages.list(club.id, { limit: 50 })) bodies.push([from, body])
    expect(bodies).toEqual([['username_new*user', 'Բարեւ, 你好, مرحبا 🎉']])
    const { total_count } = await sceyt.channels.list({
      filter: [where('type', 'eq', 'public'), where('created_at', 'gte', '2020-12-01')],
    })
    expect(total_count).toBe(1)
    const error = await sceyt.users.get('nobody').catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(NotFoundError)
  })

  it('the connection of a sandbox server needs no further option', async () => {
    const server = await serveSandbox(createSandbox())
    onTestFinished(() => server.close())
    const sceyt = createSceyt(server.connection())
    await sceyt.users.create({ username: 'zoe' })
    expect((await sceyt.users.get('zoe')).username).toBe('zoe')
  })

  it.each([
    ['a File', () => new File(['Բարեւ, ', '你好'], 'a b.txt', { type: 'text/plain' })],
    ['a File of bytes', () => new File([new TextEncoder().encode('Բարեւ, 你好')], 'a b.txt')],
  ])('%s is uploaded and downloaded', async (_what, file) => {
    const sceyt = connect()
    const { url } = await sceyt.files.upload(file())
    expect(url).toContain('a%20b.txt')
    expect(await textOf(await sceyt.files.download('a b.txt'))).toBe('Բարեւ, 你好')
    const stream = await sceyt.files.download('a b.txt', { as: 'stream' })
    const reader = stream.getReader()
    let text = ''
    const decoder = new TextDecoder()
    for (let next = await reader.read(); !next.done; next = await reader.read())
      text += decoder.decode(next.value, { stream: true })
    expect(text).toBe('Բարեւ, 你好')
  })

  // Those of Node are not instances of the global classes.
  it.each<[string, () => unknown]>([
    ['a Blob', () => new Blob(['Բարեւ'])],
    ['a File', () => new File(['Բարեւ'], 'a.txt')],
    ['a Blob of Node', () => new NodeBlob(['Բարեւ'])],
    ['a File of Node', () => new NodeFile(['Բարեւ'], 'a.txt')],
    ['a Blob of a response', () => new Response('Բարեւ').blob()],
  ])('%s is uploaded, with a middleware and without, and saved', async (_what, create) => {
    const blob = (await create()) as Blob
    const text = await textOf(blob)
    for (const hasMiddleware of [false, true]) {
      const sandbox = createSandbox()
      const sceyt = createSceyt(sandbox.connection())
      if (hasMiddleware) sceyt.raw.use({ onRequest() {} })
      const uploaded = await sceyt.files.upload(blob)
      expect(await textOf(await createSceyt(sandbox.connection()).files.download(uploaded))).toBe(text)
    }
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-dom-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    for (const path of [
      join(folder, 'a'),
      pathToFileURL(join(folder, 'b')),
      new URL(pathToFileURL(join(folder, 'c'))),
    ]) {
      await saveTo(path, blob)
      expect(await readFile(path.toString().replace('file://', ''), 'utf8')).toBe(text)
    }
  })

  describe.each([false, true])('over the default transport, with a middleware: %s,', (hasMiddleware) => {
    async function connectToEcho() {
      const sceyt = createSceyt({ baseUrl: await serveEcho(), apiKey, maxRetries: 0, allowBrowser: true })
      if (hasMiddleware) sceyt.raw.use({ onRequest() {}, onResponse() {} })
      return sceyt
    }

    it('JSON is sent', async () => {
      expect((await (await connectToEcho()).users.create({ username: 'Բարեւ' })).username).toBe('{"username":"Բարեւ"}')
    })

    it.each([
      ['a File', () => new File(['Բարեւ'], 'a.txt')],
      ['a Blob of Node', () => new NodeBlob(['Բարեւ']) as Blob],
    ])('%s is sent', async (_what, create) => {
      const { url } = await (await connectToEcho()).files.upload(create())
      expect(url).toMatch(/^multipart\/form-data; boundary=\S+ --sceyt.+\r\n\r\nԲարեւ\r\n--sceyt.+--\r\n$/s)
    })

    it.each<[string, () => unknown, RegExp]>([
      ['text', () => 'text', /^text$/],
      ['bytes', () => new TextEncoder().encode('text'), /^text$/],
      ['a Blob', () => new Blob(['text'], { type: 'text/css' }), /^text$/],
      ['parameters', () => new URLSearchParams({ a: 'b c' }), /^a=b\+c$/],
      [
        'a form',
        () => {
          const form = new FormData()
          form.append('files', new File(['Բարեւ'], 'a.txt'))
          form.append('text', 'b')
          return form
        },
        /filename="a\.txt".+Բարեւ.+name="text"\r\n\r\nb\r\n/s,
      ],
    ])('%s of a serializer is sent', async (_what, create, body) => {
      const { raw } = await connectToEcho()
      const { data } = await raw.POST('/users', { body: { username: 'zoe' }, bodySerializer: create as () => string })
      expect(data?.username).toMatch(body)
    })
  })

  it('an AbortSignal of the DOM ends a call before it is made, and while it runs', async () => {
    const sandbox = createSandbox()
    const sceyt = createSceyt(sandbox.connection())
    const ended = new AbortController()
    ended.abort()
    await expect(sceyt.users.list({}, { signal: ended.signal })).rejects.toBe(ended.signal.reason)
    sandbox.faults.add({ latency: 60_000 })
    const controller = new AbortController()
    const call = sceyt.users.list({}, { signal: controller.signal })
    setTimeout(() => controller.abort(), 20)
    const reason: unknown = await call.catch((problem: unknown) => problem)
    expect(controller.signal.aborted).toBe(true)
    expect(reason).toBe(controller.signal.reason)
  })

  it('a fault is an error of its class, and a middleware sees the response', async () => {
    const sandbox = createSandbox()
    const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
    const statuses: number[] = []
    sceyt.raw.use({ onResponse: ({ response }) => void statuses.push(response.status) })
    sandbox.faults.add({ status: 503, times: 1 })
    await expect(sceyt.users.list()).rejects.toMatchObject({ name: 'ServerError', status: 503 })
    sandbox.faults.add({ cut: true, times: 1 })
    await expect(sceyt.users.list()).rejects.toMatchObject({ name: 'ResponseError' })
    sandbox.faults.add({ reset: 'before', times: 1 })
    await expect(sceyt.users.list()).rejects.toMatchObject({ name: 'ConnectionError' })
    await sceyt.users.create({ username: 'zoe' })
    expect(await sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })).toMatchObject({
      data: { username: 'zoe' },
    })
    expect(statuses).toEqual([503, 200, 200])
  })
}
