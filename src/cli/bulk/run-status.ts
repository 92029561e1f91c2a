import { setTimeout as wait } from 'node:timers/promises'
import type { EndedRow, JobStatus, QueueStatus } from 'sceyt-platform/bulk/bullmq'
import { nameCommand } from '../name-command.js'
import { escapeLines } from '../output/escape-controls.js'
import { terminalWidth } from '../output/terminal-width.js'
import { writeToStdout } from '../stdout.js'
import { UsageError } from '../usage-error.js'
import { loadQueue } from './load-queue.js'
import { countText, durationText } from './progress-line.js'
import { checkRedisUrl } from './redis-option.js'

/** The options of `status`. */
export interface StatusOptions {
  redis?: string
  job?: string
  markDone?: string
  sendAgain?: string
}

/** Milliseconds between updates on a terminal. */
const interval = 1_000
/** Updates over which the rate is averaged. */
const rateSpan = 5
const clearBelow = '\u001b[J'

/**
 * Prints the progress of the jobs in the queue.
 *
 * @throws UsageError if there is no Redis, or no such job.
 */
export async function runStatus(options: StatusOptions): Promise<void> {
  const connection = checkRedisUrl(options.redis)
  const { readStatus, listRows, settleRows } = await loadQueue()
  const { job, markDone, sendAgain } = options
  if (job === undefined) {
    if (markDone !== undefined || sendAgain !== undefined)
      throw new UsageError('--mark-done and --send-again need the name of a job: pass --job NAME.')
    return watch(() => readStatus(connection))
  }
  const { jobs } = await readStatus(connection)
  const found = jobs.find((one) => one.job === job)
  if (!found) throw new UsageError(`There is no job ${JSON.stringify(job)}. ${namesOf(jobs)}`)
  const read = (state: 'parked' | 'failed') => toSorted(listRows({ connection, job }, state))
  if (markDone !== undefined || sendAgain !== undefined) {
    const [parked, failed] = await Promise.all((['parked', 'failed'] as const).map(read))
    const rowsOf = (ended: readonly EndedRow[] = []) => ended.map(({ row }) => row)
    const done = select('--mark-done', markDone, { all: rowsOf(parked) })
    const again = select('--send-again', sendAgain, { all: rowsOf(parked), failed: rowsOf(failed) })
    const both = done.find((row) => again.includes(row))
    if (both !== undefined) throw new UsageError(`Row ${both + 1} is in both --mark-done and --send-again.`)
    await settleRows({ connection, job, done, sendAgain: again })
    return print(`${done.length} marked as done, ${again.length} to be sent again.`)
  }
  await print(lineOf(found))
  for (const { row, value } of await read('failed')) await print(`row ${row + 1} failed: ${nameCommand(String(value))}`)
  for (const { row } of await read('parked')) await print(`row ${row + 1} is parked: it may have been sent.`)
}

function namesOf(jobs: readonly JobStatus[]): string {
  return jobs.length === 0 ? 'The queue has none.' : `The queue has ${jobs.map(({ job }) => job).join(', ')}.`
}

async function toSorted(rows: AsyncIterable<EndedRow>): Promise<EndedRow[]> {
  const all: EndedRow[] = []
  for await (const row of rows) all.push(row)
  return all.sort((one, other) => one.row - other.row)
}

/**
 * Returns the rows, counted from 0, that a flag names by their numbers, or all at once by the name of their list.
 *
 * @throws UsageError if a row is in none of the lists.
 */
function select(
  flag: string,
  text: string | undefined,
  lists: Readonly<Record<string, readonly number[]>>,
): readonly number[] {
  if (text === undefined) return []
  const named = Object.hasOwn(lists, text) ? lists[text] : undefined
  if (named) return named
  const known = new Set(Object.values(lists).flat())
  const rows = text.split(',').map((part) => {
    const row = Number(part) - 1
    if (known.has(row)) return row
    throw new UsageError(
      `${flag}: row ${JSON.stringify(part)} ${lists['failed'] ? 'has not failed, and ' : ''}is not parked.`,
    )
  })
  return [...new Set(rows)]
}

/** Prints the status; on a terminal, again and again in the same place, until every job has ended. */
async function watch(read: () => Promise<QueueStatus>): Promise<void> {
  const history: { time: number; ended: Map<string, number> }[] = []
  let height = 0
  for (;;) {
    const status = await read()
    const time = performance.now()
    history.push({ time, ended: new Map(status.jobs.map((job) => [job.job, endedOf(job)])) })
    if (history.length > rateSpan + 1) history.shift()
    const [first] = history as [(typeof history)[0]]
    const rateOf = (job: JobStatus) =>
      ((endedOf(job) - (first.ended.get(job.job) ?? 0)) * 1000) / Math.max(1, time - first.time)
    const lines = status.jobs.map((job) => lineOf(job, history.length > 1 ? rateOf(job) : undefined))
    lines.push(`${countText(status.workers)} ${status.workers === 1 ? 'worker' : 'workers'}`)
    if (!process.stdout.isTTY) return print(lines.join('\n'))
    const columns = terminalWidth(process.stdout) - 1
    const up = height > 0 ? `\u001b[${height}A` : ''
    await writeToStdout(`${up}\r${clearBelow}${lines.map((line) => `${line.slice(0, columns)}\n`).join('')}`)
    height = lines.length
    if (status.jobs.every(({ isFinished }) => isFinished)) return
    await wait(interval)
  }
}

function endedOf({ done, failed, parked }: JobStatus): number {
  return done + failed + parked
}

function lineOf(job: JobStatus, rate?: number): string {
  const ended = endedOf(job)
  const left = job.total - ended
  return [
    `${job.job}: ${countText(ended)} of ${countText(job.total)}, ${Math.floor((ended / job.total) * 100)} %`,
    ...(rate !== undefined && left > 0 ? [`${countText(Math.round(rate))}/s`] : []),
    `${countText(job.failed)} failed`,
    `${countText(job.parked)} parked`,
    ...(left > 0 && job.workers === 0 ? [`no worker for ${job.queue}`] : []),
    ...(rate !== undefined && rate > 0 && left > 0 ? [`${durationText(left / rate)} left`] : []),
  ].join(', ')
}

function print(text: string): Promise<void> {
  return writeToStdout(`${escapeLines(text)}\n`)
}
