import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../scripts/soak/sandbox/random.js'
import { countCopies, type KillTarget, type Kind } from './kill-target.js'
import { type Fate, readFates } from './read-fates.js'
import { writeMessages, writeUsers } from './rows.js'
import { type Ended, startCommand } from './start-command.js'

/** An import that was killed, and resumed until it ended. */
export interface KillRun {
  kills: number
  /** How often the world has each row. */
  copies: readonly number[]
  /** What the journal says of each row, by its number. */
  fates: ReadonlyMap<number, Fate>
  /** The last command, which was not killed. */
  last: Ended
  /** The rows that it has parked, and how often it finds each on the server. */
  parked: ReadonlyMap<number, number>
}

/** The fewest rows of a file, and how many more there can be. */
const [fewest, more] = [100, 700]
/** The most kills of one import. */
const mostKills = 3
/** The share of kills that may come before the first request. */
const earlyShare = 0.15
/** Milliseconds in which a command starts, and in which some requests are made. */
const [starting, instant] = [400, 8]

/**
 * Imports a file with kills.
 *
 * @param command - The file of the command.
 * @param path - Of the file of rows, without an ending.
 */
export async function killRun(
  command: string,
  target: KillTarget,
  kind: Kind,
  path: string,
  random: Random,
): Promise<KillRun> {
  const rows = fewest + random.below(more)
  const file = kind === 'users' ? `${path}.csv` : `${path}.ndjson`
  await (kind === 'users' ? writeUsers(file, rows) : writeMessages(file, rows))
  const concurrency = random.pick([1, 8, 64]) ?? 1
  const begin = (...flags: string[]) => startCommand(command, ['import', kind, file, ...flags], target)
  const send = () => begin('--concurrency', String(concurrency))
  let requests = 0
  const ignore = target.sandbox.journal.listen(() => requests++)
  const kills = 1 + random.below(mostKills)
  for (let kill = 0; kill < kills; kill++) {
    const isEarly = random.chance(earlyShare)
    const enough = isEarly ? 0 : requests + random.below(Math.max(1, rows - requests))
    const delay = random.below(isEarly ? starting : instant)
    const { child, ended } = send()
    // Few rows may be left, so that the command ends before it is killed.
    while (requests < enough && child.exitCode === null) await sleep(1)
    await sleep(delay)
    child.kill('SIGKILL')
    await ended
  }
  const last = await send().ended
  ignore()
  const { output } = kind === 'messages' ? await begin('--resolve').ended : { output: '' }
  // The server may still have requests of the killed processes.
  await target.close()
  const journal = await readFile(`${file}.journal.ndjson`, 'utf8')
  return { kills, copies: countCopies(target, kind, rows), fates: readFates(journal), last, parked: readParked(output) }
}

/** Reads what `--resolve` prints. In NDJSON, the number of a row is that of its line. */
function readParked(output: string): ReadonlyMap<number, number> {
  const rows = output.matchAll(/(\d+), begun at .+\n.*[Tt]he server has (no|\d+) /g)
  return new Map(Array.from(rows, ([, row, count]) => [Number(row), count === 'no' ? 0 : Number(count)]))
}
