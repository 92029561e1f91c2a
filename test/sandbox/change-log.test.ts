import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Change } from '../../src/sandbox/index.js'
import { ChangeLog } from '../../src/sandbox/node/change-log.js'
import { FileContents } from '../../src/sandbox/node/file-contents.js'
import { named } from './open.js'

let folder: string
let log: ChangeLog

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-change-log-'))
  log = openLog()
})

afterEach(async () => {
  log.close()
  await rm(folder, { recursive: true })
})

function openLog(): ChangeLog {
  const contents = new FileContents(join(folder, 'data.json.files'), 'power', 0o600)
  return new ChangeLog(join(folder, 'data.json.log'), contents, 'power', 0o600)
}

function readAll(): Change[] {
  const another = openLog()
  try {
    return [...another.read(0)]
  } finally {
    another.close()
  }
}

const add = (...usernames: string[]): Change => ({ app: 'sandbox', seed: { users: named(...usernames) } })

it('does not count records as written that were rolled back while they were written', async () => {
  log.record(add('ana', 'ben', 'cid'))
  const syncing = log.sync()
  log.rollback()
  await syncing
  log.record(add('dan'))
  log.rollback()
  expect(readAll()).toEqual([])
  expect(log.number).toBe(0)
})

it('counts records that a drop has written while they were written', async () => {
  log.record(add('ana'))
  const { bytes } = log
  log.record(add('ben'))
  const syncing = log.sync()
  log.drop(bytes)
  await syncing
  log.record(add('cid'))
  log.rollback()
  const another = openLog()
  expect([...another.read(1)]).toEqual([add('ben')])
  another.close()
})
