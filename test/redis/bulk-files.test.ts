import { rename, rm, utimes } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { compileCommand } from '../lib/command.js'
import { bodies, header, jobOf, messageRow, setUpQueue } from './bulk-queue.js'
import { bodiesOf, channel, ended } from './bulk-setup.js'

const command = await compileCommand()
const setUp = () => setUpQueue(command)

describe('rows reach the server as they are in the file, for', () => {
  const csvRows = bodies(250).map((_, row) => messageRow(row))
  const ndjsonRows = bodies(250).map((body) => JSON.stringify({ channel, from: 'zoe', body }))
  const quoted = bodies(250).map((body) => `${channel},zoe,"${body}\nand ""more"", \uFEFFé"`)
  const blank = (rows: readonly string[]) => rows.flatMap((row, index) => (index % 100 > 97 ? [row, '', ''] : [row]))
  test.each<[string, string, string, (body: string) => string]>([
    ['CSV', 'm.csv', [header, ...csvRows].join('\n'), (body) => body],
    ['CSV with CRLF', 'm.csv', `${[header, ...csvRows].join('\r\n')}\r\n`, (body) => body],
    ['CSV with a byte order mark', 'm.csv', `\uFEFF${[header, ...csvRows].join('\n')}\n`, (body) => body],
    ['CSV with both', 'm.csv', `\uFEFF${[header, ...csvRows].join('\r\n')}\r\n`, (body) => body],
    ['CSV with quotes', 'm.csv', [header, ...quoted].join('\n'), (body) => `${body}\nand "more", \uFEFFé`],
    [
      'CSV with all of that',
      'm.csv',
      `\uFEFF${[header, ...quoted].join('\r\n')}`,
      (body) => `${body}\nand "more", \uFEFFé`,
    ],
    ['CSV with blank lines', 'm.csv', ['', header, '', ...blank(csvRows), '', ''].join('\n'), (body) => body],
    ['CSV with blank lines and CRLF', 'm.csv', [header, '', ...blank(csvRows), '', ''].join('\r\n'), (body) => body],
    [
      'CSV whose header is quoted, with a mark',
      'm.csv',
      `\uFEFF"body", from ,channel\n${bodies(250)
        .map((body) => `\uFEFF${body},zoe,${channel}`)
        .join('\n')}`,
      (body) => `\uFEFF${body}`,
    ],
    ['NDJSON', 'm.ndjson', ndjsonRows.join('\n'), (body) => body],
    ['NDJSON with CRLF', 'm.ndjson', `${ndjsonRows.join('\r\n')}\r\n`, (body) => body],
    ['NDJSON with blank lines', 'm.ndjson', ['', ...blank(ndjsonRows), '', ' '].join('\n'), (body) => body],
    ['NDJSON with all of that', 'm.ndjson', `\uFEFF${blank(ndjsonRows).join('\r\n')}\r\n\r\n`, (body) => body],
  ])('%s', async (_, name, content, bodyOf) => {
    const { run, write, work, url, sandbox } = await setUp()
    const outcome = await run(['import', 'messages', await write(name, content), '--queue'])
    expect([outcome.code, outcome.stderr]).toEqual([0, expect.stringContaining('250 messages added to the queue')])
    const worker = work()
    await ended(url, await jobOf(url))
    await worker.stop()
    expect(worker.code).toBe(0)
    expect(bodiesOf(sandbox).sort()).toEqual(bodies(250).map(bodyOf).sort())
  })
})

describe('a worker waits for its file,', () => {
  const content = `username\n${Array.from({ length: 250 }, (_, row) => `user-${row}`).join('\n')}\n`

  test('which changed after it was enqueued, and is right again', async () => {
    const { run, write, work, url, sandbox } = await setUp()
    const path = await write('users.csv', content)
    await run(['import', 'users', path, '--queue'])
    await write('users.csv', content.replaceAll('user-', 'usex-'))
    const worker = work()
    await expect
      .poll(() => worker.text, { timeout: 20_000 })
      .toContain(`${path} is not the file that was enqueued. It will be retried.`)
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(1)
    await write('users.csv', content)
    await ended(url, await jobOf(url))
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  })

  test('which is missing, and comes back', async () => {
    const { run, write, work, url, at, sandbox } = await setUp()
    const path = await write('users.csv', content)
    await run(['import', 'users', path, '--queue'])
    await rename(path, at('elsewhere.csv'))
    const worker = work()
    await expect
      .poll(() => worker.text, { timeout: 20_000 })
      .toContain(`Cannot read the file ${JSON.stringify(path)}: `)
    await rename(at('elsewhere.csv'), path)
    await ended(url, await jobOf(url))
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  })

  test('which is replaced by a copy while it sends', async () => {
    const { run, write, work, url, sandbox } = await setUp()
    const path = await write('users.csv', content)
    await run(['import', 'users', path, '--queue'])
    sandbox.faults.add({ latency: 100 })
    const worker = work()
    await expect
      .poll(() => sandbox.snapshot().apps['sandbox']?.users?.length, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(10)
    await rm(path)
    await write('users.csv', content)
    await utimes(path, 1, 1)
    sandbox.faults.clear()
    await ended(url, await jobOf(url))
    await worker.stop()
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  })
})
