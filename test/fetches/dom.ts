import { expect, it } from 'vitest'
import { createSceyt, NotFoundError, where } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'

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

  it.each([
    ['a File', () => new File(['Բարեւ, ', '你好'], 'a b.txt', { type: 'text/plain' })],
    ['a File of bytes', () => new File([new TextEncoder().encode('Բարեւ, 你好')], 'a b.txt')],
  ])('%s is uploaded and downloaded', async (_what, file) => {
    const sceyt = connect()
    const { url } = await sceyt.files.upload(file())
    expect(url).toContain('a%20b.txt')
    const blob = await sceyt.files.download('a b.txt')
    expect(await blob.text()).toBe('Բարեւ, 你好')
    const stream = await sceyt.files.download('a b.txt', { as: 'stream' })
    const reader = stream.getReader()
    let text = ''
    const decoder = new TextDecoder()
    for (let next = await reader.read(); !next.done; next = await reader.read())
      text += decoder.decode(next.value, { stream: true })
    expect(text).toBe('Բարեւ, 你好')
  })

  it('a Blob is uploaded', async () => {
    expect(await connect().files.upload(new Blob(['x']))).toMatchObject({ url: expect.stringContaining('/files/') })
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
