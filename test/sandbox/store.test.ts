import { createHash } from 'node:crypto'
import {
  chmod,
  chown,
  cp,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConflictError } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { keepIn } from '../../src/sandbox/node/index.js'
import { named, type Opened, open } from './open.js'

let folder: string
const hashOfHello = createHash('sha256').update('Hello').digest('hex')
const unexpected = (error: unknown) => expect.unreachable(String(error))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-store-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

it('is a whole snapshot from the start, and has each change in its log before it is acknowledged', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  const store = await keepIn(path, sandbox, unexpected)
  expect(store.found).toBe(false)
  const empty = JSON.parse(await readFile(path, 'utf8'))
  expect(empty).toMatchObject(sandbox.snapshot())
  await sceyt.users.create({ username: 'zoe' })
  await expect(sceyt.users.create({ username: 'zoe' })).rejects.toThrow(ConflictError)
  sandbox.clock.set('2030-01-01T00:00:00Z')
  await sceyt.users.create({ username: 'omar' })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(empty)
  expect(await readLog(path)).toMatchObject([
    { n: 1, app: 'sandbox', operation: 'createUser', body: { username: 'zoe' } },
    { n: 2, clock: { stopped: Date.UTC(2030, 0) } },
    { n: 3, time: '2030-01-01T00:00:00.000Z', body: { username: 'omar' } },
  ])
  await store.close()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    change: 3,
    clock: { stopped: Date.UTC(2030, 0) },
    ...sandbox.snapshot(),
    checksum: expect.stringMatching(/^[\da-f]{80}$/),
  })
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

it.each<[string, (opened: Opened) => unknown]>([
  ['a seed', ({ sandbox }) => sandbox.seed({ users: named('zoe'), roles: [{ name: 'Keeper' }] })],
  ['a reset', ({ sandbox }) => sandbox.reset()],
  ['a reset of the application', ({ sandbox }) => sandbox.reset('sandbox')],
  ['a restore', ({ sandbox }) => sandbox.restore({ apps: { sandbox: { users: named('mira') } } })],
  ['a clock', ({ sandbox }) => sandbox.clock.advance(86_400_000)],
  ['a call', ({ sceyt }) => sceyt.application.update({ name: 'Shop' })],
  ['a seed with a file', ({ sandbox }) => sandbox.seed({ files: [{ name: 'b.bin', content: 'AP8K' }] })],
  [
    'a restore with a file',
    ({ sandbox }) => sandbox.restore({ apps: { sandbox: { files: [{ name: 'b.bin', content: 'AP8K' }] } } }),
  ],
  ['an upload', ({ sceyt }) => sceyt.files.upload(new File([new Uint8Array([0, 255, 10])], 'a.bin'))],
])('makes %s again after the process was killed', async (_, change) => {
  const path = join(folder, 'data.json')
  const first = open({ seed: { users: named('ana') } })
  await keepIn(path, first.sandbox, unexpected)
  await first.sceyt.users.create({ username: 'ben' })
  await change(first)
  await first.sceyt.users.create({ username: 'cid' })
  const copy = join(folder, 'copy.json')
  await copyData(path, copy)
  const next = createSandbox({ seed: { users: named('other') } })
  const store = await keepIn(copy, next, unexpected)
  expect(next.snapshot()).toEqual(first.sandbox.snapshot())
  expect(Math.abs(next.clock.now() - first.sandbox.clock.now())).toBeLessThan(5_000)
  await store.close()
  const last = createSandbox()
  await (await keepIn(copy, last, unexpected)).close()
  expect(last.snapshot()).toEqual(next.snapshot())
})

it('drops a record that was being written, and refuses any other damage by its line', async () => {
  const path = join(folder, 'data.json')
  const first = open()
  await keepIn(path, first.sandbox, unexpected)
  for (const { username } of named('ana', 'ben')) await first.sceyt.users.create({ username })
  const [snapshot, log] = await Promise.all([readFile(path, 'utf8'), readFile(`${path}.log`, 'utf8')])
  const load = async (damaged: string) => {
    const copy = join(await mkdtemp(join(folder, 'copy-')), 'data.json')
    await writeFile(copy, snapshot)
    await writeFile(`${copy}.log`, damaged)
    const sandbox = createSandbox()
    await keepIn(copy, sandbox, unexpected).catch(async (error) => {
      expect(await readFile(`${copy}.log`, 'utf8')).toBe(damaged)
      throw error
    })
    return sandbox.snapshot().apps['sandbox']?.users?.map(({ username }) => username)
  }
  expect(await load(log.slice(0, -1))).toEqual(['ana'])
  expect(await load(log.slice(0, -30))).toEqual(['ana'])
  expect(await load(`${log}{"n":3,"time"`)).toEqual(['ana', 'ben'])
  const rejected = (n: number) => line({ n, app: 'sandbox', seed: { users: [{}] } })
  expect(await load(log + rejected(3))).toEqual(['ana', 'ben'])
  await expect(load(log + rejected(3) + rejected(4))).rejects.toThrow(
    /data\.json\.log:3 .*users\[0\]\.username is required/,
  )
  await expect(load(log.replace('"ana"', 'ana'))).rejects.toThrow(
    /data\.json\.log:1 is damaged: .* It was not changed\./,
  )
  await expect(load(log.replace('"ben"', '"bem"'))).rejects.toThrow(/log:2 is damaged: its checksum is wrong\./)
  await expect(load(line({ n: 2, clock: { offset: 0 } }))).rejects.toThrow(
    /log:1 is damaged: expected the change 1, got 2\./,
  )
  await expect(load(line({ n: 1, remove: 'shop' }))).rejects.toThrow(
    /log:1 cannot be replayed: There is no application "shop"\./,
  )
  await expect(load(line({ n: 1, app: 'sandbox', operation: 'create' }))).rejects.toThrow(
    /log:1 cannot be replayed: There is no operation "create"\./,
  )
})

it('removes the record of a change that was rejected when the process was killed', async () => {
  const [path, copy] = [join(folder, 'data.json'), join(folder, 'copy.json')]
  await (await keepIn(path, createSandbox(), unexpected)).close()
  const seeds = [named('ana'), [{}]].map((users, index) => line({ n: index + 1, app: 'sandbox', seed: { users } }))
  await writeFile(`${path}.log`, seeds.join(''))
  const { sandbox, sceyt } = open()
  const store = await keepIn(path, sandbox, unexpected)
  await sceyt.users.create({ username: 'zoe' })
  for (const suffix of ['', '.log']) await cp(path + suffix, copy + suffix)
  const next = createSandbox()
  const nextStore = await keepIn(copy, next, unexpected)
  expect(next.snapshot()).toEqual(sandbox.snapshot())
  await Promise.all([store.close(), nextStore.close()])
})

it('fails a change that cannot be recorded, does not make it, and tries the next one again', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  const errors: unknown[] = []
  const store = await keepIn(path, sandbox, (error) => errors.push(error))
  const before = sandbox.snapshot()
  await rename(folder, `${folder}-gone`)
  const problem = /The change cannot be saved, so it was not made: .*data\.json\.log/
  await expect(sceyt.users.create({ username: 'zoe' })).rejects.toThrow(problem)
  expect(() => sandbox.seed({ users: named('zoe') })).toThrow(problem)
  expect(() => sandbox.clock.set(0)).toThrow(problem)
  expect(sandbox.snapshot()).toEqual(before)
  expect(errors).toHaveLength(3)
  await rename(`${folder}-gone`, folder)
  await sceyt.users.create({ username: 'zoe' })
  expect(await readLog(path)).toMatchObject([{ n: 1, body: { username: 'zoe' } }])
  await store.close()
})

it('writes its log again if it is deleted', async () => {
  const [path, copy] = [join(folder, 'data.json'), join(folder, 'copy.json')]
  const { sandbox, sceyt } = open()
  await keepIn(path, sandbox, unexpected)
  await sceyt.users.create({ username: 'ana' })
  await rm(`${path}.log`)
  for (const { username } of named('ben', 'cid')) await sceyt.users.create({ username })
  await copyData(path, copy)
  const next = createSandbox()
  await (await keepIn(copy, next, unexpected)).close()
  expect(next.snapshot()).toEqual(sandbox.snapshot())
})

it('refuses a log without its file', async () => {
  const path = join(folder, 'data.json')
  const first = open()
  await keepIn(path, first.sandbox, unexpected)
  await first.sceyt.users.create({ username: 'ana' })
  await rename(`${path}.log`, join(folder, 'copy.json.log'))
  await expect(keepIn(join(folder, 'copy.json'), createSandbox(), unexpected)).rejects.toThrow(
    'copy.json.log has changes of it. Restore the file, or delete the log.',
  )
  expect(await readLog(join(folder, 'copy.json'))).toHaveLength(1)
})

it('closes without an error if the log contains every change, and otherwise with one', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  const errors: unknown[] = []
  const store = await keepIn(path, sandbox, (error) => errors.push(error))
  await sceyt.users.create({ username: 'ana' })
  await mkdir(`${path}.tmp`)
  await store.close()
  expect(errors).toHaveLength(1)
  expect(await readLog(path)).toHaveLength(1)
  await rm(`${path}.tmp`, { recursive: true })
  const next = createSandbox()
  const nextStore = await keepIn(path, next, unexpected)
  expect(next.snapshot()).toEqual(sandbox.snapshot())
  await rename(folder, `${folder}-gone`)
  await expect(nextStore.close()).rejects.toThrow('ENOENT')
  await rename(`${folder}-gone`, folder)
})

it('merges a long log in the background, while changes are made and rejected', async () => {
  const path = join(folder, 'data.json')
  const copy = join(folder, 'copy.json')
  const { sandbox, sceyt } = open({ seed: { users: named('zoe') } })
  await keepIn(path, sandbox, unexpected)
  const { id } = await sceyt.channels.createPublic({ owner: 'zoe' })
  const body = 'long '.repeat(8_000)
  const sent: string[] = []
  const merged = async () => (JSON.parse(await readFile(path, 'utf8')) as { change: number }).change
  while ((await merged()) < 60) {
    const [message] = await Promise.all([
      sceyt.messages.send(id, { from: 'zoe', body }),
      sceyt.users.update('zoe', { first_name: `${sent.length}` }),
      sceyt.users.create({ username: 'zoe' }).catch(() => {}),
    ])
    sent.push(message.id)
    if (sent.length % 3 === 0) await sceyt.messages.edit(id, message.id, { from: 'zoe', body: 'short' })
    if (sent.length % 5 === 0) await sceyt.messages.delete(id, sent.at(-2) ?? '', { from: 'zoe' })
  }
  // The log is cut after the file is replaced.
  const logLength = async () => (await stat(`${path}.log`)).size
  await expect.poll(logLength, { timeout: 30_000 }).toBeLessThan(sent.length * body.length)
  await copyData(path, copy)
  const next = createSandbox()
  await (await keepIn(copy, next, unexpected)).close()
  expect(next.snapshot()).toEqual(sandbox.snapshot())
  expect(await readdir(folder)).toEqual(['copy.json', 'data.json', 'data.json.lock', 'data.json.log'])
})

it('stores the content of each uploaded file once, as long as it is in use', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  const store = await keepIn(path, sandbox, unexpected)
  for (const name of ['a.txt', 'b.txt']) await sceyt.files.upload(new File(['Hello'], name))
  await sceyt.files.upload(new File(['Bye'], 'c.txt'))
  await sceyt.files.delete('c.txt')
  expect(await readdir(`${path}.files`)).toHaveLength(2)
  await store.close()
  expect(await readdir(`${path}.files`)).toEqual([hashOfHello])
  expect(JSON.parse(await readFile(path, 'utf8')).apps.sandbox.files).toEqual([
    { name: 'a.txt', type: 'application/octet-stream', sha256: hashOfHello },
    { name: 'b.txt', type: 'application/octet-stream', sha256: hashOfHello },
  ])
  const next = open()
  const nextStore = await keepIn(path, next.sandbox, unexpected)
  expect(next.sandbox.snapshot()).toEqual(sandbox.snapshot())
  for (const name of ['a.txt', 'b.txt']) await next.sceyt.files.delete(name)
  await nextStore.close()
  expect(await readdir(folder)).toEqual(['data.json'])
})

it('is refused if the content of a file is missing or damaged, and is not changed', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  const store = await keepIn(path, sandbox, unexpected)
  await sceyt.files.upload(new File(['Hello'], 'a.txt'))
  await store.close()
  const content = join(`${path}.files`, hashOfHello)
  for (const damage of [() => writeFile(content, 'Other'), () => rm(content)]) {
    await damage()
    const before = await readFile(path, 'utf8')
    await expect(keepIn(path, createSandbox(), unexpected)).rejects.toThrow(content)
    expect(await readFile(path, 'utf8')).toBe(before)
  }
})

it('is used by one sandbox at a time', async () => {
  const path = join(folder, 'data.json')
  const store = await keepIn(path, createSandbox(), unexpected)
  await expect(keepIn(path, createSandbox(), unexpected)).rejects.toThrow(`with the process id ${process.pid}`)
  await store.close()
  // What killed processes leave.
  for (const suffix of ['.tmp', '.log.tmp']) await writeFile(path + suffix, '{')
  await writeFile(`${path}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, started: '1', host: hostname() }))
  await (await keepIn(path, createSandbox(), unexpected)).close()
  expect(await readdir(folder)).toEqual(['data.json'])
})

it('follows a link, and keeps the mode of the file', async () => {
  const [path, alias] = [join(folder, 'data.json'), join(folder, 'link.json')]
  await writeFile(path, '{"apps":{}}', { mode: 0o640 })
  await symlink('data.json', alias)
  const sandbox = createSandbox()
  const store = await keepIn(alias, sandbox, unexpected)
  sandbox.seed({ users: named('zoe') })
  await store.close()
  expect((await lstat(alias)).isSymbolicLink()).toBe(true)
  expect((await stat(path)).mode & 0o777).toBe(0o640)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject(sandbox.snapshot())
})

it('reads a file with a byte order mark, and one of an earlier version', async () => {
  const path = join(folder, 'data.json')
  await writeFile(path, `\uFEFF${JSON.stringify({ apps: { sandbox: { users: named('zoe') } } })}`)
  const sandbox = createSandbox()
  await (await keepIn(path, sandbox, unexpected)).close()
  expect(sandbox.snapshot().apps['sandbox']?.users).toMatchObject(named('zoe'))
})

it('is checked as a seed once it was changed by hand, and not before', async () => {
  const path = join(folder, 'data.json')
  const first = open({ seed: { users: named('zoe') } })
  const store = await keepIn(path, first.sandbox, unexpected)
  const { id } = await first.sceyt.channels.createPublic({ owner: 'zoe' })
  const { id: messageId } = await first.sceyt.messages.send(id, { from: 'zoe', body: 'Hello' })
  await store.close()
  const written = await readFile(path, 'utf8')
  const load = async (text: string) => {
    await writeFile(path, text)
    const opened = open()
    await (await keepIn(path, opened.sandbox, unexpected)).close()
    return opened
  }
  const { sandbox, sceyt } = await load(written)
  expect(sandbox.snapshot()).toEqual(first.sandbox.snapshot())
  await sceyt.messages.edit(id, messageId, { from: 'zoe', body: 'Edited' })
  await sceyt.messages.deleteAttachments(messageId)
  const changed = await load(written.replace('"Hello"', '"Goodbye"'))
  expect((await changed.sceyt.messages.list(id)).messages[0]?.body).toBe('Goodbye')
  await expect(load(written.replace('"from":"zoe"', '"from":7'))).rejects.toThrow(
    'channels[0].messages[0].from must be',
  )
  await expect(load(written.replace('"username":"zoe"', '"username":".."'))).rejects.toThrow('users[0]')
  await expect(load(written.slice(0, -40))).rejects.toThrow('is damaged')
})

it('does not treat an unreadable file as empty, and refuses a folder that does not exist', async () => {
  await expect(keepIn(folder, createSandbox(), unexpected)).rejects.toThrow('is not a file')
  await expect(keepIn(join(folder, 'none', 'data.json'), createSandbox(), unexpected)).rejects.toThrow(
    /^The folder of .*data\.json cannot be opened: ENOENT/,
  )
})

/** Copies a data file with what is beside it, as a kill leaves it. */
async function copyData(path: string, copy: string): Promise<void> {
  for (const suffix of ['', '.log', '.files'])
    await cp(path + suffix, copy + suffix, { recursive: true }).catch(() => expect(suffix).toBe('.files'))
}

/** Serializes a record of the log. */
function line(record: object): string {
  const text = JSON.stringify(record).slice(0, -1)
  return `${text},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}\n`
}

async function readLog(path: string): Promise<unknown[]> {
  const lines = (await readFile(`${path}.log`, 'utf8')).split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => JSON.parse(line))
}

it('removes no file from the folder of contents that it has not written', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  const store = await keepIn(path, sandbox, unexpected)
  await sceyt.files.upload(new File(['Hello'], 'a.txt'))
  await sceyt.files.delete('a.txt')
  const own = ['notes.txt', 'notes.tmp', hashOfHello.slice(1)]
  for (const name of [...own, `${hashOfHello}.tmp`]) await writeFile(join(`${path}.files`, name), 'mine')
  await store.close()
  expect((await readdir(`${path}.files`)).sort()).toEqual(own.sort())
})

it.each(['tmp', 'log.tmp', 'lock'])('refuses to remove a FILE.%s that a user has made', async (suffix) => {
  const path = join(folder, 'data.json')
  const own = `${path}.${suffix}`
  await writeFile(own, 'mine')
  await expect(keepIn(path, createSandbox(), unexpected)).rejects.toThrow(
    `${own} is in the way, and was not written by the sandbox. Move it, or use another `,
  )
  expect(await readFile(own, 'utf8')).toBe('mine')
  await rm(own)
  await mkdir(own)
  await expect(keepIn(path, createSandbox(), unexpected)).rejects.toThrow(`${own} is in the way`)
  expect(await readdir(folder)).toEqual([`data.json.${suffix}`])
})

it('does not load a FILE.next that a user has made beside a whole file', async () => {
  const path = join(folder, 'data.json')
  await (await keepIn(path, createSandbox(), unexpected)).close()
  await writeFile(`${path}.next`, '{"apps":{"sandbox":{"users":[{"username":"mira"}]}}}')
  const sandbox = createSandbox()
  await (await keepIn(path, sandbox, unexpected)).close()
  expect(sandbox.snapshot().apps['sandbox']?.users).toEqual([])
  expect(await readdir(folder)).toEqual(['data.json', 'data.json.next'])
})

it('loads the whole copy of an empty file, which a killed process was writing in place', async () => {
  const path = join(folder, 'data.json')
  const { sandbox, sceyt } = open()
  await keepIn(path, sandbox, unexpected)
  await sceyt.users.create({ username: 'zoe' })
  const copy = join(folder, 'copy.json')
  await copyData(path, copy)
  await rename(copy, `${copy}.next`)
  await writeFile(copy, '')
  const next = createSandbox()
  await (await keepIn(copy, next, unexpected)).close()
  expect(next.snapshot()).toEqual(sandbox.snapshot())
  expect((await readdir(folder)).filter((name) => name.startsWith('copy'))).toEqual(['copy.json'])
})

it.each([
  '"clock":5',
  '"clock":{}',
  '"clock":null',
  '"clock":{"stopped":"x"}',
  '"clock":{"offset":1e300}',
  '"change":"7"',
  '"change":-1',
  '"change":1.5',
  '"change":9007199254740991',
])('refuses a file with %s', async (field) => {
  const path = join(folder, 'data.json')
  const text = `{"apps":{"sandbox":{}},${field}}`
  await writeFile(path, text)
  await expect(keepIn(path, createSandbox(), unexpected)).rejects.toThrow(`${path} is damaged or not a data file`)
  expect(await readFile(path, 'utf8')).toBe(text)
})

it('creates the file behind a link whose file is missing', async () => {
  await mkdir(join(folder, 'other'))
  const [alias, chain] = [join(folder, 'link.json'), join(folder, 'chain.json')]
  await symlink(join('other', 'data.json'), alias)
  await symlink('link.json', chain)
  await (await keepIn(chain, createSandbox(), unexpected)).close()
  expect((await lstat(alias)).isSymbolicLink()).toBe(true)
  expect(JSON.parse(await readFile(join(folder, 'other', 'data.json'), 'utf8')).apps).toBeDefined()
})

it.skipIf(process.platform === 'win32')('keeps a mode that the mask of the process would not give', async () => {
  const path = join(folder, 'data.json')
  await writeFile(path, '{"apps":{}}')
  await chmod(path, 0o666)
  const sandbox = createSandbox()
  const store = await keepIn(path, sandbox, unexpected)
  sandbox.seed({ users: named('zoe') })
  await store.close()
  expect((await stat(path)).mode & 0o777).toBe(0o666)
})

it.skipIf(process.platform === 'win32')('lets those read the log and the uploads who may read the file', async () => {
  const path = join(folder, 'data.json')
  await writeFile(path, '{"apps":{}}', { mode: 0o600 })
  const { sandbox, sceyt } = open()
  await keepIn(path, sandbox, unexpected)
  await sceyt.files.upload(new File(['Hello'], 'a.txt'))
  const modes = await Promise.all(
    [`${path}.log`, `${path}.files`].map(async (name) => ((await stat(name)).mode & 0o777).toString(8)),
  )
  expect(modes).toEqual(['600', '700'])
})

it('keeps the other names of a file', async () => {
  const [path, other] = [join(folder, 'data.json'), join(folder, 'other.json')]
  await writeFile(path, '{"apps":{}}')
  await link(path, other)
  const sandbox = createSandbox()
  const store = await keepIn(path, sandbox, unexpected)
  sandbox.seed({ users: named('zoe') })
  await store.close()
  expect(JSON.parse(await readFile(other, 'utf8')).apps.sandbox.users).toMatchObject(named('zoe'))
  expect(await readdir(folder)).toEqual(['data.json', 'other.json'])
})

it.runIf(process.getuid?.() === 0)('keeps the owner of a file', async () => {
  const path = join(folder, 'data.json')
  await writeFile(path, '{"apps":{}}')
  await chown(path, 12_345, 54_321)
  const sandbox = createSandbox()
  const store = await keepIn(path, sandbox, unexpected)
  sandbox.seed({ users: named('zoe') })
  await store.close()
  expect(await stat(path)).toMatchObject({ uid: 12_345, gid: 54_321 })
})
