import { join } from 'node:path'
import { Random } from '../../scripts/soak/sandbox/random.js'
import { type KillRun, killRun } from './kill-run.js'
import { type KillTarget, type Kind, kinds } from './kill-target.js'

/** The exit status of a command that names rows whose outcome is unknown. */
const parkedStatus = 3

interface KillPlan {
  /** The file of the command. */
  command: string
  /** Opens a server for one run. */
  open(): Promise<KillTarget>
  /** A folder for the files and their journals, which stay there. */
  folder: string
  runs: number
  /** Chooses the files and the moments of the kills. */
  seed: number
}

/** What kills did to the rows of imports. */
export interface KillFindings {
  kills: number
  /** Messages whose outcome is unknown, and that the command names. */
  parked: number
  /** Rows that the world does not have as in the file, or that are not done, other than those that are unknown. */
  lost: number
  /** Rows that the world has more than once. */
  doubled: number
  /** Messages whose outcome is unknown, and that the command does not name, or not with what the server has. */
  unreported: number
  /** A line for each row that is lost, doubled or not reported. */
  problems: readonly string[]
}

/** Kills imports at random moments, resumes each until it ends, and compares the world with the file. */
export async function killRuns({ command, open, folder, runs, seed }: KillPlan): Promise<KillFindings> {
  const random = new Random(seed)
  const findings = { kills: 0, parked: 0, lost: 0, doubled: 0, unreported: 0, problems: [] as string[] }
  for (let number = 0; number < runs; number++) {
    const kind = kinds[number % kinds.length] as Kind
    const target = await open()
    const run = await killRun(command, target, kind, join(folder, `run-${number}`), random)
    findings.kills += run.kills
    for (const row of run.copies.keys()) {
      const verdict = judge(run, kind, row + 1)
      if (verdict === undefined) continue
      findings[verdict]++
      if (verdict === 'parked') continue
      findings.problems.push(`run ${number}, ${kind}: ${verdict}, ${describe(run, row + 1)}`)
    }
  }
  return findings
}

type Verdict = 'parked' | 'lost' | 'doubled' | 'unreported'

/** Returns what the kills did to a row; undefined if it is done as without them. */
function judge({ copies, fates, last, parked }: KillRun, kind: Kind, row: number): Verdict | undefined {
  const [count = 0, fate] = [copies[row - 1], fates.get(row)]
  if (count > 1) return 'doubled'
  if (fate === 'done' && count === 1) return undefined
  if (kind === 'users' || (fate !== 'begin' && fate !== 'unknown')) return 'lost'
  return last.code === parkedStatus && parked.get(row) === count ? 'parked' : 'unreported'
}

function describe({ copies, fates, last, parked }: KillRun, row: number): string {
  const named = parked.has(row) ? `named with ${parked.get(row)}` : 'not named'
  return `row ${row} of ${copies.length}: ${copies[row - 1]} times in the world, ${fates.get(row) ?? 'nothing'} in the journal, ${named}. The last command ended with status ${last.code}.`
}
