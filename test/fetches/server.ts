import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { listen, type TestServer } from '../lib/serve.js'

/** The server of the checks. The first segment of a path decides how it responds. */
export interface SceneServer extends TestServer {
  /** The path of every request, and its key. */
  requests: { path: string; key: string | undefined }[]
}

export const user = { username: 'zoe', first_name: 'Զոյա 佐伊 🎉' }
export const largeFile = Buffer.alloc(3_000_000, 'Բարեւ, 你好 ')
const error = { code: 1404, type: 'NotFound', message: 'There is no user "zoe"' }

type Scene = (request: IncomingMessage, response: ServerResponse) => unknown

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'r-1' }).end(JSON.stringify(body))

const scenes: Record<string, Scene> = {
  ok: async (request, response) => json(response, request.method === 'POST' ? await jsonOf(request) : user),
  missing: (_request, response) => json(response, error, 404),
  empty: (_request, response) => response.writeHead(204).end(),
  compressed: (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(user))),
  truncated(_request, response) {
    response.writeHead(200, { 'content-length': '100' }).write('{"username":')
    setImmediate(() => response.destroy())
  },
  broken(_request, response) {
    response.writeHead(200).write('{"username":')
    setImmediate(() => response.destroy())
  },
  large: (_request, response) => json(response, { username: 'x'.repeat(100_000) }),
  chunked(_request, response) {
    response.write('{"username":"')
    response.end(`${'x'.repeat(100_000)}"}`)
  },
  file: (_request, response) => response.writeHead(200, { 'content-type': 'text/x-test' }).end(largeFile),
  upload: async (request, response) => json(response, { url: await fileOf(request) }),
  form: async (request, response) => json(response, { username: (await formOf(request)).get('text') }),
  typed: async (request, response) =>
    json(response, { username: `${request.headers['content-type']} ${await bytesOf(request)}` }),
  sized: async (request, response) => json(response, { url: String((await bytesOf(request)).length) }),
  redirect: (_request, response) => response.writeHead(302, { location: '/elsewhere/users/zoe?a=1' }).end(),
  elsewhere: (_request, response) => json(response, user),
  silent: () => {},
  stalling: (_request, response) => void response.writeHead(200).write('{"username":'),
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat((await request.toArray()) as Buffer[])
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await bytesOf(request)).toString())
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  return new Response(new Uint8Array(await bytesOf(request)), { headers }).formData()
}

/** Describes the file of a form, as the platform reads it. */
async function fileOf(request: IncomingMessage): Promise<string> {
  try {
    const file = (await formOf(request)).get('files') as File
    return `${file.name} ${file.type} ${await file.text()}`
  } catch (problem) {
    return String(problem)
  }
}

/** Starts the server on a free port. */
export async function openScenes(): Promise<SceneServer> {
  const requests: SceneServer['requests'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push({ path, key: request.headers['platform-api-key'] as string | undefined })
    void scenes[path.split('/')[1] ?? '']?.(request, response)
  })
  return { ...(await listen(server)), requests }
}
