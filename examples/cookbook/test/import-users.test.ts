import { Readable } from 'node:stream'
import { AuthenticationError, createSceyt, type Fetch, type Sceyt, type User } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { importUsers } from '../import-users.js'
import { run, serve } from './program.js'

const { sandbox: served, server, env } = await serve()
afterAll(() => server.close())
beforeEach(() => served.reset())

async function usersOf(sceyt: Sceyt): Promise<User[]> {
  const users: User[] = []
  for await (const user of sceyt.users.list()) users.push(user)
  return users
}

/** A CSV file with `count` rows, and the number of rows read so far. */
function rows(count: number): { csv: Readable; rowsRead: () => number } {
  let read = 0
  function* lines() {
    yield 'username,first_name,last_name,avatar_url\n'
    for (; read < count; read++) yield `user${read},First,Last,\n`
  }
  return { csv: Readable.from(lines()), rowsRead: () => read }
}

describe('As a program', () => {
  test('it imports users.csv, reports the bad rows, and does the same on a second run.', async () => {
    const first = await run(['import-users.ts', 'users.csv'], env)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('imported: 4')
    expect(first.out).toContain("4 => 'users.upsert: username must not be empty.'")
    expect(first.out).toContain("7 => 'Invalid Record Length")
    const sceyt = createSceyt(served.connection())
    const users = await usersOf(sceyt)
    expect(users.map(({ username }) => username).sort()).toEqual(['lena', 'omar', 'username_new*user', 'zoe'])
    expect(users.find(({ username }) => username === 'lena')).toMatchObject({
      first_name: 'Lena\nMaria',
      last_name: 'Müller',
    })
    expect(users.find(({ username }) => username === 'username_new*user')).toMatchObject({
      first_name: 'Զոյա',
      last_name: '佐伊 🎉',
    })

    const second = await run(['import-users.ts'], env)
    expect(second.out).toContain('imported: 4')
    expect(await usersOf(sceyt)).toHaveLength(4)
  })

  test('it fails if the file does not exist.', async () => {
    const { code, err } = await run(['import-users.ts', 'missing.csv'], env)
    expect(code).toBe(1)
    expect(err).toContain('ENOENT')
  })
})

describe('As a function', () => {
  const sandbox = createSandbox({
    seed: {
      users: [{ username: 'zoe', first_name: 'Zoé', last_name: 'Papadaki', avatar: 'https://cdn.example.com/zoe.png' }],
    },
  })
  const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
  beforeEach(() => sandbox.reset())

  test('an empty cell keeps the current value.', async () => {
    await expect(importUsers(sceyt, Readable.from('username,first_name,last_name\nzoe,Zoe,\n'))).resolves.toEqual({
      imported: 1,
      bad: new Map(),
    })
    expect(await sceyt.users.get('zoe')).toMatchObject({
      first_name: 'Zoe',
      last_name: 'Papadaki',
      avatar: 'https://cdn.example.com/zoe.png',
    })
  })

  test('a row with only the username of an existing user changes nothing.', async () => {
    const before = await sceyt.users.get('zoe')
    await expect(importUsers(sceyt, Readable.from('username\nzoe\n'))).resolves.toEqual({ imported: 1, bad: new Map() })
    expect({ ...(await sceyt.users.get('zoe')), updated_at: before.updated_at }).toEqual(before)
  })

  test('the last of several rows for one user wins.', async () => {
    const csv = `username,first_name\n${Array.from({ length: 50 }, (_, index) => `lena,Lena ${index}\n`).join('')}`
    await expect(importUsers(sceyt, Readable.from(csv))).resolves.toEqual({ imported: 50, bad: new Map() })
    expect(await sceyt.users.get('lena')).toMatchObject({ first_name: 'Lena 49' })
  })

  test('a row that the server rejects is reported with its line, the import continues, and a second run completes it.', async () => {
    const csv = 'username,first_name\none,One\n..,Dots\ntwo,Two\n"a "b" c",Quoted\nthree,Three\n'
    sandbox.faults.add({ operation: 'createUser', status: 503, times: 1 })
    const { imported, bad } = await importUsers(sceyt, Readable.from(csv))
    expect(imported).toBe(2)
    expect([...bad.keys()].sort()).toEqual([2, 3, 5])
    expect(bad.get(2)).toContain('503')
    expect([...(await importUsers(sceyt, Readable.from(csv))).bad.keys()].sort()).toEqual([3, 5])
    expect((await usersOf(sceyt)).map(({ username }) => username).sort()).toEqual(['one', 'three', 'two', 'zoe'])
  })

  test('the client decides how many calls are in flight, all rows arrive, and Node logs no warning.', async () => {
    const warnings: Error[] = []
    process.on('warning', (warning) => warnings.push(warning))
    let [active, most] = [0, 0]
    const fetch: Fetch = async (url, init) => {
      most = Math.max(most, ++active)
      await new Promise((resolve) => setImmediate(resolve))
      return sandbox.fetch(url, init).finally(() => active--)
    }
    await importUsers(createSceyt({ ...sandbox.connection(), fetch, maxConcurrent: 20 }), rows(1200).csv)
    expect(most).toBe(20)
    expect(warnings).toEqual([])
    expect(await usersOf(sceyt)).toHaveLength(1201)
  })

  test('while no response arrives, no more than a batch is read.', async () => {
    const { csv, rowsRead } = rows(100_000)
    const silent = createSceyt({
      ...sandbox.connection(),
      fetch: () => new Promise(() => {}),
      timeout: 500,
      maxRetries: 0,
    })
    const importing = importUsers(silent, csv)
    await expect.poll(rowsRead).toBeGreaterThan(500)
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(rowsRead()).toBeLessThan(3000)
    csv.destroy(new Error('Enough.'))
    await expect(importing).rejects.toThrow('Enough.')
  })

  test('a rejected key stops the import after a few calls.', async () => {
    const wrong = createSceyt({ ...sandbox.connection(), apiKey: 'wrong', maxConcurrent: 20 })
    await expect(importUsers(wrong, rows(2000).csv)).rejects.toThrow(AuthenticationError)
    expect(sandbox.journal.count).toBeLessThanOrEqual(20)
    expect(await usersOf(sceyt)).toHaveLength(1)
  })
})
