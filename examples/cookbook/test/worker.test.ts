import { PassThrough } from 'node:stream'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bundleWorker, startWorker } from '../serve/worker.js'
import { serve } from './program.js'

const { sandbox, server, env } = await serve({
  seed: {
    channels: [
      { type: 'public', subject: 'Book club 📖' },
      { type: 'private', subject: 'Book dealers' },
      { type: 'public', subject: 'Goats' },
    ],
  },
})
const script = await bundleWorker()
let logged = ''
const log = new PassThrough().on('data', (data: Buffer) => {
  logged += data
})
const start = (bindings: Record<string, string>) => startWorker(script, bindings, { log })
const worker = start(env)
const get = async (path: string, of = worker, init: { method?: string } = {}) => {
  const response = await of.dispatchFetch(`https://worker.example${path}`, init)
  return { status: response.status, text: await response.text() }
}
beforeEach(() => sandbox.reset())
afterAll(async () => {
  await worker.dispose()
  await server.close()
})

describe('The Worker', () => {
  test('lists public channels, all of them or by subject.', async () => {
    const subjects = async (path: string) =>
      (JSON.parse((await get(path)).text) as { subject: string }[]).map(({ subject }) => subject)
    expect(await subjects('/')).toEqual(['Book club 📖', 'Goats'])
    expect(await subjects('/?subject=Book')).toEqual(['Book club 📖'])
    expect(await subjects(`/?subject=${encodeURIComponent('📖')}`)).toEqual(['Book club 📖'])
    expect(await subjects('/?subject=nothing')).toEqual([])
  })

  test('handles many requests at once.', async () => {
    const responses = await Promise.all(Array.from({ length: 30 }, () => get('/')))
    expect(responses.filter(({ status }) => status !== 200)).toEqual([])
  })

  test.each(['2024-04-01', '2026-04-01'])(
    'makes no request wait for another, with compatibility date %s.',
    async (compatibilityDate) => {
      const dated = startWorker(script, env, { log, compatibilityDate })
      sandbox.faults.add({ operation: 'listChannels', status: 429, retryAfter: 1, times: 3 })
      const responses = await Promise.all(Array.from({ length: 6 }, () => get('/', dated)))
      expect(responses.map(({ status }) => status)).toEqual(Array(6).fill(200))
      await dated.dispose()
    },
  )

  test('accepts only GET.', async () => {
    expect((await get('/', worker, { method: 'POST' })).status).toBe(405)
    expect(sandbox.journal.count).toBe(0)
  })

  test('turns errors into responses, and logs those with a status of 500 or more, without the key.', async () => {
    sandbox.faults.add({ operation: 'listChannels', status: 501 })
    expect(await get('/')).toEqual({ status: 502, text: '{"error":"The chat server failed."}' })
    const wrong = start({ ...env, SCEYT_API_KEY: 'no-such-key' })
    sandbox.faults.clear()
    expect(await get('/', wrong)).toEqual({ status: 500, text: '{"error":"This service is misconfigured."}' })
    await wrong.dispose()
    expect(logged).toContain('ServerError: channels.list: 501')
    expect(logged).toContain('AuthenticationError: channels.list: 401')
    expect(logged).not.toContain('no-such-key')
    expect(script).not.toContain(env.SCEYT_API_KEY)
  })
})
