import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConflictError, ServerError } from '../../src/index.js'
import { type Change, createSandbox, type SandboxOptions } from '../../src/sandbox/index.js'
import { keepIn } from '../../src/sandbox/node/index.js'
import { named, open } from './open.js'

/** A disk that writes when the test wants it to. */
function openWithDisk(options: SandboxOptions = {}) {
  const opened = open(options)
  const records: Change[] = []
  let synced = 0
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = []
  opened.sandbox.recordWith({
    record: (change) => void records.push(change),
    retract: () => void records.pop(),
    disk: {
      sync() {
        const { length } = records
        return new Promise<void>((resolve, reject) => waiting.push({ resolve, reject })).then(() => {
          synced = Math.max(synced, length)
        })
      },
      syncNow() {
        synced = records.length
      },
      rollback: () => void records.splice(synced),
    },
  })
  /** Waits for the next write, and ends it. */
  const end = async (error?: Error) => {
    await expect.poll(() => waiting.length).toBe(1)
    const { resolve, reject } = waiting.pop() as (typeof waiting)[number]
    if (error) reject(error)
    else resolve()
  }
  const usernames = () => opened.sandbox.snapshot().apps['sandbox']?.users?.map(({ username }) => username)
  return { ...opened, records, end, usernames }
}

it('makes changes in order once they are on the disk, in one write for all that arrive meanwhile', async () => {
  const { sceyt, records, end } = openWithDisk()
  const listed = async () => (await sceyt.users.list()).users.map(({ username }) => username)
  const creates = named('ana', 'ben', 'cid').map((user) => sceyt.users.create(user))
  await expect.poll(() => records.length).toBe(3)
  expect(await listed()).toEqual([])
  await end()
  await creates[0]
  expect(await listed()).toEqual(['ana'])
  await end()
  await Promise.all(creates)
  expect(await listed()).toEqual(['ana', 'ben', 'cid'])
})

it('fails every change that is not on the disk, makes none of them, and tries the next one again', async () => {
  const { sceyt, records, end, usernames } = openWithDisk()
  const failed = named('ana', 'ben').map((user) => expect(sceyt.users.create(user)).rejects.toThrow(ServerError))
  await expect.poll(() => records.length).toBe(2)
  await end(new Error('The disk failed.'))
  await Promise.all(failed)
  expect(records).toEqual([])
  const created = sceyt.users.create({ username: 'cid' })
  await end()
  await created
  expect(usernames()).toEqual(['cid'])
})

it.each<[string, (opened: ReturnType<typeof openWithDisk>) => unknown, string[]]>([
  ['a snapshot', ({ sandbox }) => sandbox.snapshot(), ['ana', 'ben']],
  ['a seed', ({ sandbox }) => sandbox.seed({ users: named('cid') }), ['ana', 'ben', 'cid']],
  ['a reset', ({ sandbox }) => sandbox.reset(), []],
  ['the end', ({ sandbox }) => sandbox.recordWith(undefined), ['ana', 'ben']],
])('makes waiting changes before %s', async (_, change, expected) => {
  const opened = openWithDisk()
  const creates = named('ana', 'ben').map((user) => opened.sceyt.users.create(user))
  await expect.poll(() => opened.records.length).toBe(2)
  change(opened)
  await Promise.all(creates)
  expect(opened.usernames()).toEqual(expected)
  // The write that was under way ends later, and changes nothing.
  await opened.end()
  expect(opened.usernames()).toEqual(expected)
})

it('counts the changes that wait for the disk towards the limit of the state', async () => {
  const { sceyt, end, records } = openWithDisk({ maxStateBytes: 20_000 })
  const names = Array.from({ length: 20 }, (_, index) => `type_${index}`)
  const creates = names.map((name) => sceyt.channelTypes.create({ name, text: 'long '.repeat(800) }))
  const settled = Promise.allSettled(creates)
  await expect.poll(() => records.length).toBeGreaterThan(3)
  await end()
  await end()
  const created = (await settled).filter(({ status }) => status === 'fulfilled')
  expect(created.length).toBeGreaterThan(2)
  expect(created.length).toBeLessThan(5)
})

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-durability-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const unexpected = (error: unknown) => expect.unreachable(String(error))

it.each(['process', 'power'] as const)(
  'survives a kill with the durability %s, with rejected calls and a merge',
  async (durability) => {
    const [path, copy] = [join(folder, 'data.json'), join(folder, 'copy.json')]
    const options = { durability }
    const { sandbox, sceyt } = open({ seed: { users: named('zoe') } })
    await keepIn(path, sandbox, unexpected, options)
    const merged = async () => (JSON.parse(await readFile(path, 'utf8')) as { change: number }).change
    for (let round = 0; (await merged()) < 50; round++) {
      const user = { username: `user_${round}`, first_name: 'Ana' }
      await Promise.all([
        sceyt.users.create(user),
        sceyt.channelTypes.create({ name: `type_${round}`, description: 'long '.repeat(8_000) }),
        sceyt.users.create(user).catch((error) => expect(error).toBeInstanceOf(ConflictError)),
        sceyt.files.upload(new File([`${round % 3}`], `${round}.txt`)),
      ])
      if (round % 5 === 0) sandbox.seed({ users: named(`seeded_${round}`) })
    }
    for (const suffix of ['', '.log', '.files']) await cp(path + suffix, copy + suffix, { recursive: true })
    const next = createSandbox()
    await using store = await keepIn(copy, next, unexpected, options)
    expect([store.found, next.snapshot()]).toEqual([true, sandbox.snapshot()])
  },
)

it('rejects an unknown durability', async () => {
  // @ts-expect-error
  const kept = keepIn(join(folder, 'data.json'), createSandbox(), unexpected, { durability: 'disk' })
  await expect(kept).rejects.toThrow(`durability must be 'process' or 'power', got "disk".`)
})
