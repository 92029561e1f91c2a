import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import { createProject, problemsIn } from '../samples/compile.js'
import { root } from '../samples/examples.js'

const guide = await readFile(`${root}guides/record-and-replay.md`, 'utf8')
const fences = (language: string) =>
  [...guide.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, found, code = '']) => (found === language ? [code] : []))
const programs = fences('ts')
// Within the project, so that the programs find its packages.
const folder = `${root}node_modules/.guide-of-recordings`
const fileOf = (index: number) => `${folder}/program-${index}.ts`
// With the demo world, as guides/README.md says.
const sandbox = createSandbox({ apps: [{ appId: 'app', apiKey: 'the-api-key' }], seed: demo })
let server: SandboxServer
let work: string

beforeAll(async () => {
  server = await listen(sandbox)
  await mkdir(folder, { recursive: true })
  for (const [index, code] of programs.entries()) await writeFile(fileOf(index), `${code}\nexport {}\n`)
  work = await mkdtemp(join(tmpdir(), 'sceyt-guide-'))
  vi.stubEnv('SCEYT_BASE_URL', server.baseUrl('app'))
  vi.stubEnv('SCEYT_API_KEY', 'the-api-key')
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await server.close()
  await Promise.all([work, folder].map((path) => rm(path, { recursive: true })))
})

it('its programs compile', () => {
  const files = programs.map((_, index) => fileOf(index))
  expect(problemsIn(createProject(files, { noUnusedLocals: false }), files)).toEqual([])
})

it('its programs run in their order, and print what it says', async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const home = process.cwd()
  process.chdir(work)
  try {
    for (const [index, code] of programs.entries()) {
      print.mockClear()
      await import(/* @vite-ignore */ pathToFileURL(fileOf(index)).href)
      const expected = [...code.matchAll(/console\.log\(.*\) \/\/ (.+)/g)].map(([, printed]) => printed)
      expect(print.mock.calls.map((values) => values.join(' '))).toEqual(expected)
    }
  } finally {
    process.chdir(home)
    print.mockRestore()
  }
  // Both calls of the first program alone reached the server.
  expect(sandbox.journal.entries).toHaveLength(2)
})

it('its recording is the one of its first program', async () => {
  const [shown = ''] = fences('json')
  const recorded = (await readFile(join(work, 'users.ndjson'), 'utf8')).trimEnd().split('\n')
  const lines = shown.trimEnd().split('\n')
  expect(lines[0]).toBe(recorded[0])
  expect(JSON.parse(recorded[1] ?? '')).toMatchObject(JSON.parse(lines[1] ?? ''))
})
