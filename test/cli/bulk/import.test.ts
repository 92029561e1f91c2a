import { mkdir, readdir, unlink, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createSceyt } from '../../../src/index.js'
import { setUpBulkCommands } from './bulk-commands.js'

const { sandbox, at, write, read, run, runWith, runAndInterrupt, received } = await setUpBulkCommands()
const sceyt = createSceyt(sandbox.connection())
const timeout = 120_000

const usernames = async () => (await sceyt.users.list().toArray({ limit: Infinity })).map(({ username }) => username)
const users = 'username,first_name\nzoe,Zoe\nusername_new*user,"Զոյա, 佐伊"\n'

/** Seeds a channel of zoe and lena, and returns its id. */
async function seedChannel(): Promise<string> {
  for (const username of ['zoe', 'lena']) await sceyt.users.create({ username })
  return (await sceyt.channels.createPublic({ owner: 'zoe', members: [{ username: 'lena' }] })).id
}

describe('import', { timeout }, () => {
  it('creates a user for each row of CSV, and passes over what is done when it is run again', async () => {
    const file = await write('u.csv', users)
    const first = await run('import', 'users', file)
    expect(first).toMatchObject({ code: 0, stdout: '' })
    expect(first.stderr).toContain('users: 2 done, 0 failed, 0 parked')
    expect(await sceyt.users.get('username_new*user')).toMatchObject({ first_name: 'Զոյա, 佐伊' })
    const second = await run('import', 'users', file)
    expect(second).toMatchObject({ code: 0 })
    expect(second.stderr).toContain('users: 2 done (2 before), 0 failed, 0 parked')
    expect(await usernames()).toEqual(['zoe', 'username_new*user'])
    expect((await readdir(at('.'))).sort()).toEqual(['u.csv', 'u.csv.journal.ndjson'])
  })

  it('reads NDJSON, a byte order mark, CRLF, line breaks in quotes and the standard input', async () => {
    const rows = '\uFEFFusername,first_name\r\nzoe,"Zoe\r\nA."\r\n\r\nlena,\r\n'
    expect(await run('import', 'users', await write('u.csv', rows))).toMatchObject({ code: 0 })
    expect(await sceyt.users.get('zoe')).toMatchObject({ first_name: 'Zoe\r\nA.' })
    expect(await sceyt.users.get('lena')).not.toHaveProperty('first_name')
    expect(
      await run('import', 'users', await write('u.ndjson', '\uFEFF{"username":"omar"}\r\n\n{"username":"ada"}')),
    ).toMatchObject({
      code: 0,
    })
    const words = ['import', 'users', '-', '--format', 'csv', '--journal', at('j.ndjson')]
    expect(await runWith('username\nkim\n', ...words)).toMatchObject({ code: 0 })
    expect((await runWith('username\nkim\n', ...words)).stderr).toContain('1 done (1 before)')
    expect(await usernames()).toEqual(['zoe', 'lena', 'omar', 'ada', 'kim'])
  })

  it('imports roles, channels of each type, members and messages, in order', async () => {
    for (const username of ['zoe', 'lena']) await sceyt.users.create({ username })
    expect(
      await run('import', 'roles', await write('r.csv', 'name,priority,permissions\nLibrarian,40,"[3,7]"\n')),
    ).toMatchObject({ code: 0 })
    const channels = `type,subject,uri,owner,members
public,Books,books,zoe,"[{""username"":""lena"",""role"":""Librarian""}]"
private,Board,,zoe,
direct,,,,"[{""username"":""zoe""},{""username"":""lena""}]"
`
    expect(await run('import', 'channels', await write('c.csv', channels))).toMatchObject({ code: 0, stdout: '' })
    const [books, board] = (await sceyt.channels.list()).items
    expect(books).toMatchObject({ subject: 'Books', members_count: 2, owner: { username: 'zoe' } })
    const id = board?.id ?? ''
    expect(
      await run('import', 'members', await write('m.csv', `channel,username,role\n${id},lena,Librarian\n`)),
    ).toMatchObject({ code: 0 })
    const rows = Array.from({ length: 40 }, (_, number) =>
      JSON.stringify({ channel: id, from: 'lena', body: `${number}` }),
    )
    expect(
      await run('import', 'messages', await write('t.ndjson', rows.join('\n')), '--concurrency', '8'),
    ).toMatchObject({ code: 0 })
    const bodies = (await sceyt.messages.list(id).toArray({ limit: 100 })).map(({ body }) => body)
    expect(bodies).toEqual(Array.from({ length: 40 }, (_, number) => `${number}`))
  })

  it('prints every bad row with its line, and sends nothing', async () => {
    const rows = 'username,first_name\nzoe,Zoe\n,nameless\n"two\nlines",x\nzoe,again\nshort\n'
    const { code, stderr } = await run('import', 'users', await write('u.csv', rows))
    expect(code).toBe(2)
    const name = at('u.csv')
    expect(stderr).toContain(`${name}:3: username is missing.`)
    expect(stderr).toContain(`${name}:6: an earlier row has the same username, "zoe".`)
    expect(stderr).toContain(`${name}:7: expected 2 cells as in the header, got 1.`)
    expect(stderr).toContain('3 of 5 rows are not valid. Nothing was sent.')
    expect(received()).toEqual([])
    expect(await readdir(at('.'))).toEqual(['u.csv'])
  })

  it.each([
    ['an unknown column', 'usrname\nzoe\n', 'there is no column "usrname"; did you mean "username"?'],
    [
      'the beginning of a column',
      'username,avatar\nzoe,x\n',
      'there is no column "avatar"; did you mean "avatar_url"?',
    ],
    ['a column that appears twice', 'username,username\na,b\n', 'the column username appears twice'],
    ['semicolons', 'username;first_name\nzoe;Zoe\n', 'separated by ";": expected commas'],
    ['an empty file', '', 'is empty: expected a header'],
    ['no row', 'username\n', 'has no rows'],
    ['an open quote', 'username\nlena\n"zoe\nomar\n', 'a quote that begins in row 2 is not closed'],
    ['a quote in the middle', 'username\nzoe"x"\n', ':2: Invalid Opening Quote'],
    ['a million columns', `username${','.repeat(1_000_000)}\n`, 'got 1000001 columns'],
    ['UTF-16', Buffer.from('\uFEFFusername\nzoe\n', 'utf16le'), ':1: the line is not UTF-8'],
    ['invalid UTF-8', Buffer.from([...Buffer.from('username\nzo'), 0xff, 0x0a]), ':2: the line is not UTF-8'],
    ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), ':1: the line has a zero byte'],
  ])('refuses CSV with %s', async (_name, content, message) => {
    const { code, stderr } = await run('import', 'users', await write('u.csv', content))
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(received()).toEqual([])
  })

  it.each([
    ['a bad line', '{"username":"zoe"}\n{"username":}\n', ':2: not valid JSON'],
    ['a list', '["zoe"]\n', ':1: expected a JSON object, got an array'],
    ['an unknown field', '{"username":"zoe","name":"Zoe"}\n', ':1: there is no column "name"'],
    ['a value of another type', '{"username":5}\n', ':1: username must be a string'],
  ])('refuses NDJSON with %s', async (_name, content, message) => {
    const { code, stderr } = await run('import', 'users', await write('u.ndjson', content))
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(received()).toEqual([])
  })

  it.each([
    ['channels', 'subject\nBooks\n', 'type of channels must be direct, private or public; it is missing.'],
    ['channels', 'type,uri\nprivate,books\n', 'uri is not a field of private channels.'],
    ['channels', 'type,members\ndirect,"[{""username"":""zoe""}]"\n', 'members must have exactly 2 items, got 1.'],
    ['members', 'channel,username\n,zoe\n', 'channel is required.'],
    ['members', 'channel,username\n..,zoe\n', 'channel'],
    ['messages', 'channel,from\n1,zoe\n', 'body is missing.'],
    ['roles', 'name,priority\nLibrarian,100\n', 'priority must be 1 to 99, got 100.'],
    ['channels', 'type,id\nprivate,1\nprivate,1\n', 'an earlier row has the same id.'],
    ['roles', 'name,permissions\nLibrarian,3\n', 'permissions must be an array'],
  ])('refuses a row of %s that the API would refuse: %j', async (kind, content, message) => {
    const { code, stderr } = await run('import', kind, await write('rows.csv', content))
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(new RegExp(`:[23]: ${message.replaceAll(/[.*()]/g, '.')}`)),
    ])
    expect(received()).toEqual([])
  })

  it('writes the rows that the server has rejected to a file that can be imported, and goes on', async () => {
    await sceyt.users.create({ username: 'zoe' })
    const { code, stderr } = await run('import', 'users', await write('u.csv', users))
    expect(code).toBe(1)
    expect(stderr).toContain(`${at('u.csv')}:2: `)
    expect(stderr).toContain('1 done, 1 failed, 0 parked')
    expect(await read('u.csv.failed.csv')).toBe('username,first_name\nzoe,Zoe\n')
    await sceyt.users.delete('zoe')
    expect(await run('import', 'users', at('u.csv.failed.csv'))).toMatchObject({ code: 0 })
    // The same command sends it again too.
    await sceyt.users.delete('zoe')
    expect(await run('import', 'users', at('u.csv'))).toMatchObject({ code: 0 })
    expect((await readdir(at('.'))).includes('u.csv.failed.csv')).toBe(false)
  })

  it('keeps a file of rejected rows that was edited, or that is of another journal, when the import is run again', async () => {
    for (const username of ['zoe', 'lena']) await sceyt.users.create({ username })
    const file = await write('u.csv', 'username,first_name\nzoe,Zoe\nlena,Lena\nada,Ada\n')
    const failed = 'username,first_name\nzoe,Zoe\nlena,Lena\n'
    expect(await run('import', 'users', file)).toMatchObject({ code: 1 })
    expect(await run('import', 'users', file)).toMatchObject({ code: 1 })
    expect((await readdir(at('.'))).filter((name) => name.includes('failed'))).toEqual(['u.csv.failed.csv'])
    const edited = 'username,first_name\nzoe_2,Zoe\nlena,Lena\n'
    await write('u.csv.failed.csv', edited)
    const again = await run('import', 'users', file)
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining(`2 rejected rows are in ${at('u.csv.failed-2.csv')}.`),
    ])
    expect(again.stderr).toContain(`${at('u.csv.failed.csv')} was left as it is`)
    expect([await read('u.csv.failed.csv'), await read('u.csv.failed-2.csv')]).toEqual([edited, failed])
    await sceyt.users.delete('lena')
    expect(await run('import', 'users', file)).toMatchObject({ code: 1 })
    expect(await read('u.csv.failed-2.csv')).toBe('username,first_name\nzoe,Zoe\n')
    await sceyt.users.delete('zoe')
    expect(await run('import', 'users', file)).toMatchObject({ code: 0 })
    expect((await readdir(at('.'))).filter((name) => name.includes('failed'))).toEqual(['u.csv.failed.csv'])
    await write('u.csv.failed.csv', failed)
    expect(await run('import', 'users', file, '--update', '--journal', at('j.ndjson'))).toMatchObject({ code: 0 })
    expect(await read('u.csv.failed.csv')).toBe(failed)
  })

  it('updates with --update what exists, for users, roles and public channels', async () => {
    await sceyt.users.create({ username: 'zoe', first_name: 'Z' })
    await sceyt.roles.create({ name: 'Librarian', priority: 3 })
    await sceyt.channels.createPublic({ uri: 'books', subject: 'Old' })
    for (const [kind, rows] of [
      ['users', users],
      ['roles', 'name,priority\nLibrarian,40\n'],
      ['channels', 'type,uri,subject,avatar_url\npublic,books,New,https://cdn.example.com/a.png\n'],
    ] as const)
      expect(await run('import', kind, await write(`${kind}.csv`, rows), '--update')).toMatchObject({ code: 0 })
    expect(await sceyt.users.get('zoe')).toMatchObject({ first_name: 'Zoe' })
    expect((await sceyt.roles.list().toArray({ limit: 9 })).find(({ name }) => name === 'Librarian')?.priority).toBe(40)
    expect((await sceyt.channels.list()).items).toMatchObject([
      { subject: 'New', avatar: 'https://cdn.example.com/a.png' },
    ])
    const { code, stderr } = await run('import', 'messages', await write('t.csv', 'channel,from,body\n'), '--update')
    expect([code, stderr]).toEqual([2, expect.stringContaining('--update')])
  })

  it('checks the rows with --dry-run, and sends nothing', async () => {
    const { code, stderr } = await run('import', 'users', await write('u.csv', users), '--dry-run')
    expect([code, stderr]).toEqual([0, '2 users: valid. Nothing was sent.\n'])
    expect(received()).toEqual([])
  })

  it('takes "already exists" for done if the row may have been sent before, and not otherwise', async () => {
    const file = await write('u.csv', users)
    expect(await run('import', 'users', file)).toMatchObject({ code: 0 })
    const journal = (await read('u.csv.journal.ndjson')).split('\n').filter((line) => !line.includes('"done":"1"'))
    await write('u.csv.journal.ndjson', journal.join('\n'))
    const { code, stderr } = await run('import', 'users', file)
    expect([code, stderr]).toEqual([0, expect.stringContaining('2 done (1 before), 0 failed')])
    expect(await usernames()).toHaveLength(2)
  })

  it('parks a message that may have been sent, shows what the server has, and does what the user says', async () => {
    const id = await seedChannel()
    const file = await write('t.csv', `channel,from,body\n${id},zoe,one\n${id},zoe,two\n${id},zoe,three\n`)
    sandbox.faults.add({ operation: 'sendMessage', reset: 'after', times: 1 })
    const first = await run('import', 'messages', file, '--concurrency', '1')
    expect([first.code, first.stderr]).toEqual([3, expect.stringContaining('2 done, 0 failed, 1 parked')])
    const second = await run('import', 'messages', file)
    expect([second.code, second.stderr]).toEqual([3, expect.stringContaining('2 done (2 before), 0 failed, 1 parked')])
    const { stdout } = await run('import', 'messages', file, '--resolve')
    expect(stdout).toMatch(/^line 2, begun at .*"body":"one"/)
    expect(stdout).toContain('Since then, the server has 1 equal to it')
    // The server might have changed what it stores.
    expect(stdout).toMatch(/For others that you are sure were not sent, .*--send-again LINES/)
    expect(await run('import', 'messages', file, '--mark-done', '7')).toMatchObject({ code: 2 })
    expect((await run('import', 'messages', file, '--mark-done', '2')).stdout).toContain('1 marked as done')
    expect(await run('import', 'messages', file)).toMatchObject({ code: 0 })
    const bodies = (await sceyt.messages.list(id).toArray({ limit: 9 })).map(({ body }) => body)
    expect(bodies).toEqual(['one', 'two', 'three'])
  })

  it('sends a parked message again if the user says so', async () => {
    const id = await seedChannel()
    const file = await write('t.csv', `channel,from,body\n${id},zoe,one\n`)
    sandbox.faults.add({ operation: 'sendMessage', reset: 'before', times: 1 })
    expect(await run('import', 'messages', file)).toMatchObject({ code: 3 })
    expect((await run('import', 'messages', file, '--resolve')).stdout).toContain(
      'The server has no matching message since then.',
    )
    expect((await run('import', 'messages', file, '--send-again', 'all')).stdout).toContain('1 to be sent again')
    expect(await run('import', 'messages', file)).toMatchObject({ code: 0 })
    expect((await sceyt.messages.list(id)).messages).toHaveLength(1)
  })

  it('refuses the journal of another file, of another server, and what is no journal', async () => {
    const file = await write('u.csv', users)
    expect(await run('import', 'users', file)).toMatchObject({ code: 0 })
    await writeFile(file, 'username\nada\n')
    const other = await run('import', 'users', file)
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('is the journal of another job')])
    await mkdir(at('folder'))
    for (const [journal, message] of [
      [file, 'is not the journal of a bulk job'],
      [at('folder'), 'folder'],
      [at('none/j.ndjson'), 'none/j.ndjson'],
    ] as const) {
      const { code, stderr } = await run('import', 'users', file, '--journal', journal)
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    }
    expect(await read('u.csv')).toBe('username\nada\n')
    await write('u.csv.journal.ndjson', '{"journal":1,"job":"x"}\n{"begin":"1"}\nnonsense\n')
    const torn = await run('import', 'users', file)
    expect([torn.code, torn.stderr]).toEqual([2, expect.stringMatching(/another job|journal\.ndjson:3/)])
    expect(await usernames()).toHaveLength(2)
  })

  it('stops if the file changes while its rows are sent: rows that were not checked are not sent', async () => {
    const file = await write(
      'u.csv',
      `username\n${Array.from({ length: 50 }, (_, number) => `user_${number}`).join('\n')}\n`,
    )
    const unsubscribe = sandbox.journal.listen(() => {
      unsubscribe()
      void writeFile(file, `username\n${'x'.repeat(40)}\n`)
    })
    const { code, stderr } = await run('import', 'users', file, '--rate', '50/s', '--concurrency', '1')
    expect([code, stderr]).toEqual([1, expect.stringContaining('has changed since its rows were checked')])
    expect((await usernames()).every((username) => username.startsWith('user_'))).toBe(true)
  })

  it('stops if the journal is deleted: the next run would not know what was sent', async () => {
    const file = await write(
      'u.csv',
      `username\n${Array.from({ length: 50 }, (_, number) => `user_${number}`).join('\n')}\n`,
    )
    const unsubscribe = sandbox.journal.listen(() => {
      unsubscribe()
      void unlink(at('u.csv.journal.ndjson'))
    })
    const { code, stderr } = await run('import', 'users', file, '--rate', '50/s', '--concurrency', '1')
    expect([code, stderr]).toEqual([1, expect.stringContaining('it was moved, deleted or replaced')])
    expect((await usernames()).length).toBeLessThan(50)
  })

  it('leaves no copy of the standard input', async () => {
    expect(
      await runWith('username\nkim\n', 'import', 'users', '-', '--format', 'csv', '--journal', at('j.ndjson')),
    ).toMatchObject({ code: 0 })
    expect(await readdir(at('.'))).toEqual(['j.ndjson'])
  })

  it('compares type and members before it says that the server has a channel', async () => {
    for (const username of ['zoe', 'lena']) await sceyt.users.create({ username })
    const rows = 'type,members\ndirect,"[{""username"":""zoe""},{""username"":""lena""}]"\n'
    const file = await write('c.csv', rows)
    sandbox.faults.add({ operation: 'createDirectChannel', reset: 'before', times: 1 })
    expect(await run('import', 'channels', file)).toMatchObject({ code: 3 })
    await sceyt.channels.createPublic({})
    expect((await run('import', 'channels', file, '--resolve')).stdout).toContain(
      'The server has no matching channel since then.',
    )
    await sceyt.channels.createDirect({ members: [{ username: 'lena' }, { username: 'zoe' }] })
    expect((await run('import', 'channels', file, '--resolve')).stdout).toContain('the server has 1 equal to it')
  })

  it.each(['users', 'messages'])(
    'stops at once at Ctrl-C while the server asks it to wait, and goes on with %s',
    async (kind) => {
      const id = await seedChannel()
      const numbers = Array.from({ length: 40 }, (_, number) => number)
      const rows =
        kind === 'users'
          ? numbers.map((number) => ({ username: `user_${number}` }))
          : numbers.map((number) => ({ channel: id, from: 'zoe', body: `${number}` }))
      const file = await write('rows.ndjson', rows.map((row) => JSON.stringify(row)).join('\n'))
      const operation = kind === 'users' ? 'createUser' : 'sendMessage'
      const unsubscribe = sandbox.journal.listen(() => {
        unsubscribe()
        sandbox.faults.add({ operation, status: 429, retryAfter: 50 })
      })
      const started = performance.now()
      const first = await runAndInterrupt(2, 'import', kind, file)
      expect(performance.now() - started).toBeLessThan(45_000)
      expect([first.code, first.stderr]).toEqual([130, expect.stringMatching(/[1-9]\d* done, 0 failed, 0 parked/)])
      sandbox.faults.clear()
      const second = await run('import', kind, file)
      expect([second.code, second.stderr]).toEqual([0, expect.stringMatching(/40 done \(\d+ before\), 0 failed/)])
      const count = async () =>
        kind === 'users' ? (await usernames()).length : (await sceyt.messages.list(id).toArray({ limit: 99 })).length
      expect(await count()).toBe(kind === 'users' ? 42 : 40)
    },
  )

  it('keeps a rate limit that it is given', async () => {
    const rows = Array.from({ length: 30 }, (_, number) => `user_${number}`)
    const file = await write('u.csv', `username\n${rows.join('\n')}\n`)
    const started = performance.now()
    expect(await run('import', 'users', file, '--rate', '20/s')).toMatchObject({ code: 0 })
    expect(performance.now() - started).toBeGreaterThan(1_300)
    const bad = await run('import', 'users', file, '--rate', 'fast')
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('--rate must be')])
  })
})
