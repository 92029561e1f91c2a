import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { describe, expect, inject, it } from 'vitest'
import type * as client from '../../src/index.js'

const scratch = inject('scratch')
const load = (file: string) =>
  import(pathToFileURL(join(scratch, 'node_modules/sceyt-platform/dist/src', file)).href) as Promise<typeof client>

/** Returns the file of the package that a bundler takes for the client. */
async function entryFor(options: BuildOptions): Promise<string | undefined> {
  const { metafile } = await build({
    ...options,
    stdin: { contents: "export * from 'sceyt-platform'", resolveDir: scratch },
    bundle: true,
    write: false,
    metafile: true,
    external: ['node:*'],
  })
  return Object.keys(metafile.inputs)
    .find((file) => file.includes('/sceyt-platform/'))
    ?.split('/sceyt-platform/')[1]
}

describe('the build for pages', () => {
  it.each<[string, BuildOptions, string]>([
    ['a page', { platform: 'browser' }, 'page'],
    ['Node', { platform: 'node' }, 'index'],
    ['Cloudflare', { platform: 'neutral', conditions: ['workerd', 'worker', 'browser'] }, 'index'],
    ['Vercel', { platform: 'neutral', conditions: ['edge-light', 'worker', 'browser'] }, 'index'],
    ['Electron', { platform: 'neutral', conditions: ['electron', 'node', 'browser'] }, 'index'],
    ['any other runtime', { platform: 'neutral' }, 'index'],
  ])('for %s a bundler takes the right one', async (_where, options, name) => {
    expect(await entryFor({ format: 'esm', ...options })).toBe(`dist/src/${name}.js`)
  })

  it('is not for Jest, which requires it', async () => {
    const stdin = { contents: "require('sceyt-platform')", resolveDir: scratch }
    const { metafile } = await build({ stdin, bundle: true, write: false, metafile: true, platform: 'browser' })
    expect(Object.keys(metafile.inputs).join()).toContain('dist/src/index.cjs')
  })

  it('has every export, and nothing that only a server needs', async () => {
    const [page, server] = await Promise.all([load('page.js'), load('index.js')])
    expect(Object.keys(page)).toEqual(Object.keys(server))
    const { outputFiles } = await build({
      stdin: { contents: "export * from 'sceyt-platform'", resolveDir: scratch },
      bundle: true,
      write: false,
    })
    expect(outputFiles[0]?.text).not.toMatch(
      /ECONNREFUSED|diagnostics_channel|FileReader|undici|HTTPS_PROXY|SCEYT_ALLOW_HTTP|fromPath|Deno/,
    )
  })

  it('retries a read after a failure, never a write, and shows no key', async () => {
    const { createSceyt, ConnectionError } = await load('page.js')
    const requests: string[] = []
    const sceyt = createSceyt({
      baseUrl: 'https://api.example.com',
      apiKey: 'a-key-of-a-page',
      fetch: async (_url, { method = '' }) => {
        requests.push(method)
        throw new TypeError('Failed to fetch with a-key-of-a-page', { cause: { code: 'ECONNREFUSED' } })
      },
    })
    const errors = await Promise.all([
      sceyt.users.get('zoe', { maxRetries: 1 }).catch((error) => error),
      sceyt.users.create({ username: 'zoe' }).catch((error) => error),
    ])
    expect(requests.sort()).toEqual(['GET', 'GET', 'POST'])
    for (const error of errors) {
      expect(error).toBeInstanceOf(ConnectionError)
      expect(error).toMatchObject({ unsent: false, permanent: false })
      expect(`${error.stack} ${error.cause.stack}`).not.toContain('a-key-of-a-page')
    }
  })

  it('uploads, downloads, and explains a `fetch` that does not return a response', async () => {
    const { createSceyt } = await load('page.js')
    const bodies: string[] = []
    const sceyt = createSceyt({
      baseUrl: 'https://api.example.com',
      apiKey: 'a-key-of-a-page',
      fetch: async (_url, { method, body }) => {
        if (method === 'DELETE') return {} as Response
        if (method === 'GET') return new Response('content')
        bodies.push(await new Response(body).text())
        return Response.json({ url: 'https://api.example.com/files/a.txt' })
      },
    })
    const uploaded = await sceyt.files.upload(new Blob(['content']))
    expect(bodies.join()).toContain('content')
    expect(await (await sceyt.files.download(uploaded)).text()).toBe('content')
    await expect(sceyt.files.delete(uploaded)).rejects.toThrow('`fetch` did not return a Response')
  })
})
