import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { createProject, problemsIn } from '../samples/compile.js'
import { root } from '../samples/examples.js'
import { pair, pem } from '../token/pair.js'
import { type Fence, fencesIn, guideFiles, readFences, readPrelude, testedElsewhere, toProgram } from './guides.js'

/** Programs that another test runs, by words that only they contain. */
const runElsewhere: Readonly<Record<string, string>> = {
  "from 'vitest'": 'in Vitest: test/sandbox/vitest-fixtures.test.ts and test/sandbox/apps.test.ts',
  "from '@playwright/test'": 'in Playwright: test/browser/playwright.test.ts',
  "from 'node:test'": 'as a process: test/guides/processes.test.ts',
  'const stopping': 'as a process: test/guides/processes.test.ts',
  'document.body': 'in a page: test/browser/guides.test.ts',
  "from 'sceyt-platform/sandbox/browser'": 'in a page: test/browser/guides.test.ts',
  "from 'sceyt-platform/bulk/bullmq'": 'with Redis: test/redis/guides.test.ts',
  "from 'sceyt-platform/redis'": 'with Redis: test/redis/guides.test.ts',
}

const fences = (await readFences('ts', 'js')).filter(({ guide }) => !testedElsewhere[guide])
// Within the project, so that the programs find its packages.
const folder = `${root}node_modules/.guides`
const fileOf = ({ guide, line }: Fence) => `${folder}/${guide.replace('.md', '')}-${line}.ts`
const files = fences.map(fileOf)
const sandbox = createSandbox({ seed: demo })
let work: string
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  const prelude = await readPrelude()
  for (const fence of fences) await writeFile(fileOf(fence), toProgram(fence, prelude))
  work = await mkdtemp(join(tmpdir(), 'sceyt-guides-'))
  await writeFile(join(work, 'photo.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  server = await listen(sandbox)
  vi.stubEnv('SCEYT_API_URL', server.origin)
  vi.stubEnv('SCEYT_APP_ID', 'sandbox')
  vi.stubEnv('SCEYT_API_KEY', 'sandbox-key')
  vi.stubEnv('SCEYT_PRIVATE_KEY', pem(pair.privateKey, 'pkcs8'))
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await server.close()
  await Promise.all([work, folder].map((path) => rm(path, { recursive: true })))
})

describe('the programs in the guides', () => {
  it('compile', { timeout: 120_000 }, () => {
    // A fragment may end with its result, which nothing uses.
    expect(problemsIn(createProject(files, { noUnusedLocals: false }), files)).toEqual([])
  })

  const programs = fences
    .filter(({ code }) => !Object.keys(runElsewhere).some((words) => code.includes(words)))
    .map((fence) => [`guides/${fence.guide}:${fence.line}`, fence] as const)

  it.each(programs)('%s runs, and prints what it says', async (_title, fence) => {
    sandbox.reset()
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const home = process.cwd()
    process.chdir(work)
    try {
      await import(/* @vite-ignore */ pathToFileURL(fileOf(fence)).href)
      if (fence.prints.length > 0) expect(print.mock.calls.map((values) => values.join(' '))).toEqual(fence.prints)
    } finally {
      process.chdir(home)
      print.mockRestore()
    }
  })

  it('the job that runs every night deletes a user once a night, also one who has come back', async () => {
    const nightly = fences.find(({ code }) => code.includes('deletions-')) as Fence
    sandbox.reset()
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const home = process.cwd()
    process.chdir(await mkdtemp(join(work, 'nights-')))
    vi.useFakeTimers({ toFake: ['Date'] })
    let runs = 0
    /** Runs the program on a day, and returns the users that it asks the server to delete. */
    const deletedOn = async (day: string) => {
      vi.setSystemTime(`${day}T23:30:00Z`)
      sandbox.journal.clear()
      await import(/* @vite-ignore */ `${pathToFileURL(fileOf(nightly)).href}?run=${++runs}`)
      return sandbox.journal.entries.map(({ url }) => url.split('/').at(-1)).sort()
    }
    try {
      expect(await deletedOn('2026-11-28')).toEqual(['no_longer_there', 'old_user'])
      expect(await deletedOn('2026-11-28')).toEqual([])
      await createSceyt().users.create({ username: 'old_user' })
      expect(await deletedOn('2026-11-29')).toEqual(['no_longer_there', 'old_user'])
      expect(await deletedOn('2026-11-29')).toEqual([])
      expect(print.mock.calls).toEqual(Array(4).fill([2, 0]))
      expect(process.exitCode).toBe(0)
    } finally {
      vi.useRealTimers()
      process.chdir(home)
      print.mockRestore()
    }
  })

  it.each(Object.entries(runElsewhere))('%s is in one that runs %s', (words) => {
    expect(fences.some(({ code }) => code.includes(words))).toBe(true)
  })
})

describe('a guide that another test runs', async () => {
  it.each(await guideFiles())('has that test, if it is one: %s', async (guide) => {
    const test = testedElsewhere[guide]
    if (test) await access(`${root}${test}`)
  })
})

describe('a block as a program', () => {
  const prelude = 'const sceyt = createSceyt()\n'

  it('gets the client if it uses one without creating it, and nothing else', () => {
    const code = "await sceyt.channels.list({ filter: [where('type', 'eq', 'public')] })\n"
    expect(toProgram({ code }, prelude)).toBe(`${prelude}${code}\nexport {}\n`)
    expect(toProgram({ code: prelude + code }, prelude)).toBe(`${prelude}${code}\nexport {}\n`)
    expect(toProgram({ code: 'createdAt(1)\n' }, prelude)).toBe('createdAt(1)\n\nexport {}\n')
  })
})

describe('the reader of guides', () => {
  it('finds each block with its line, its language and what it prints', () => {
    const text = '# A\n\n```ts\nconsole.log(1) // 1\n```\n\n- b:\n\n  ```sh\n  npx c\n  ```\n'
    expect(fencesIn('a.md', text)).toEqual([
      { guide: 'a.md', line: 4, language: 'ts', code: 'console.log(1) // 1\n', prints: ['1'] },
      { guide: 'a.md', line: 10, language: 'sh', code: 'npx c\n', prints: [] },
    ])
  })
})
