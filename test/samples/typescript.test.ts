import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { compositionExamples, samplesOf } from '../../scripts/generate/samples.js'

const openapi = await readDocument()
const endpoints = endpointsOf(openapi)
const samples = samplesOf(openapi, 'TypeScript')
const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
const composed = Object.fromEntries(
  Object.entries(compositionExamples(openapi)).map(([name, example]) => [
    name,
    `import { createSceyt } from 'sceyt-platform'\n\nconst sceyt = createSceyt()\n${example}\nconsole.log(JSON.stringify(${/\w+(?= =)/.exec(example)?.[0]}))\n`,
  ]),
)
const [, readmeExample = ''] = /```ts\n(.*?)```/s.exec(readme) ?? []
const root = fileURLToPath(new URL('../../', import.meta.url))
// Within the project, so that the samples find its packages.
const folder = `${root}node_modules/.samples`
const fileOf = (id: string) => `${folder}/${id}.ts`

/** Stands between a sample and the mock, and notes what passes. */
const seen: { method: string; path: string; status: number; violations: string | null }[] = []
let server: Server

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  for (const [id, source] of Object.entries({ ...samples, ...composed, readme: readmeExample }))
    await writeFile(fileOf(id), source)
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', inject('mockUrl'))
    const body = Buffer.concat(await request.toArray())
    const answer = await fetch(url, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).filter(([name]) =>
        ['content-type', 'platform-api-key', 'accept'].includes(name),
      ) as [string, string][],
      ...(body.length > 0 && { body }),
    })
    seen.push({
      method: request.method ?? '',
      path: url.pathname,
      status: answer.status,
      violations: answer.headers.get('sl-violations'),
    })
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      .end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  vi.stubEnv('SCEYT_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('SCEYT_APP_ID', '8lwox2ge93')
  vi.stubEnv('SCEYT_API_KEY', 'test-key')
})

afterAll(async () => {
  vi.unstubAllEnvs()
  server.close()
  await rm(folder, { recursive: true })
})

it('there is one for every operation', () => {
  expect(Object.keys(samples)).toHaveLength(endpoints.length)
  expect(Object.values(samples).filter((sample) => !sample.includes('createSceyt()'))).toEqual([])
})

it('all of them compile', () => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  )
  const files = [...Object.keys(samples), ...Object.keys(composed), 'readme'].map(fileOf)
  const program = ts.createProgram(files, options)
  // Of what they import, no more is checked than they need.
  const problems = files
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map((problem) => `${problem.file?.fileName}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`)
  expect(problems).toEqual([])
})

describe('run against the mock', () => {
  it.each(endpoints.map((endpoint) => [endpoint.operation.operationId, endpoint] as const))(
    '%s',
    async (id, { method, path, operation }) => {
      seen.length = 0
      const print = vi.spyOn(console, 'log').mockImplementation(() => {})
      try {
        await import(/* @vite-ignore */ pathToFileURL(fileOf(id)).href)
        expect(print.mock.calls.length > 0).toBe(operation.responses['204'] === undefined)
      } finally {
        print.mockRestore()
      }
      const pattern = new RegExp(`/8lwox2ge93${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
      expect(seen.length).toBeGreaterThan(0)
      for (const call of seen) {
        expect(call).toMatchObject({ method: method.toUpperCase(), violations: null })
        expect(call.path).toMatch(pattern)
        expect(call.status).toBeLessThan(300)
      }
    },
  )
})

it.each(Object.keys(composed))('the example of %s runs against the mock', async (name) => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await import(/* @vite-ignore */ pathToFileURL(fileOf(name)).href)
    expect(print.mock.calls).toEqual([[expect.stringContaining('{')]])
  } finally {
    print.mockRestore()
  }
})

it("the README's example runs as it stands", async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await import(/* @vite-ignore */ pathToFileURL(fileOf('readme')).href)
    expect(print.mock.calls.flat()).toEqual([
      'username_new*user: Բարեւ, 你好, مرحبا 🎉',
      '1 channel',
      'users.get: 404 NotFound: There is no user "nobody".',
    ])
  } finally {
    print.mockRestore()
  }
})

it('the README names every operation that is observed, decided or inferred', () => {
  for (const provenance of ['observed', 'decided', 'inferred']) {
    const [, names = ''] = new RegExp(`\\*\\*${provenance}\\*\\*:[^]*?:\\n(.*)`).exec(readme) ?? []
    const due = endpoints
      .filter(({ operation }) => operation['x-provenance'] === provenance)
      .map(({ operation }) => operation.operationId)
    expect([...names.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(due.sort())
  }
})
