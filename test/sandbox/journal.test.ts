import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { open, post } from './open.js'

const longest = 16 * 1024

it('cuts long texts, and states their full lengths', async () => {
  const { sandbox, ask } = open()
  const body = JSON.stringify({ username: 'a'.repeat(100_000) })
  await ask('/users', { method: 'POST', body })
  await ask(`/users/${'b'.repeat(50_000)}`, { method: 'X'.repeat(20_000) })
  const [created, rejected] = sandbox.journal.entries
  expect(created).toMatchObject({ method: 'POST', url: '/v1/sandbox/users', fullLengths: { body: body.length } })
  expect(created?.body).toBe(body.slice(0, longest))
  expect(created?.fullLengths).not.toHaveProperty('url')
  expect([rejected?.method.length, rejected?.url.length, rejected?.problem?.length]).toEqual([
    longest,
    longest,
    longest,
  ])
  expect(rejected?.fullLengths).toMatchObject({ method: 20_000, url: '/v1/sandbox/users/'.length + 50_000 })
})

it('states no length of texts that are not cut', async () => {
  const { sandbox, ask } = open()
  const body = JSON.stringify('a'.repeat(longest - 2))
  await ask('/users', { method: 'POST', body })
  expect(sandbox.journal.entries[0]).toMatchObject({ body })
  expect(sandbox.journal.entries[0]).not.toHaveProperty('fullLengths')
})

it('keeps fewer than 1,000 entries if they are long', async () => {
  const { sandbox, ask } = open()
  const body = JSON.stringify('a'.repeat(longest - 2))
  for (let request = 0; request < 1200; request++) await ask('/users', { method: 'POST', body })
  const { count, entries } = sandbox.journal
  const characters = entries.reduce((sum, entry) => sum + (entry.body?.length ?? 0), 0)
  expect(characters).toBeLessThanOrEqual(8 * 1024 * 1024)
  expect(characters).toBeGreaterThan(3 * 1024 * 1024)
  expect(entries.map(({ number }) => number)).toEqual(
    entries.map((_entry, index) => count - entries.length + 1 + index),
  )
  sandbox.journal.clear()
  await ask('/users', post({ username: 'zoe' }))
  expect(sandbox.journal.entries.map(({ number }) => number)).toEqual([1])
})

it('does not keep the whole of a cut body in memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { ask } = open()
  const used = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = used()
  for (let request = 0; request < 30; request++) {
    const body = new TextEncoder().encode(`{"username":${request},"metadata":"${'a'.repeat(4_000_000)}"}`)
    expect(
      (await ask('/users', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })).status,
    ).toBe(422)
  }
  // One collection does not free all that can be freed.
  await vi.waitFor(() => expect((used() - before) / 1e6).toBeLessThan(60), { timeout: 20_000 })
}, 60_000)
