import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readGuide } from '../../guides/guides.js'
import { selfSigned } from '../../threats/certificate.js'
import { setUpBulkCommands } from './bulk-commands.js'

const { sandbox, connect, at, write, run, runWithEnv, runAndInterrupt } = await setUpBulkCommands()
const timeout = 120_000

const lines = (count: number) => Array.from({ length: count }, (_value, index) => `user_${index}`)
const users = (count: number) => write('u.csv', `username\n${lines(count).join('\n')}\n`)

/** Writes so many messages to a channel of zoe. */
async function messages(count: number): Promise<string> {
  const sceyt = connect('sandbox')
  await sceyt.users.create({ username: 'zoe' })
  const { id } = await sceyt.channels.createPublic({ owner: 'zoe' })
  return write(
    'm.csv',
    `channel,from,body\n${lines(count)
      .map((line) => `${id},zoe,${line}`)
      .join('\n')}\n`,
  )
}

describe('an import that stops early says why, how much is left and how to continue, and exits with', {
  timeout,
}, () => {
  it('5 if the server rejects the API key, which is no failure of a row', async () => {
    const { code, stderr } = await runWithEnv(
      { SCEYT_API_KEY: 'another-key' },
      ...['import', 'users', await users(30), '--concurrency', '4'],
    )
    expect([code, stderr]).toEqual([
      5,
      `Stopped: the server rejected the API key. 30 of 30 users left to send. Correct the key, and run the same command again to continue.
Last error: users create: 401 Authentication: The API key is unknown. Check the API key in Dashboard > Settings > API Keys.
`,
    ])
    expect(existsSync(at('u.csv.failed.csv'))).toBe(false)
    expect(await run('import', 'users', at('u.csv'))).toMatchObject({ code: 0 })
  })

  it('4 if the server cannot be reached', async () => {
    const server = createServer(selfSigned('127.0.0.1')).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { code, stderr } = await runWithEnv({ SCEYT_BASE_URL: baseUrl }, 'import', 'users', await users(30))
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^Stopped: the server could not be reached\. /)])
    expect(stderr).toContain(
      '30 of 30 users left to send. Run the same command again to continue.\nLast error: users create',
    )
    // It would be about the last request only.
    expect(stderr).not.toContain('Nothing was sent')
  })

  it('4 if the outcome of 50 rows in a row is unknown, also if rows in flight end after them', async () => {
    const file = await messages(80)
    sandbox.faults.add({ operation: 'sendMessage', status: 503 })
    const atOnce = await run('import', 'messages', file, '--journal', at('m.ndjson'), '--max-retries', '0')
    expect([atOnce.code, atOnce.stderr]).toEqual([
      4,
      expect.stringContaining('Stopped: the outcome of 50 messages in a row is unknown.'),
    ])
    const words = ['import', 'messages', file, '--concurrency', '1', '--max-retries', '0']
    const { code, stderr } = await run(...words)
    expect([code, stderr]).toEqual([4, expect.stringContaining('messages: 0 done, 0 failed, 50 parked')])
    expect(stderr).toContain(
      'Stopped: the outcome of 50 messages in a row is unknown. 30 of 80 messages left to send. Run the same command again to continue.',
    )
    expect(stderr).toContain('Last error: messages send: 503')
    sandbox.faults.clear()
    const next = await run(...words)
    expect([next.code, next.stderr]).toEqual([3, expect.stringContaining('30 done, 0 failed, 50 parked')])
  })

  it('130 after Ctrl-C', async () => {
    const { code, stderr } = await runAndInterrupt(5, 'import', 'users', await users(200), '--rate', '50/s')
    expect([code, stderr]).toEqual([130, expect.stringContaining('Run the same command again to continue.')])
  })

  it('the same if a message is sent to channels', async () => {
    const file = await write('c.txt', '1\n2\n')
    const words = ['broadcast', '--from', 'zoe', '--body', 'Hi']
    for (const channels of [
      ['--channels', file],
      ['--filter', 'type:eq:public'],
    ])
      expect(await runWithEnv({ SCEYT_API_KEY: 'another-key' }, ...words, ...channels)).toMatchObject({
        code: 5,
        stderr: expect.stringContaining('Stopped: the server rejected the API key.'),
      })
    expect((await readdir(at('.'))).sort()).toEqual(['c.txt', 'c.txt.journal.ndjson'])
  })
})

it('the guide and the help of each command list the same exit statuses', { timeout }, async () => {
  const guide = await readGuide('bulk-jobs.md')
  const listed = [...guide.matchAll(/^\| (\d+) /gm)].map(([, status]) => status)
  // Those of the tests in this folder.
  expect(listed).toEqual(['0', '1', '2', '3', '4', '5', '130'])
  for (const words of [['import'], ['import', 'users'], ['import', 'all'], ['broadcast']]) {
    const [, section = ''] = (await run(...words, '--help')).stdout.split('\nExit status:\n')
    expect([...section.matchAll(/^ {2}(\d+) /gm)].map(([, status]) => status)).toEqual(listed)
  }
})

it('with --errors json, every line of a bulk command on stderr is JSON', { timeout }, async () => {
  const sceyt = connect('sandbox')
  await sceyt.users.create({ username: 'user_1' })
  const { code, stderr } = await run('import', 'users', await users(3), '--errors', 'json')
  const notes = stderr
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { note: string }).note)
  expect([code, notes]).toEqual([
    1,
    [
      expect.stringContaining(`${at('u.csv')}:3: users create: 409`),
      'users: 2 done, 1 failed, 0 parked, in 1 s.',
      `1 rejected row is in ${at('u.csv.failed.csv')}. The reasons are in ${at('u.csv.journal.ndjson')}.`,
    ],
  ])
  const stopped = await runWithEnv(
    { SCEYT_API_KEY: 'another-key' },
    ...['import', 'users', at('u.csv'), '--journal', at('j.ndjson'), '--errors=json'],
  )
  const last = stopped.stderr.trimEnd().split('\n').at(-1) ?? ''
  expect(JSON.parse(last)).toEqual({
    error: {
      name: 'StoppedJob',
      message: expect.stringContaining('the server rejected the API key. 3 of 3 users left to send.'),
      cause: expect.objectContaining({ name: 'AuthenticationError', status: 401 }),
      exitStatus: 5,
    },
  })
  const exported = await run('export', at('backup'), '--errors', 'json')
  for (const line of exported.stderr.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('note')
})
