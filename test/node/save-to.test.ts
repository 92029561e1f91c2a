import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { pooledFetch, saveTo } from '../../src/node/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-save-'))
  return () => rm(folder, { recursive: true })
})
const file = () => join(folder, 'copy.txt')

describe('saveTo', () => {
  it.each(['stream', 'blob'] as const)('saves a download as a %s, and nothing else', async (as) => {
    const sceyt = createSceyt(createSandbox().connection())
    const uploaded = await sceyt.files.upload(new File(['Բարեւ'], 'a.txt'))
    const download = () =>
      as === 'stream' ? sceyt.files.download(uploaded, { as }) : sceyt.files.download(uploaded, { as })
    expect(await saveTo(file(), download())).toBeUndefined()
    await saveTo(pathToFileURL(join(folder, 'b b.txt')), await download())
    expect(await readdir(folder)).toEqual(['b b.txt', 'copy.txt'])
    expect(await readFile(file(), 'utf8')).toBe('Բարեւ')
  })

  it('replaces a file and keeps its mode, and the link that leads to it', async () => {
    await writeFile(file(), 'longer than the new content')
    await chmod(file(), 0o640)
    await symlink(file(), join(folder, 'link'))
    await saveTo(join(folder, 'link'), new Blob(['new']))
    expect(await readdir(folder)).toEqual(['copy.txt', 'link'])
    expect(await readFile(file(), 'utf8')).toBe('new')
    expect((await stat(file())).mode & 0o777).toBe(0o640)
  })

  describe.each([0o022, 0o077, 0o277])('with the umask %o', (mask) => {
    beforeEach(() => {
      const former = process.umask(mask)
      return () => void process.umask(former)
    })

    it('creates a file with the mode that it leaves', async () => {
      await saveTo(file(), new Blob(['new']))
      expect((await stat(file())).mode & 0o777).toBe(0o666 & ~mask)
    })

    it.each([0o666, 0o755, 0o600, 0o444, 0o640])('keeps the mode %o of a file that it replaces', async (mode) => {
      await writeFile(file(), 'former', { mode: 0o600 })
      await chmod(file(), mode)
      await saveTo(file(), new Blob(['new']))
      expect((await stat(file())).mode & 0o777).toBe(mode)
      expect(await readFile(file(), 'utf8')).toBe('new')
      expect(await readdir(folder)).toEqual(['copy.txt'])
    })
  })

  it.each(['read', 'half read', 'cancelled'])(
    'does not replace a file with a stream that was %s before',
    async (how) => {
      await writeFile(file(), 'precious')
      const stream = new Blob(['a']).stream()
      if (how === 'cancelled') await stream.cancel()
      else if (how === 'read') await new Response(stream).text()
      else {
        const reader = stream.getReader()
        await reader.read()
        reader.releaseLock()
      }
      expect(await failure(saveTo(file(), stream))).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/^content (has been read or cancelled before|is locked by another reader)\.$/),
      })
      expect(await readFile(file(), 'utf8')).toBe('precious')
    },
  )

  it('saves to a file URL of another realm, such as that of jsdom', async () => {
    const { protocol, href } = pathToFileURL(file())
    await saveTo({ protocol, href } as URL, new Blob(['a']))
    expect(await readFile(file(), 'utf8')).toBe('a')
  })

  it('saves under the longest name that a file may have', async () => {
    const path = join(folder, 'n'.repeat(255))
    await saveTo(path, new Blob(['a']))
    expect(await readFile(path, 'utf8')).toBe('a')
  })

  it('rejects the path of a folder, and a link to no file', async () => {
    await symlink(join(folder, 'missing'), join(folder, 'link'))
    for (const path of [join(folder, 'x/'), folder, join(folder, 'link')]) {
      expect(await failure(saveTo(path, new Blob(['a'])))).toMatchObject({ name: 'InputError', parameter: 'path' })
    }
    expect(await readdir(folder)).toEqual(['link'])
  })

  it('saves an empty file', async () => {
    await saveTo(file(), new Blob([]))
    expect((await stat(file())).size).toBe(0)
  })

  it.each(['breaks', 'is aborted'])('leaves the former file alone if the download %s', async (how) => {
    const { origin, closed } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 1_000_000 }).write(Buffer.alloc(300_000), () => {
        if (how === 'breaks') response.destroy()
      })
    })
    await writeFile(file(), 'former')
    const pooled = pooledFetch()
    onTestFinished(() => pooled.close())
    for (const fetch of [globalThis.fetch, pooled]) {
      const controller = new AbortController()
      const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
      const saved = failure(saveTo(file(), sceyt.files.download('a', { as: 'stream', signal: controller.signal })))
      const part = () => readdir(folder).then((names) => names.find((name) => name.endsWith('.part')))
      if (how === 'is aborted') {
        await vi.waitFor(async () => expect(await part()).toMatch(/^\..+\.part$/))
        controller.abort('enough')
        expect(await saved).toBe('enough')
      } else expect(await saved).toBeInstanceOf(Error)
      await closed()
      expect(await readdir(folder)).toEqual(['copy.txt'])
      expect(await readFile(file(), 'utf8')).toBe('former')
    }
  })

  it('rejects as the call does, and creates nothing', async () => {
    const sceyt = createSceyt(createSandbox().connection())
    const error = await failure(saveTo(file(), sceyt.files.download('none', { as: 'stream' })))
    expect(error).toMatchObject({ name: 'NotFoundError' })
    expect(await readdir(folder)).toEqual([])
  })

  it('reads no faster than it writes', async () => {
    let pulls = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        expect(controller.desiredSize).toBeGreaterThan(-1)
        if (pulls++ === 100) controller.close()
        else controller.enqueue(Buffer.alloc(100_000, pulls))
      },
    })
    await saveTo(file(), stream)
    expect((await stat(file())).size).toBe(10_000_000)
  })

  it.each([
    ['a folder that does not exist', () => join(folder, 'none', 'copy.txt'), { cause: { code: 'ENOENT' } }],
    ['a folder', () => folder, {}],
    ['a device', () => '/dev/null', {}],
    ['nothing', () => '', {}],
    ['a number', () => 5 as unknown as string, {}],
    ['a URL of the web', () => new URL('https://example.com/a'), {}],
    ['a file URL of another machine', () => new URL('file://host/a'), { cause: { code: 'ERR_INVALID_FILE_URL_HOST' } }],
  ])('refuses %s as the path, and closes the connection', async (_what, path, more) => {
    const cancel = vi.fn()
    const error = await failure(saveTo(path(), Promise.resolve(new ReadableStream<Uint8Array>({ cancel }))))
    expect(error).toMatchObject({ name: 'InputError', parameter: 'path', ...more })
    expect(cancel).toHaveBeenCalledOnce()
    expect(await readdir(folder)).toEqual([])
  })

  it('rejects even if the source never confirms that it was cancelled', async () => {
    const stuck = new ReadableStream<Uint8Array>({ cancel: () => new Promise(() => {}) })
    expect(await failure(saveTo(folder, stuck))).toMatchObject({ parameter: 'path' })
  })

  it('refuses content that is not a download', async () => {
    const locked = new ReadableStream<Uint8Array>()
    locked.getReader()
    for (const content of [undefined, null, 'text', {}, locked])
      expect(await failure(saveTo(file(), content as unknown as Blob))).toMatchObject({
        name: 'InputError',
        parameter: 'content',
      })
    await mkdir(join(folder, 'x'))
    expect(await readdir(folder)).toEqual(['x'])
  })
})
