import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSandbox } from '../../src/sandbox/index.js'
import { keepIn } from '../../src/sandbox/node/index.js'
import { named } from './open.js'

let folder: string
const unexpected = (error: unknown) => expect.unreachable(String(error))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-store-'))
})

afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

it('writes a moment after a change, once for all of them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const path = join(folder, 'data.json')
  const sandbox = createSandbox()
  const store = await keepIn(path, sandbox, unexpected)
  expect(store.found).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
  sandbox.seed({ users: named('zoe') })
  sandbox.seed({ users: named('omar') })
  expect(vi.getTimerCount()).toBe(1)
  expect(await readdir(folder)).toEqual([])
  vi.advanceTimersByTime(200)
  await store.close()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(sandbox.snapshot())
  expect(await readdir(folder)).toEqual(['data.json'])
})

it('writes pending changes when it is closed, and nothing later', async () => {
  const path = join(folder, 'data.json')
  const sandbox = createSandbox()
  const store = await keepIn(path, sandbox, unexpected)
  sandbox.seed({ users: named('zoe') })
  await store.close()
  const written = await readFile(path, 'utf8')
  sandbox.seed({ users: named('omar') })
  await store.close()
  expect(await readFile(path, 'utf8')).toBe(written)
  const next = createSandbox()
  expect((await keepIn(path, next, unexpected)).found).toBe(true)
  expect(next.snapshot().apps['sandbox']?.users).toMatchObject(named('zoe'))
})

it('reports a change that cannot be written, and leaves no temporary file', async () => {
  const path = join(folder, 'data.json')
  const sandbox = createSandbox()
  const errors: unknown[] = []
  const store = await keepIn(path, sandbox, (error) => errors.push(error))
  // A folder cannot be replaced with a file.
  await mkdir(join(path, 'inner'), { recursive: true })
  sandbox.seed({ users: named('zoe') })
  await store.close()
  expect(errors).toMatchObject([{ code: expect.stringMatching(/EISDIR|ENOTEMPTY|EEXIST/) }])
  expect(await readdir(folder)).toEqual(['data.json'])
})

it('does not treat an unreadable file as empty', async () => {
  await expect(keepIn(folder, createSandbox(), unexpected)).rejects.toMatchObject({ code: 'EISDIR' })
})
