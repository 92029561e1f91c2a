import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { samplesOf } from '../../scripts/generate/samples.js'
import { createProject, problemsIn } from './compile.js'
import { root } from './examples.js'
import { type Recorder, startRecorder } from './recorder.js'

const openapi = await readDocument()
const endpoints = endpointsOf(openapi)
const shortest = samplesOf(openapi, 'TypeScript', 'shortest')
const samples = { ...shortest, ...full(samplesOf(openapi, 'TypeScript', 'full')) }
const readme = await readFile(`${root}README.md`, 'utf8')
const [, readmeExample = ''] = /```ts\n(.*?)```/s.exec(readme) ?? []
// Within the project, so that the samples find its packages.
const folder = `${root}node_modules/.samples`
const fileOf = (id: string) => `${folder}/${id}.ts`

let recorder: Recorder

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  for (const [id, source] of Object.entries({ ...samples, readme: readmeExample })) await writeFile(fileOf(id), source)
  recorder = await startRecorder(inject('mockUrl'))
  vi.stubEnv('SCEYT_API_URL', recorder.url)
  vi.stubEnv('SCEYT_APP_ID', '8lwox2ge93')
  vi.stubEnv('SCEYT_API_KEY', 'test-key')
})

afterAll(async () => {
  vi.unstubAllEnvs()
  recorder.close()
  await rm(folder, { recursive: true })
})

it('there is one for every operation', () => {
  expect(Object.keys(shortest)).toHaveLength(endpoints.length)
  expect(Object.values(samples).filter((sample) => !sample.includes('createSceyt()'))).toEqual([])
})

it('all of them compile', () => {
  const files = [...Object.keys(samples), 'readme'].map(fileOf)
  expect(problemsIn(createProject(files), files)).toEqual([])
})

describe('run against the mock', () => {
  it.each(
    endpoints.flatMap((endpoint) =>
      [endpoint.operation.operationId, `${endpoint.operation.operationId}-full`]
        .filter((id) => Object.hasOwn(samples, id))
        .map((id) => [id, endpoint] as const),
    ),
  )('%s', async (id, { method, path, operation }) => {
    recorder.passed.length = 0
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    try {
      await import(/* @vite-ignore */ pathToFileURL(fileOf(id)).href)
      expect(print.mock.calls.length > 0).toBe(operation.responses['204'] === undefined)
    } finally {
      print.mockRestore()
    }
    const pattern = new RegExp(`/8lwox2ge93${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
    expect(recorder.passed, 'the requests of the sample').not.toEqual([])
    for (const call of recorder.passed) {
      expect(call).toMatchObject({ method: method.toUpperCase(), violations: null })
      expect(call.path).toMatch(pattern)
      expect(call.status).toBeLessThan(300)
    }
  })
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

it('the guide to trust names every operation that is observed, decided or inferred', async () => {
  const guide = await readFile(`${root}guides/trust.md`, 'utf8')
  for (const provenance of ['observed', 'decided', 'inferred']) {
    const [, names = ''] = new RegExp(`<!-- ${provenance}, .*-->\\n(.*)`).exec(guide) ?? []
    const expected = endpoints
      .filter(({ operation }) => operation['x-provenance'] === provenance)
      .map(({ operation }) => operation.operationId)
    expect([...names.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(expected.sort())
  }
})

/** Names the full samples apart from the shortest ones. */
function full(samples: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(samples).map(([id, source]) => [`${id}-full`, source]))
}
