import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { createSceyt, ServerError } from 'sceyt-platform'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { exportMessages, exportUsers, writeLines } from '../export-to-file.js'
import { run, serve } from './program.js'

const club = '101437428530810880'
const messages = Array.from({ length: 120 }, (_, index) => ({ from: 'zoe', body: `${index}\nԲարեւ 🎉\u2028` }))
const { sandbox, server, env } = await serve({
  seed: {
    users: [{ username: 'zoe' }, { username: 'omar' }],
    channels: [{ id: club, type: 'public', owner: 'zoe', messages }],
  },
})
const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })

let folder: string
let path: string
beforeEach(() => {
  sandbox.reset()
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  path = join(folder, 'messages.ndjson')
})
afterEach(() => rmSync(folder, { recursive: true }))
afterAll(() => server.close())

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n')

test('As a program it writes every message of a channel, and every user.', async () => {
  await expect(run(['export-to-file.ts', club, path], env)).resolves.toEqual({
    code: 0,
    out: `120 lines in ${path}\n`,
    err: '',
  })
  const read = linesOf(path).map((line) => JSON.parse(line) as { from: string; body: string })
  expect(read.map(({ from, body }) => ({ from, body }))).toEqual(messages)
  const users = join(folder, 'users.ndjson')
  expect((await run(['export-to-file.ts', 'users', users], env)).out).toBe(`2 lines in ${users}\n`)
  expect(linesOf(users).map((line) => (JSON.parse(line) as { username: string }).username)).toEqual(['zoe', 'omar'])
  expect(readdirSync(folder).sort()).toEqual(['messages.ndjson', 'users.ndjson'])
})

test('A failure in the middle leaves the previous file, and no partial file.', async () => {
  writeFileSync(path, 'previous')
  const stop = sandbox.journal.listen(() => sandbox.faults.add({ operation: 'listMessages', status: 500 }))
  await expect(exportMessages(sceyt, club, path)).rejects.toThrow(ServerError)
  stop()
  expect(sandbox.journal.entries.map(({ status }) => status)).toEqual([200, 500])
  expect(readFileSync(path, 'utf8')).toBe('previous')
  expect(readdirSync(folder)).toEqual(['messages.ndjson'])

  sandbox.faults.clear()
  await expect(exportMessages(sceyt, club, path)).resolves.toBe(120)
  expect(linesOf(path)).toHaveLength(120)
})

test('A file that cannot be written is an error.', async () => {
  await expect(exportUsers(sceyt, join(folder, 'missing', 'users.ndjson'))).rejects.toThrow('ENOENT')
})

test('While the disk is busy, no further page is requested.', async () => {
  let written = 0
  const waiting: (() => void)[] = []
  const disk = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      written += String(chunk).split('\n').length - 1
      waiting.push(done)
    },
  })
  const writing = writeLines(sceyt.messages.list(club, { limit: 50 }), disk)
  await expect.poll(() => written).toBe(1)
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect([written, sandbox.journal.count]).toEqual([1, 1])
  while (written < 120) {
    waiting.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  waiting.shift()?.()
  await expect(writing).resolves.toBe(120)
  expect(sandbox.journal.count).toBe(3)
})
