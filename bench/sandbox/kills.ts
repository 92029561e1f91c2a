import { setTimeout as sleep } from 'node:timers/promises'
import { ConnectionError, createSceyt } from '../../dist/src/index.js'
import { apiKey, keptIn, type Started, start } from './servers.js'

const writers = 10
/** Milliseconds of writes before a kill: at least, and at most. */
const [shortest, longest] = [100, 600]

/** Kills the sandbox during writes, many times on one file, and counts the writes it acknowledged and then did not have. */
export async function countLost(file: string, rounds: number): Promise<number> {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) {
    const started = await start(keptIn(file))
    const writing = Array.from({ length: writers }, (_, writer) =>
      writeUsers(started, `user_${round}_${writer}`, acknowledged),
    )
    await sleep(shortest + Math.random() * (longest - shortest))
    await started.stop()
    await Promise.all(writing)
  }
  if (acknowledged.length === 0) throw new Error('No write was acknowledged before a kill.')
  const started = await start(keptIn(file))
  try {
    const users = await clientOf(started).users.list({ limit: 50 }).toArray({ limit: Infinity })
    const kept = new Set(users.map(({ username }) => username))
    return acknowledged.filter((username) => !kept.has(username)).length
  } finally {
    await started.stop()
  }
}

/** Creates users until the connection ends. */
async function writeUsers(started: Started, prefix: string, acknowledged: string[]): Promise<void> {
  const sceyt = clientOf(started)
  try {
    for (let number = 0; ; number++) {
      const username = `${prefix}_${number}`
      await sceyt.users.create({ username })
      acknowledged.push(username)
    }
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error
  }
}

function clientOf({ baseUrl }: Started) {
  return createSceyt({ baseUrl, apiKey, maxRetries: 0 })
}
