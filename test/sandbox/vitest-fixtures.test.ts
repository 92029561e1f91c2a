import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test as base, beforeAll, beforeEach, describe, expect, onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/sandbox/index.js'
import { sandboxFixtures } from '../../src/sandbox/vitest/index.js'
import { fencesIn } from '../guides/guides.js'
import { examplesIn } from '../samples/examples.js'
import { named } from './open.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const test = base.extend(sandboxFixtures({ seed: { users: named('zoe') } }))
const used: { sandbox: Sandbox; sceyt: object }[] = []

describe('tests that run one after the other', () => {
  beforeAll(() => {
    used.length = 0
  })
  beforeEach<{ sandbox: Sandbox }>(({ sandbox }) => sandbox.seed({ users: named('omar') }))

  test.for([1, 2, 3])('have a sandbox and a client of their own (%d)', async (number, { sandbox, sceyt }) => {
    expect((await sceyt.users.list()).users.map(({ username }) => username)).toEqual(['zoe', 'omar'])
    expect(sandbox.journal.entries).toHaveLength(1)
    expect(sandbox.faults.list).toEqual([])
    await sceyt.users.delete('zoe')
    expect(sandbox.apps).toHaveLength(1)
    sandbox.addApp({ appId: 'shop' })
    sandbox.clock.set('2030-01-01')
    sandbox.faults.add({ status: 503 })
    used.push({ sandbox, sceyt })
    expect([new Set(used.map((it) => it.sandbox)).size, new Set(used.map((it) => it.sceyt)).size]).toEqual([
      number,
      number,
    ])
  })
})

describe('tests that run concurrently', { concurrent: true }, () => {
  const arrived: Promise<unknown>[] = []
  const doors = [0, 1].map(() => {
    let open = () => {}
    arrived.push(new Promise<void>((resolve) => (open = resolve)))
    return () => open()
  })

  test.for([0, 1])('have a sandbox each (%d)', async (number, { sceyt, expect }) => {
    await sceyt.users.create({ username: `of-test-${number}` })
    doors[number]?.()
    await Promise.all(arrived)
    expect((await sceyt.users.list()).users.map(({ username }) => username)).toEqual(['zoe', `of-test-${number}`])
  })
})

base('the examples of the comment and of the guide pass in Vitest', async () => {
  const folder = await mkdtemp(join(root, 'test/sandbox/.specs-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [example] = examplesIn('', await readFile(join(root, 'src/sandbox/vitest/index.ts'), 'utf8'))
  const guide = await readFile(join(root, 'guides/testing.md'), 'utf8')
  const ofGuide = fencesIn('testing.md', guide).filter(({ code }) => code.includes("from 'vitest'"))
  await writeFile(join(folder, 'comment.test.ts'), example?.code ?? '')
  for (const { code, line } of ofGuide) await writeFile(join(folder, `guide-${line}.test.js`), code)
  const config =
    "import { resolve } from '../../../vitest.config.js'\nexport default { resolve, root: import.meta.dirname }"
  await writeFile(join(folder, 'vitest.config.ts'), config)
  const { NODE_OPTIONS: _options, VITEST: _vitest, ...env } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=json'],
    { cwd: folder, env },
  )
  expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 3, numTotalTests: 3, success: true })
})
