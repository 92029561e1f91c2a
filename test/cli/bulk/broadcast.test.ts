import { describe, expect, it } from 'vitest'
import { createSceyt } from '../../../src/index.js'
import { setUpBulkCommands } from './bulk-commands.js'

const { sandbox, at, write, run, received } = await setUpBulkCommands()
const sceyt = createSceyt(sandbox.connection())
const timeout = 120_000
const message = ['--from', 'zoe', '--body', 'Closed on Monday.']

/** Creates two public channels and a private one of zoe, and returns their ids. */
async function seedChannels(): Promise<string[]> {
  await sceyt.users.create({ username: 'zoe' })
  const created = [
    await sceyt.channels.createPublic({ owner: 'zoe' }),
    await sceyt.channels.createPublic({ owner: 'zoe' }),
    await sceyt.channels.createPrivate({ owner: 'zoe' }),
  ]
  return created.map(({ id }) => id)
}

const counts = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await sceyt.messages.list(id)).messages.length))

describe('broadcast', { timeout }, () => {
  it('sends a message once to every channel that a filter matches, however often it is run', async () => {
    const ids = await seedChannels()
    const words = ['broadcast', '--filter', 'type:eq:public', ...message, '--journal', at('b.ndjson')]
    const first = await run(...words)
    expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('channels: 2 done, 0 failed, 0 parked')])
    const second = await run(...words)
    expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('Every channel had this message before.')])
    expect(await counts(ids)).toEqual([1, 1, 0])
    const other = await run(...words, '--body', 'Open again.')
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('is the journal of another job')])
  })

  it('sends to the channels of a file: ids, or the rows of an export', async () => {
    const ids = await seedChannels()
    const file = await write('channels.txt', `${ids[0]}\n\n{"id":"${ids[2]}","type":"private"}\n${ids[0]}\n`)
    expect(await run('broadcast', '--channels', file, ...message)).toMatchObject({ code: 0 })
    expect(await counts(ids)).toEqual([1, 0, 1])
  })

  it('parks a channel that may have the message, and shows what the server has', async () => {
    const ids = await seedChannels()
    const file = await write('channels.txt', ids.join('\n'))
    const words = ['broadcast', '--channels', file, ...message]
    sandbox.faults.add({ operation: 'sendMessage', reset: 'after', times: 1 })
    const first = await run(...words, '--concurrency', '1')
    expect([first.code, first.stderr]).toEqual([3, expect.stringContaining('2 done, 0 failed, 1 parked')])
    expect((await run(...words, '--resolve')).stdout).toContain(`channel ${ids[0]}, begun at`)
    expect((await run(...words, '--mark-done', ids[0] ?? '')).stdout).toContain('1 marked as done')
    expect(await run(...words)).toMatchObject({ code: 0 })
    expect(await counts(ids)).toEqual([1, 1, 1])
  })

  it('goes on after a channel that rejects the message', async () => {
    const ids = await seedChannels()
    const file = await write('channels.txt', ['404', ...ids].join('\n'))
    const { code, stderr } = await run('broadcast', '--channels', file, ...message)
    expect([code, stderr]).toEqual([1, expect.stringContaining('channel 404: ')])
    expect(await counts(ids)).toEqual([1, 1, 1])
  })

  it('counts the channels with --dry-run', async () => {
    await seedChannels()
    const { code, stderr } = await run('broadcast', '--filter', 'type:eq:public', ...message, '--dry-run')
    expect([code, stderr]).toEqual([0, '2 channels. Nothing was sent.\n'])
    expect(received()).not.toContain('sendMessage')
  })

  it.each([
    ['no channels', [...message], '--channels FILE'],
    ['no body', ['--filter', 'type:eq:public', '--from', 'zoe'], 'body is missing'],
    ['a wrong filter', ['--filter', 'type=public', ...message], 'filter'],
    ['a missing file', ['--channels', 'none.txt', ...message], 'none.txt'],
    ['both', ['--channels', 'none.txt', '--filter', 'type:eq:public', ...message], '--filter'],
  ])('refuses %s', async (_name, words, problem) => {
    const { code, stderr } = await run('broadcast', ...words)
    expect([code, stderr]).toEqual([2, expect.stringContaining(problem)])
    expect(received()).toEqual([])
  })

  it('refuses a file with something else than ids, and names the line', async () => {
    await seedChannels()
    sandbox.journal.clear()
    const file = await write('channels.txt', '1\nBook club\n')
    const { code, stderr } = await run('broadcast', '--channels', file, ...message)
    expect([code, stderr]).toEqual([2, expect.stringContaining('channels.txt:2: expected the id of a channel')])
    expect(received()).toEqual([])
  })
})
