import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createSceyt } from 'sceyt-platform'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { run, serve, start } from './program.js'

const { sandbox, server, env } = await serve()
const sceyt = createSceyt(sandbox.connection())
const people = Array.from({ length: 500 }, (_, index) => `person${index + 1}`).sort()

let folder: string
let recipe: string[]
beforeEach(() => {
  sandbox.reset()
  folder = mkdtempSync(join(tmpdir(), 'bulk-job-'))
  recipe = ['bulk-job.ts', join(folder, 'journal.ndjson')]
})
afterEach(() => rmSync(folder, { recursive: true }))
afterAll(() => server.close())

async function usernames(): Promise<string[]> {
  const names: string[] = []
  for await (const { username } of sceyt.users.list()) names.push(username)
  return names.sort()
}

/** The number of requests of an operation that had a status. */
const count = (operation: 'createUser' | 'updateUser', status = 200) =>
  sandbox.journal.entries.filter((entry) => entry.operation === operation && entry.status === status).length

const lastLine = (err: string) => err.split('\r').at(-1)

/** Runs the recipe, and sends it a signal once 150 users are there. */
async function interrupt(signal: NodeJS.Signals): Promise<{ code: number | null; err: string }> {
  const child = start(recipe, env)
  const stop = sandbox.journal.listen(() => {
    if (count('createUser') === 150) child.kill(signal)
  })
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close') as Promise<[number | null]>])
  stop()
  return { code, err }
}

test('After kill -9, the next run goes on where it was, and every user is there once.', async () => {
  expect((await interrupt('SIGKILL')).code).toBe(null)
  expect((await usernames()).length).toBeLessThan(250)

  const { code, err } = await run(recipe, env)
  expect(code).toBe(0)
  expect(lastLine(err)).toMatch(/^500 done \(1\d\d before\), 0 failed\n$/)
  expect(await usernames()).toEqual(people)
  expect(count('createUser')).toBe(500)
  // Only rows whose response was missing were sent again: at most those in flight.
  const again = count('createUser', 409)
  expect(again).toBeGreaterThan(0)
  expect(again).toBeLessThanOrEqual(16)
  expect(count('updateUser')).toBe(again)
})

test('After Ctrl-C, requests in flight are finished, the next run sends only the others, and a third one nothing.', async () => {
  const { code, err } = await interrupt('SIGINT')
  const created = count('createUser')
  expect(created).toBeLessThan(250)
  expect([code, lastLine(err)]).toEqual([
    130,
    `${created} done (0 before), 0 failed\nStopped. Run it again to go on.\n`,
  ])

  const second = await run(recipe, env)
  expect([second.code, lastLine(second.err)]).toEqual([0, `500 done (${created} before), 0 failed\n`])
  expect(await usernames()).toEqual(people)
  expect([count('createUser'), count('createUser', 409)]).toEqual([500, 0])

  sandbox.journal.clear()
  expect(lastLine((await run(recipe, env)).err)).toBe('500 done (500 before), 0 failed\n')
  expect(sandbox.journal.count).toBe(0)
})

test('A row that the server rejects is printed, and the next run sends it again.', async () => {
  sandbox.faults.add({ operation: 'createUser', status: 422, times: 1 })
  const { code, err } = await run(recipe, env)
  expect([code, lastLine(err)]).toEqual([1, '499 done (0 before), 1 failed\n'])
  expect(err.match(/\rRow \d+: .+/g)).toEqual([expect.stringContaining('422')])

  expect((await run(recipe, env)).code).toBe(0)
  expect(await usernames()).toEqual(people)
})

test('The journal of a job for another server is refused.', async () => {
  await interrupt('SIGINT')
  const { code, err } = await run(recipe, { ...env, SCEYT_APP_ID: 'another' })
  expect(code).toBe(1)
  expect(err).toContain('is the journal of another job')
})

test('The journal of one server is refused for another one, where nothing is done yet.', async () => {
  const connection = (baseUrl: string) => ({ SCEYT_BASE_URL: baseUrl, SCEYT_API_KEY: env.SCEYT_API_KEY })
  expect((await run(recipe, connection(server.baseUrl()))).code).toBe(0)
  const other = await serve()
  try {
    const { code, err } = await run(recipe, connection(other.server.baseUrl()))
    expect([code, err]).toEqual([1, expect.stringContaining('is the journal of another job')])
    expect(other.sandbox.journal.count).toBe(0)
  } finally {
    await other.server.close()
  }
})
