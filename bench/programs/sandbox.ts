import { createSceyt } from '../../dist/src/index.js'
import { demo } from '../../dist/src/sandbox/demo/index.js'
import { createSandbox } from '../../dist/src/sandbox/index.js'
import { inSequence } from '../batches.js'
import { fastest } from '../fastest.js'
import { median } from '../median.js'
import { type Batch, interleave } from '../rounds.js'
import { report } from './report.js'

/** The speed of the sandbox in the process that uses it. */
export interface SandboxFigures {
  /** Microseconds for one call of the client, response included. */
  call: number
  /** Milliseconds for a reset to the demo. */
  reset: number
  /** The time of the slowest page of a long list, divided by that of the fastest. */
  pages: number
}

async function timeCall(): Promise<number> {
  const sceyt = createSceyt(createSandbox({ seed: demo }).connection())
  const { call } = await interleave(
    { call: () => inSequence(2000, async () => sceyt.users.get('zoe')) },
    { rounds: 31, warmUps: 5 },
  )
  return median(call)
}

async function timeReset(): Promise<number> {
  const sandbox = createSandbox({ seed: demo })
  const { reset } = await interleave(
    { reset: () => inSequence(1, async () => sandbox.reset()) },
    { rounds: 500, warmUps: 200 },
  )
  return median(reset) / 1000
}

const id = '101437428530810881'
const count = 100_000
const limit = 50

// Without a client, which would add the same time to each page and so hide a difference.
function comparePages(): Promise<number> {
  const messages = Array.from({ length: count }, (_, index) => ({
    from: 'zoe',
    body: `This is number ${count + index}.`,
    type: 'text',
  }))
  const sandbox = createSandbox({
    seed: { users: [{ username: 'zoe' }], channels: [{ type: 'private', id, owner: 'zoe', messages }] },
  })
  const { fetch, apiUrl, apiKey } = sandbox.connection()
  const url = `${apiUrl}${sandbox.basePath()}/channels/${id}/messages?limit=${limit}&offset=`
  const page =
    (offset: number): Batch =>
    () =>
      inSequence(5, async () => {
        const response = await fetch(url + offset, { headers: { 'platform-api-key': apiKey } })
        const items = (await response.text()).split('"from"').length - 1
        if (items !== limit) throw new Error(`The page at ${offset} holds ${items} messages.`)
      })
  return compare({ first: page(0), middle: page(count / 2), last: page(count - limit) })
}

// Each at its fastest tenth, since the three differ by less than the noise of the machine.
async function compare(batches: Record<string, Batch>): Promise<number> {
  const times = Object.values(await interleave(batches, { rounds: 500, warmUps: 200 })).map(fastest)
  return Math.max(...times) / Math.min(...times)
}

const figures: SandboxFigures = { call: await timeCall(), reset: await timeReset(), pages: await comparePages() }
report(figures)
