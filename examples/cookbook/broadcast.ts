// Sends a message to every channel that a filter matches, and logs the result of each.
// Run it again with the same log, even after a crash: no channel that has the message, or may have it, gets it twice.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import * as errors from 'sceyt-platform'
import { createSceyt, type MessageSend, type Sceyt, where } from 'sceyt-platform'

/** Only `unsent` is retried. After `sending` and `unknown` the channel may have the message: look into it first. */
export type State = 'sending' | 'sent' | 'unsent' | 'unknown'

export type Entry = { channel: string; state: State; why?: string }
type Log = (entry: Entry) => void

export async function broadcast(sceyt: Sceyt, message: MessageSend, filter: string[], path: string): Promise<Entry[]> {
  const entries = readLog(path)
  for await (const { items } of sceyt.channels.list({ filter, limit: 20 }).pages()) {
    const unsent = items.filter(({ id }) => (entries.get(id)?.state ?? 'unsent') === 'unsent')
    await Promise.all(unsent.map(({ id }) => deliver(sceyt, message, id, log)))
  }
  return [...entries.values()]

  function log(entry: Entry): void {
    // Synchronously, so that a crash cannot lose the entry.
    appendFileSync(path, `${JSON.stringify(entry)}\n`)
    entries.set(entry.channel, entry)
  }
}

/** Sends to one channel, once. */
export async function deliver(sceyt: Sceyt, message: MessageSend, channel: string, log: Log): Promise<void> {
  log({ channel, state: 'sending' })
  try {
    await sceyt.messages.send(channel, message)
    log({ channel, state: 'sent' })
  } catch (error) {
    log({ channel, state: stateAfter(error), why: String(error) })
  }
}

function stateAfter(error: unknown): State {
  if (error instanceof errors.ResponseError && error.accepted) return 'sent'
  if (error instanceof errors.InputError) return 'unsent'
  if (error instanceof errors.ConnectionError) return error.unsent ? 'unsent' : 'unknown'
  if (error instanceof errors.TimeoutError) return error.attempts ? 'unknown' : 'unsent'
  // The server rejected it. After a 408 or 5xx, it may have sent the message all the same.
  if (error instanceof errors.ApiError) return error.status < 500 && error.status !== 408 ? 'unsent' : 'unknown'
  return 'unknown'
}

function readLog(path: string): Map<string, Entry> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  return new Map(lines.map((line) => JSON.parse(line) as Entry).map((entry) => [entry.channel, entry]))
}

if (process.argv[1] === import.meta.filename) {
  const [from = '', body = '', path = ''] = process.argv.slice(2)
  const filter = [where('type', 'eq', 'public')]
  console.table(await broadcast(createSceyt({ maxConcurrent: 20 }), { from, body }, filter, path))
}
