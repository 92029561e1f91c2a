import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromPath } from 'sceyt-platform/node'
import { createSceyt, type Fetch, type Sceyt, type SceytOptions } from '../../src/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { listen } from '../lib/serve.js'
import { largeFile, type SceneServer, user } from './server.js'

/** What a check receives: clients over the implementation, for one scene each. */
export interface Bench {
  client(scene: string, options?: SceytOptions): Sceyt
  server: SceneServer
}

/** A behaviour of the client, whichever `fetch` it uses. Returns what it observed. */
export interface Check {
  name: string
  expected: unknown
  observe(bench: Bench): Promise<unknown>
}

/** Creates clients over an implementation of `fetch`. */
export function benchOf(fetch: Fetch, server: SceneServer): Bench {
  return {
    client: (scene, options) =>
      createSceyt({ baseUrl: `${server.origin}/${scene}`, apiKey, fetch, maxRetries: 0, timeout: 1_500, ...options }),
    server,
  }
}

const text = 'Բարեւ, 你好'
const file = new File([text], 'a b.txt', { type: 'text/x-test' })
const uploaded = `a b.txt text/x-test ${text}`

/** Returns the facts about an error that callers rely on. */
async function factsOf(promise: PromiseLike<unknown>, ...names: string[]): Promise<unknown[]> {
  const error = (await failure(promise)) as Record<string, unknown>
  return ['name', ...names].map((name) => error[name])
}

/** Returns an origin where no server listens any more. */
async function closedOrigin(): Promise<string> {
  const server = createServer()
  const { origin } = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return origin
}

export const checks: Check[] = [
  {
    name: 'a success, and its headers',
    expected: [user, 'r-1'],
    async observe({ client }) {
      const { data, requestId } = await client('ok').users.get('zoe').withResponse()
      return [data, requestId]
    },
  },
  {
    name: 'a JSON body',
    expected: user,
    observe: async ({ client }) => client('ok').users.create(user),
  },
  {
    name: 'a raw call through a middleware',
    expected: [user, 200],
    async observe({ client }) {
      const { raw } = client('ok')
      raw.use({ onRequest() {}, onResponse() {} })
      const { data, response } = await raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
      return [data, response.status]
    },
  },
  {
    name: 'compressed JSON',
    expected: user,
    observe: async ({ client }) => client('compressed').users.get('zoe'),
  },
  {
    name: 'a 404',
    expected: ['NotFoundError', 1404],
    observe: ({ client }) => factsOf(client('missing').users.get('zoe'), 'code'),
  },
  {
    name: 'a 204',
    expected: undefined,
    observe: async ({ client }) => client('empty').users.delete('zoe'),
  },
  {
    name: 'a truncated body',
    expected: ['ResponseError', true],
    observe: ({ client }) => factsOf(client('truncated').users.get('zoe'), 'incomplete'),
  },
  {
    name: 'a truncated body of unknown length',
    expected: ['ResponseError', true],
    observe: ({ client }) => factsOf(client('broken').users.get('zoe'), 'incomplete'),
  },
  {
    name: 'a body that is too large',
    expected: [
      ['ResponseError', false],
      ['ResponseError', false],
    ],
    observe: ({ client }) =>
      Promise.all(
        ['large', 'chunked'].map((scene) =>
          factsOf(client(scene, { maxResponseBytes: 50_000 }).users.get('zoe'), 'incomplete'),
        ),
      ),
  },
  {
    name: 'a download as a Blob',
    expected: [true, 'text/x-test', true],
    async observe({ client }) {
      const blob = await client('file').files.download('x')
      return [blob instanceof Blob, blob.type, largeFile.equals(Buffer.from(await blob.arrayBuffer()))]
    },
  },
  {
    name: 'a download as a stream',
    expected: [true, true],
    async observe({ client }) {
      const stream = await client('file').files.download('x', { as: 'stream' })
      const isStream = stream instanceof ReadableStream
      return [isStream, largeFile.equals(Buffer.from(await new Response(stream).arrayBuffer()))]
    },
  },
  {
    name: 'a truncated download',
    expected: [['ResponseError', true], true],
    async observe({ client }) {
      const blob = await factsOf(client('truncated').files.download('x'), 'incomplete')
      const stream = await client('truncated').files.download('x', { as: 'stream' })
      return [blob, (await failure(new Response(stream).arrayBuffer())) instanceof Error]
    },
  },
  {
    name: 'an upload of a Blob',
    expected: { url: uploaded },
    observe: async ({ client }) => client('upload').files.upload(file),
  },
  {
    name: 'a form and a Blob of a serializer',
    expected: ['text', 'text/x-test Բարեւ, 你好'],
    async observe({ client }) {
      const form = new FormData()
      form.append('text', 'text')
      const received: unknown[] = []
      for (const [scene, body] of [
        ['form', form],
        ['typed', file],
      ] as const) {
        const { data } = await client(scene).raw.POST('/users', { body: user, bodySerializer: () => body as Blob })
        received.push(data?.username)
      }
      return received
    },
  },
  {
    name: 'an upload of a large Blob',
    expected: true,
    async observe({ client }) {
      const { url } = await client('sized').files.upload(new File([new Uint8Array(2 ** 24 + 1)], 'a'))
      return Number(url) > 2 ** 24
    },
  },
  {
    name: 'an upload from a path',
    expected: { url: uploaded },
    async observe({ client }) {
      const folder = await mkdtemp(join(tmpdir(), 'sceyt-fetches-'))
      try {
        await writeFile(join(folder, file.name), text)
        return await client('upload').files.upload(await fromPath(join(folder, file.name), { type: file.type }))
      } finally {
        await rm(folder, { recursive: true })
      }
    },
  },
  {
    name: 'an abort before the response, and within it',
    expected: [true, true],
    observe: ({ client }) =>
      Promise.all(
        ['silent', 'stalling'].map(async (scene) => {
          const controller = new AbortController()
          const call = failure(client(scene).users.get('zoe', { signal: controller.signal }))
          setTimeout(() => controller.abort(file), 50)
          return (await call) === file
        }),
      ),
  },
  {
    name: 'a timeout',
    expected: [['TimeoutError'], ['TimeoutError']],
    observe: ({ client }) =>
      Promise.all(['silent', 'stalling'].map((scene) => factsOf(client(scene, { timeout: 200 }).users.get('zoe')))),
  },
  {
    name: 'no connection',
    expected: ['ConnectionError', true],
    async observe({ client }) {
      const baseUrl = await closedOrigin()
      return factsOf(client('', { baseUrl }).users.get('zoe'), 'unsent')
    },
  },
  {
    name: 'a redirect, which is not followed',
    expected: ['RedirectError', 0],
    async observe({ client, server }) {
      const [name] = await factsOf(client('redirect').users.get('zoe'))
      return [name, server.requests.filter(({ path }) => path.startsWith('/elsewhere')).length]
    },
  },
]
