import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { createSandbox, type Sandbox, type Seed } from '../../dist/src/sandbox/index.js'
import { keepIn, type Store } from '../../dist/src/sandbox/node/index.js'
import { median } from '../median.js'
import { type Batch, interleave } from '../rounds.js'
import { report } from './report.js'

/** The cost of a large state that is kept in a file. */
export interface StoreTimes {
  /** The time of a message in a large state, divided by that in an empty one. */
  cost: number
  /** The longest time in which the event loop did not run during 5,000 messages, in milliseconds: the median of nine. */
  stall: number
  /** The time to load the file, divided by that to parse it as JSON. */
  start: number
  /** Seconds to end, with changes that are not in the file yet. */
  end: number
}

const users = 100_000
const channels = 10_000
const messagesOfEach = 50
const from = 'user_0'
const id = '101437428530810881'
const empty: Seed = { users: [{ username: from }], channels: [{ type: 'public', id, owner: from }] }

function largeSeed(): Seed {
  const username = (index: number) => `user_${index % users}`
  return {
    users: Array.from({ length: users }, (_, index) => ({ username: username(index), first_name: `First ${index}` })),
    channels: Array.from({ length: channels }, (_, index) => ({
      type: 'public',
      ...(index === 0 && { id }),
      owner: username(index),
      members: Array.from({ length: 10 }, (_, member) => ({ username: username(index * 10 + member) })),
      messages: Array.from({ length: messagesOfEach }, (_, number) => ({
        from: username(index * 10),
        body: `Message ${number} of channel ${index}, with a few more words in it.`,
      })),
    })),
  }
}

const body = JSON.stringify({ from, body: 'One more message, with a few more words in it.' })

/** Sends messages without a client, which would add the same time to each. */
function sendTo(sandbox: Sandbox, messages: number): Batch {
  const request = {
    method: 'POST',
    origin: 'http://127.0.0.1',
    pathname: `${sandbox.basePath()}/channels/${id}/messages`,
    search: '',
    header: (name: string) => (name === 'content-type' ? 'application/json' : 'sandbox-key'),
    body: async () => body,
  }
  return async () => {
    const start = performance.now()
    for (let count = 0; count < messages; count++) {
      const outcome = await sandbox.respond(request)
      if (outcome.kind !== 'response' || outcome.status !== 200) throw new Error('A message was not sent.')
    }
    return performance.now() - start
  }
}

const fail = (error: unknown) => {
  throw error
}

/** Waits until the index of the messages is built, in the background. */
const indexed = () => sleep(2_000)

async function load(path: string, seed: Seed = {}): Promise<{ sandbox: Sandbox; store: Store }> {
  const sandbox = createSandbox({ seed })
  return { sandbox, store: await keepIn(path, sandbox, fail) }
}

/** Megabytes of the large state: from its file, or without one. */
async function measureMemory(file: string | undefined): Promise<number> {
  const sandbox = createSandbox()
  const store = file === undefined ? undefined : await keepIn(file, sandbox, fail)
  if (!store) sandbox.seed(largeSeed())
  await indexed()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  await store?.close()
  return (heapUsed + external) / 1e6
}

/** Milliseconds of the longest time in which the event loop did not run, while messages are sent. */
async function longestStall(send: Batch): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (let batch = 0; batch < 250; batch++) {
    await send()
    await setImmediate()
  }
  delay.disable()
  return delay.max / 1e6
}

async function measureTimes(file: string): Promise<StoreTimes> {
  const { start, parse } = await interleave(
    {
      start: async () => {
        const begin = performance.now()
        const { store } = await load(file)
        const time = performance.now() - begin
        await store.close()
        return time
      },
      parse: async () => {
        const begin = performance.now()
        JSON.parse(await readFile(file, 'utf8'))
        return performance.now() - begin
      },
    },
    { rounds: 7, warmUps: 1 },
  )
  const [large, small] = [await load(file), await load(`${file}.small`, empty)]
  await indexed()
  const sends = await interleave(
    { large: sendTo(large.sandbox, 500), small: sendTo(small.sandbox, 500) },
    { rounds: 101, warmUps: 20 },
  )
  const stalls = await interleave({ large: () => longestStall(sendTo(large.sandbox, 20)) }, { rounds: 9, warmUps: 1 })
  const begin = performance.now()
  await large.store.close()
  const end = performance.now() - begin
  await small.store.close()
  return {
    cost: median(sends.large.map((time, round) => time / (sends.small[round] ?? Number.NaN))),
    stall: median(stalls.large),
    start: median(start.map((time, round) => time / (parse[round] ?? Number.NaN))),
    end: end / 1000,
  }
}

const [what, file = ''] = process.argv.slice(2)
if (what === 'write') {
  await (await load(file, largeSeed())).store.close()
  report('written')
} else if (what === 'times') report(await measureTimes(file))
else report(await measureMemory(file || undefined))
