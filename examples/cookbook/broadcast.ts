// Sends a message to every channel that a filter matches, and writes down what became of each.
// Run it again with the same log, even after a crash: no channel that has the message, or may have it, gets it twice.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import {
  ApiError,
  ConnectionError,
  createSceyt,
  InputError,
  type MessageSend,
  ResponseError,
  type Sceyt,
  TimeoutError,
  where,
} from 'sceyt-platform'

/** `unsent` is safe to send again. `sending` and `unknown` are not: look into the channel first. */
export type State = 'sending' | 'sent' | 'unsent' | 'unknown'

export interface Delivery {
  channel: string
  state: State
  why?: string
}

export async function broadcast(
  sceyt: Sceyt,
  message: MessageSend,
  filter: string[],
  log: string,
): Promise<Delivery[]> {
  const deliveries = readLog(log)
  for await (const { items } of sceyt.channels.list({ filter, limit: 20 }).pages()) {
    const due = items.filter(({ id }) => (deliveries.get(id)?.state ?? 'unsent') === 'unsent')
    await Promise.all(due.map(({ id }) => deliver(sceyt, message, id, note)))
  }
  return [...deliveries.values()]

  function note(delivery: Delivery): void {
    // Before anything else happens: a crash must not lose it.
    appendFileSync(log, `${JSON.stringify(delivery)}\n`)
    deliveries.set(delivery.channel, delivery)
  }
}

/** Sends to one channel, once. */
export async function deliver(
  sceyt: Sceyt,
  message: MessageSend,
  channel: string,
  note: (delivery: Delivery) => void,
): Promise<void> {
  note({ channel, state: 'sending' })
  try {
    await sceyt.messages.send(channel, message)
    note({ channel, state: 'sent' })
  } catch (error) {
    note({ channel, state: stateAfter(error), why: String(error) })
  }
}

function stateAfter(error: unknown): State {
  if (error instanceof ResponseError && error.accepted) return 'sent'
  if (error instanceof InputError) return 'unsent'
  if (error instanceof ConnectionError) return error.unsent ? 'unsent' : 'unknown'
  if (error instanceof TimeoutError) return error.attempts ? 'unknown' : 'unsent'
  // The server turned it away; after a 408 or 5xx it may have done it all the same.
  if (error instanceof ApiError) return error.status < 500 && error.status !== 408 ? 'unsent' : 'unknown'
  return 'unknown'
}

function readLog(path: string): Map<string, Delivery> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  return new Map(lines.map((line) => JSON.parse(line) as Delivery).map((delivery) => [delivery.channel, delivery]))
}

if (process.argv[1] === import.meta.filename) {
  const [from = '', body = '', log = ''] = process.argv.slice(2)
  console.table(
    await broadcast(createSceyt({ maxConcurrent: 20 }), { from, body }, [where('type', 'eq', 'public')], log),
  )
}
