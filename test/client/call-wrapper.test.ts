import { expect, it, onTestFinished, vi } from 'vitest'
import { type CallAttempt, type CallWrapper, type Fetch, subscribeToCalls } from '../../src/index.js'
import { apiKey, failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

const zoe = { username: 'zoe' }
const good: Fetch = () => json(zoe)

/** Wraps every call until the test ends. */
function wrap(...wrappers: CallWrapper[]): void {
  const unsubscribe = subscribeToCalls({
    start(call) {
      for (const wrapper of wrappers) call.wrap(wrapper)
    },
  })
  onTestFinished(unsubscribe)
}

/** Keeps what is logged on the console. */
function keepErrors(): () => unknown[][] {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => error.mockRestore())
  return () => error.mock.calls
}

it('runs the call and each attempt within the functions, the first outermost', async () => {
  const steps: string[] = []
  const wrapper = (name: string): CallWrapper => ({
    async call(run) {
      steps.push(`${name} call`)
      await run()
      steps.push(`${name} call ended`)
    },
    async attempt({ attempt, url }, send) {
      steps.push(`${name} attempt ${attempt} ${url}`)
      const { status } = await send()
      steps.push(`${name} attempt ended ${status}`)
    },
  })
  wrap(wrapper('a'), wrapper('b'))
  const { sceyt } = recordingClient(inSequence(respondingWith(503, { 'retry-after': '0' }), good))
  await sceyt.users.get('zoe')
  const url = 'https://api.example.com/v1/app/users/zoe'
  expect(steps).toEqual([
    'a call',
    'b call',
    `a attempt 1 ${url}`,
    `b attempt 1 ${url}`,
    'b attempt ended 503',
    'a attempt ended 503',
    `a attempt 2 ${url}`,
    `b attempt 2 ${url}`,
    'b attempt ended 200',
    'a attempt ended 200',
    'b call ended',
    'a call ended',
  ])
})

it('adds headers to each attempt, and replaces none', async () => {
  const errors = keepErrors()
  wrap({
    attempt({ attempt, headers }, send) {
      Object.assign(headers, { traceparent: `00-${attempt}`, 'Platform-Api-Key': 'other', 'x-bad': 'line\nbreak' })
      return send()
    },
  })
  const { sceyt, sent } = recordingClient(inSequence(respondingWith(503, { 'retry-after': '0' }), good))
  await sceyt.users.get('zoe')
  const received = sent.map(({ headers }) =>
    ['traceparent', 'platform-api-key', 'x-bad'].map((name) => headers.get(name)),
  )
  expect(received).toEqual([
    ['00-1', apiKey, null],
    ['00-2', apiKey, null],
  ])
  expect(errors()).toHaveLength(2)
  expect(JSON.stringify(errors())).not.toContain('break')
})

it('sends once, whatever a function does', async () => {
  const errors = keepErrors()
  wrap(
    { attempt: (_attempt, send) => void [send(), send()], call: (run) => void [run(), run()] },
    { attempt: () => {}, call: () => {} },
    {},
    {
      attempt() {
        throw new Error('bad attempt')
      },
      call: async () => {
        throw new Error('bad call')
      },
    },
  )
  const { sceyt, sent } = recordingClient(good)
  expect(await sceyt.messages.send('1', { from: 'zoe', body: 'Hi' })).toEqual(zoe)
  expect(sent).toHaveLength(1)
  await new Promise(setImmediate)
  expect(errors().map(([, details]) => (details as { error: Error }).error.message)).toEqual([
    'bad attempt',
    'bad call',
  ])
})

it('passes on the error of the call, which is not logged', async () => {
  const errors = keepErrors()
  const seen: unknown[] = []
  wrap({
    call: (run) => run().catch((error) => seen.push(error)),
    async attempt(_attempt, send) {
      await send()
    },
  })
  const { sceyt } = recordingClient(failing('ECONNRESET'), { maxRetries: 0 })
  const error = await failure(sceyt.users.get('zoe'))
  expect(error).toMatchObject({ name: 'ConnectionError' })
  expect(seen).toEqual([error])
  await new Promise(setImmediate)
  expect(errors()).toEqual([])
})

it('neither replaces the outcome nor waits for a function', async () => {
  wrap({
    call: async (run) => {
      await run()
      return new Promise(() => {})
    },
    attempt: async (_attempt, send) => {
      await send()
      return { status: 500 }
    },
  })
  expect(await recordingClient(good).sceyt.users.get('zoe')).toEqual(zoe)
})

it('has no effect after the start', async () => {
  const attempt = vi.fn()
  const unsubscribe = subscribeToCalls({
    end: (call) => call.wrap({ attempt }),
    asyncEnd: (call) => call.wrap({ attempt }),
  })
  onTestFinished(unsubscribe)
  await recordingClient(good).sceyt.users.get('zoe')
  expect(attempt).not.toHaveBeenCalled()
})

it('shows the URL without the key', async () => {
  const attempts: CallAttempt[] = []
  wrap({ attempt: (attempt) => attempts.push(attempt) })
  await recordingClient(good).sceyt.users.get(apiKey)
  expect(attempts).toEqual([{ attempt: 1, url: 'https://api.example.com/v1/app/users/[redacted]', headers: {} }])
})

it('wraps calls with a middleware and uploads too', async () => {
  const statuses: number[] = []
  wrap({
    async attempt({ headers }, send) {
      headers['x-trace'] = 'on'
      statuses.push((await send()).status)
    },
  })
  const { sceyt, sent } = recordingClient(() => json({ url: 'https://api.example.com/v1/app/files/a.txt' }))
  const upload = () => sceyt.files.upload(new File(['hello'], 'a.txt', { type: 'text/plain' }))
  await upload()
  sceyt.raw.use({ onRequest: () => undefined })
  await upload()
  expect(statuses).toEqual([200, 200])
  const types = sent.map(({ headers }) => [
    headers.get('x-trace'),
    headers.get('content-type')?.replace(/boundary=.*/, ''),
  ])
  expect(types[0]?.[0]).toBe('on')
  expect(types[0]).toEqual(types[1])
  expect(new Set(types.map(([, type]) => type))).toEqual(new Set(['multipart/form-data; ']))
})
