import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFile } from '../../src/node/file-lock.js'

let folder: string
let path: string
let lock: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-lock-'))
  path = join(folder, 'data.json')
  lock = `${path}.lock`
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

it('refuses a second holder, and can be taken again once it is released', async () => {
  const unlock = await lockFile(path, 'the sandbox')
  await expect(lockFile(path, 'the sandbox')).rejects.toThrow(
    `is in use by the sandbox with the process id ${process.pid}. Stop it`,
  )
  unlock()
  expect(readdirSync(folder)).toEqual([])
  ;(await lockFile(path, 'the sandbox'))()
})

/** Writes the lock of this process with other fields. */
async function writeLock(fields: object): Promise<void> {
  const unlock = await lockFile(path, 'the sandbox')
  const own = JSON.parse(readFileSync(lock, 'utf8'))
  unlock()
  writeFileSync(lock, JSON.stringify({ ...own, ...fields }))
}

it.each([
  ['a process that has ended', { pid: 2 ** 22 + 1 }],
  ['an earlier process with the pid of a later one', { started: '1' }],
  ['a container that has ended', { host: 'container' }],
  ['a container that has ended and had the same host name', { pids: 'pid:[1]' }],
])('replaces the lock of %s', async (_, fields) => {
  await writeLock(fields)
  const unlock = await lockFile(path, 'the sandbox', 500)
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid })
  unlock()
  expect(readdirSync(folder)).toEqual([])
})

it.each(['', '{"pid":'])('replaces a lock that was not written to its end: "%s"', async (text) => {
  writeFileSync(lock, text)
  ;(await lockFile(path, 'the sandbox'))()
})

it('refuses the lock of another container that shows signs of life', async () => {
  await writeLock({ host: 'container', pid: 7 })
  let second = 0
  const beat = setInterval(() => utimesSync(lock, ++second, second), 100)
  try {
    await expect(lockFile(path, 'the sandbox', 30_000)).rejects.toThrow('the process id 7 on container.')
  } finally {
    clearInterval(beat)
  }
})

it('shows signs of life while it is held', async () => {
  const unlock = await lockFile(path, 'the sandbox')
  utimesSync(lock, 1, 1)
  await expect.poll(() => statSync(lock).mtimeMs, { timeout: 30_000 }).toBeGreaterThan(1_000)
  unlock()
})

it('is held by one of many that try to replace a stale one at once', async () => {
  await writeLock({ host: 'container' })
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFile(path, 'the sandbox', 500)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
