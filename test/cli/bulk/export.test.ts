import { rm, stat, truncate } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Sceyt } from '../../../src/index.js'
import { setUpBulkCommands } from './bulk-commands.js'

const { sandbox, serverUrl, connect, at, write, read, run, runOnOther, runAndInterrupt, received } =
  await setUpBulkCommands()
const timeout = 120_000
const source = connect('sandbox')
const target = connect('other')

const kinds = ['roles', 'users', 'channels', 'members', 'messages']
const linesOf = async (name: string) => (await read(name)).split('\n').slice(0, -1)
const rowsOf = async (name: string) => (await linesOf(name)).map((line) => JSON.parse(line) as Record<string, unknown>)

/** Fills an application with users, a role, a channel of each type, messages and a file. */
async function fill(sceyt: Sceyt): Promise<void> {
  for (const username of ['zoe', 'lena', 'username_new*user'])
    await sceyt.users.create({ username, first_name: 'Զոյա 佐伊 🎉', avatar_url: 'https://cdn.example.com/a.png' })
  await sceyt.roles.create({ name: 'Librarian', priority: 40, permissions: [3, 7] })
  const { url } = await sceyt.files.upload(new File(['hello'], 'näme 1.txt'))
  const books = await sceyt.channels.createPublic({ uri: 'books', subject: 'Books', owner: 'zoe', avatar_url: url })
  await sceyt.channels.members.add(books.id, { members: [{ username: 'lena', role: 'Librarian' }] })
  const board = await sceyt.channels.createPrivate({ owner: 'lena', metadata: '{"a":1}' })
  const direct = await sceyt.channels.createDirect({ members: [{ username: 'zoe' }, { username: 'lena' }] })
  for (let number = 0; number < 60; number++) {
    await sceyt.messages.send(books.id, {
      from: number % 2 ? 'zoe' : 'lena',
      body: `message ${number}`,
      metadata: `${number}`,
    })
    if (number < 3) await sceyt.messages.send(direct.id, { from: 'zoe', body: `direct ${number}` })
  }
  await sceyt.messages.send(board.id, { from: 'lena', body: '', attachments: [{ url, name: 'näme 1.txt', size: 5 }] })
}

/** Everything that both applications should have, without ids and times. */
async function worldOf(sceyt: Sceyt): Promise<unknown> {
  const all = { limit: Infinity }
  const users = await sceyt.users.list().toArray(all)
  const roles = await sceyt.roles.list().toArray(all)
  const channels = await sceyt.channels.list().toArray(all)
  const contentOf = async (url: string | undefined) =>
    url?.includes('/files/') ? await (await sceyt.files.download(url)).text() : url
  return {
    users: users.map(({ username, first_name, last_name, avatar }) => ({ username, first_name, last_name, avatar })),
    roles: roles.map(({ name, priority, permissions }) => ({ name, priority, permissions })),
    channels: await Promise.all(
      channels.map(async ({ id, type, uri, subject, metadata, avatar, owner }) => ({
        ...{ type, uri, subject, metadata, owner: owner?.username, avatar: await contentOf(avatar) },
        members: (await sceyt.channels.members.list(id).toArray(all)).map(({ username, role }) => [username, role]),
        messages: await Promise.all(
          (await sceyt.messages.list(id).toArray(all)).map(async ({ from, body, metadata, attachments = [] }) => ({
            ...{ from, body, metadata },
            attachments: await Promise.all(
              attachments.map(async ({ url, name, size }) => ({ name, size, content: await contentOf(url) })),
            ),
          })),
        ),
      })),
    ),
  }
}

describe('export', { timeout }, () => {
  it('moves a world to another application: ids are mapped, files are uploaded, and the order is kept', async () => {
    await fill(source)
    const exported = await run('export', at('out'))
    expect([exported.code, exported.stderr]).toEqual([0, expect.stringContaining(`rows in ${at('out')}`)])
    // An id of the target that is one of the source stands for something else.
    for (let number = 0; number < 2; number++)
      await target.channels.createPublic({}).then(({ id }) => target.channels.delete(id))
    const imported = await runOnOther('import', 'all', at('out'), '--concurrency', '8')
    expect([imported.code, imported.stderr]).toEqual([
      0,
      expect.stringContaining('messages: 64 done, 0 failed, 0 parked'),
    ])
    expect(await worldOf(target)).toEqual(await worldOf(source))
    const again = await runOnOther('import', 'all', at('out'))
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('messages: 64 done (64 before)')])
    expect(await worldOf(target)).toEqual(await worldOf(source))
  })

  it('writes rows that import accepts one kind at a time, with the journal of channels as a map', async () => {
    await fill(source)
    expect(await run('export', at('out'), '--no-files', '--read-ahead', '0')).toMatchObject({ code: 0 })
    for (const kind of kinds) {
      const words = ['import', kind, at(`out/${kind}.ndjson`)]
      if (kind === 'roles') words.push('--update')
      if (kind === 'members' || kind === 'messages') words.push('--map', at('out/channels.ndjson.journal.ndjson'))
      expect(await runOnOther(...words)).toMatchObject({ code: 0 })
    }
    expect((await target.users.list()).total_count).toBe(3)
  })

  it('does not send a row whose channel is not in the map', async () => {
    await fill(source)
    await run('export', at('out'))
    await runOnOther('import', 'users', at('out/users.ndjson'))
    await runOnOther('import', 'channels', at('out/channels.ndjson'))
    const rows = await write('m.ndjson', '{"channel":"404","from":"zoe","body":"lost"}\n')
    const { code, stderr } = await runOnOther(
      'import',
      'messages',
      rows,
      '--map',
      at('out/channels.ndjson.journal.ndjson'),
    )
    expect([code, stderr]).toEqual([1, expect.stringContaining('channel "404" was not imported. Nothing was sent.')])
  })

  it('goes on after the last page that was written, whatever was torn', async () => {
    await fill(source)
    await run('export', at('out'))
    const whole = await Promise.all(kinds.map((kind) => read(`out/${kind}.ndjson`)))
    const log = await linesOf('out/export.journal.ndjson')
    for (const kept of [0, 1, 2, Math.floor(log.length / 2), log.length - 1]) {
      await write(
        'out/export.journal.ndjson',
        `${log.slice(0, kept).join('\n')}${kept > 0 ? '\n' : ''}${log[kept]?.slice(0, 9)}`,
      )
      for (const kind of kinds) await write(`out/${kind}.ndjson`, `${whole[kinds.indexOf(kind)]}{"torn`)
      expect(await run('export', at('out'))).toMatchObject({ code: 0 })
      const sorted = async (kind: string) => (await linesOf(`out/${kind}.ndjson`)).sort()
      for (const [index, kind] of kinds.entries())
        expect(await sorted(kind)).toEqual(whole[index]?.split('\n').slice(0, -1).sort())
    }
  })

  it('stops at once at Ctrl-C while the server asks it to wait, and goes on', async () => {
    await fill(source)
    const unsubscribe = sandbox.journal.listen(({ operation }) => {
      if (operation !== 'listMessages') return
      unsubscribe()
      sandbox.faults.add({ status: 429, retryAfter: 50 })
    })
    const started = performance.now()
    const first = await runAndInterrupt(8, 'export', at('out'))
    expect(performance.now() - started).toBeLessThan(45_000)
    expect([first.code, first.stderr]).toEqual([
      130,
      expect.stringContaining('Run the same command again to continue.'),
    ])
    sandbox.faults.clear()
    expect(await run('export', at('out'))).toMatchObject({ code: 0 })
    expect(await rowsOf('out/messages.ndjson')).toHaveLength(64)
    expect(new Set(await linesOf('out/messages.ndjson')).size).toBe(64)
  })

  it('reads nothing again that is written, and refuses the export of another application or what is none', async () => {
    await fill(source)
    await run('export', at('out'))
    sandbox.journal.clear()
    const complete = await run('export', at('out'))
    expect([complete.code, complete.stderr]).toEqual([2, expect.stringContaining('has a complete export')])
    expect(received()).toEqual([])
    const other = await runOnOther('export', at('out'))
    expect([other.code, other.stderr]).toEqual([2, expect.stringMatching(/has an export of .*, not of .*other/)])
    await write('out/export.journal.ndjson', 'mine\n')
    const wrong = await run('export', at('out'))
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('is not the journal of an export')])
    const file = await write('file', '')
    expect(await run('export', file)).toMatchObject({ code: 2 })
  })

  it('goes on without a channel that is deleted meanwhile, and without a file that a message only names', async () => {
    await fill(source)
    const { items } = await source.channels.list()
    const [books, board] = items
    for (const name of ['%zz', '..', 'a?x=1', 'a/b', 'none.txt'])
      await source.messages.send(board?.id ?? '', { from: 'lena', body: `${serverUrl('sandbox')}/files/${name}` })
    const unsubscribe = sandbox.journal.listen(({ operation }) => {
      if (operation === 'listChannels') void source.channels.delete(books?.id ?? '')
      unsubscribe()
    })
    const { code, stderr } = await run('export', at('out'))
    expect([code, stderr]).toEqual([0, expect.stringContaining('files/%zz is not exported: ')])
    expect((await rowsOf('out/messages.ndjson')).length).toBeLessThan(70)
  })

  it('does not send a message to a channel that was not imported, even if its id exists here', async () => {
    await fill(source)
    await run('export', at('out'))
    await target.users.create({ username: 'zoe' })
    await target.channels.createPublic({ uri: 'books', owner: 'zoe' })
    const { code, stderr } = await runOnOther('import', 'all', at('out'))
    expect([code, stderr]).toEqual([1, expect.stringContaining('was not imported. Nothing was sent.')])
    const [taken] = (await target.channels.list()).items
    expect((await target.messages.list(taken?.id ?? '')).messages).toEqual([])
  })

  it('finds the new id of a channel whose response was lost', async () => {
    await fill(source)
    await run('export', at('out'))
    sandbox.faults.add({ operation: 'createPublicChannel', reset: 'after', times: 1 })
    const { code, stderr } = await runOnOther('import', 'all', at('out'))
    expect([code, stderr]).toEqual([0, expect.stringContaining('messages: 64 done, 0 failed, 0 parked')])
    expect(await worldOf(target)).toEqual(await worldOf(source))
  })

  it('checks the rows, and counts one as one', async () => {
    await source.users.create({ username: 'zoe' })
    await source.channels.createPublic({ owner: 'zoe' })
    await run('export', at('out'))
    const { code, stderr } = await runOnOther('import', 'all', at('out'), '--dry-run')
    expect([code, stderr]).toEqual([0, expect.stringMatching(/1 user, 1 channel: valid\. Nothing was sent\.\n$/)])
  })

  it('settles the parked rows of a folder: what the server has, and what is sent again', async () => {
    await fill(source)
    await run('export', at('out'))
    const nothing = await runOnOther('import', 'all', at('out'), '--resolve')
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('nothing was sent')])
    sandbox.faults.add({ operation: 'createPrivateChannel', reset: 'after', times: 1 })
    // The channel of the first message is one that was sent, and not parked.
    sandbox.faults.add({ operation: 'sendMessage', reset: 'after', times: 1 })
    sandbox.faults.add({ operation: 'sendMessage', reset: 'before', times: 1 })
    const first = await runOnOther('import', 'all', at('out'), '--concurrency', '1')
    expect([first.code, first.stderr]).toEqual([3, expect.stringContaining('with --resolve')])
    const { stdout } = await runOnOther('import', 'all', at('out'), '--resolve')
    const names = [...stdout.matchAll(/^row (\w+:\d+), begun at .*\n.* the server has (no|1) /gim)]
    expect(names.map(([, name = '', has]) => [name.split(':')[0], has]).sort()).toEqual([
      ['channels', '1'],
      ['messages', '1'],
      ['messages', 'no'],
    ])
    const named = (count: string) =>
      names
        .filter(([, , has]) => has === count)
        .map(([, name]) => name)
        .join()
    const wrong = await runOnOther('import', 'all', at('out'), '--mark-done', 'messages:999')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('"messages:999" is not parked')])
    const settled = await runOnOther('import', 'all', at('out'), '--mark-done', named('1'), '--send-again', named('no'))
    expect(settled.stdout).toContain('2 marked as done, 1 to be sent again, 0 still parked.')
    const last = await runOnOther('import', 'all', at('out'))
    expect([last.code, last.stderr]).toEqual([0, expect.stringContaining('messages: 64 done')])
    const messagesOf = async (sceyt: Sceyt) => {
      const channels = await sceyt.channels.list().toArray({ limit: 9 })
      const counts = await Promise.all(
        channels.map(
          async ({ id, type }) => `${type} ${(await sceyt.messages.list(id).toArray({ limit: 99 })).length}`,
        ),
      )
      return counts.sort()
    }
    expect(await messagesOf(target)).toEqual(await messagesOf(source))
  })

  it('uploads no file from outside of the folder', async () => {
    await fill(source)
    await run('export', at('out'))
    sandbox.journal.clear()
    for (const path of ['../secret.txt', '/etc/hostname', 'files/../../secret.txt', 'files/none.txt']) {
      await write('out/files.ndjson', `${JSON.stringify({ url: 'u', name: 'n', path })}\n`)
      const { code, stderr } = await runOnOther('import', 'all', at('out'))
      expect([code, stderr]).toEqual([2, expect.stringContaining('files.ndjson:1: ')])
    }
    expect(received()).toEqual([])
  })

  it('refuses a map of another server, of other rows, and none', async () => {
    await fill(source)
    await run('export', at('out'))
    for (const kind of ['users', 'channels']) await runOnOther('import', kind, at(`out/${kind}.ndjson`))
    const empty = await write('empty.ndjson', '')
    const wrong = [at('out/users.ndjson.journal.ndjson'), empty, at('none.ndjson')]
    for (const map of wrong)
      expect(await runOnOther('import', 'messages', at('out/messages.ndjson'), '--map', map)).toMatchObject({ code: 2 })
    const channels = at('out/channels.ndjson.journal.ndjson')
    const { code, stderr } = await run('import', 'messages', at('out/messages.ndjson'), '--map', channels)
    expect([code, stderr]).toEqual([2, expect.stringContaining('is the journal of another job')])
  })

  it.runIf(process.platform === 'linux')('says that a folder cannot be created, as in /proc', async () => {
    const { code, stderr } = await run('export', '/proc/none/backup')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^Cannot create \/proc\/none\/backup: ENOENT/)])
  })

  it.skipIf(process.platform === 'win32')('creates folders with the permissions of the umask', async () => {
    const umask = process.umask()
    expect(await run('export', at('a/b'))).toMatchObject({ code: 0 })
    for (const name of ['a', 'a/b']) expect((await stat(at(name))).mode & 0o777).toBe(0o777 & ~umask)
  })

  it('exports an empty application, and says what an empty folder lacks', async () => {
    expect(await run('export', at('out'))).toMatchObject({ code: 0 })
    expect(await rowsOf('out/messages.ndjson')).toEqual([])
    await rm(at('out'), { recursive: true })
    const { code, stderr } = await run('import', 'all', at('out'))
    expect([code, stderr]).toEqual([2, expect.stringContaining('has no rows: expected roles.ndjson')])
  })

  it('names the line of a row in the folder that is not valid, and sends nothing', async () => {
    await fill(source)
    await run('export', at('out'))
    sandbox.journal.clear()
    await truncate(at('out/messages.ndjson'), 100)
    const { code, stderr } = await runOnOther('import', 'all', at('out'))
    expect([code, stderr]).toEqual([2, expect.stringContaining('messages.ndjson:')])
    expect(received()).toEqual([])
  })
})
