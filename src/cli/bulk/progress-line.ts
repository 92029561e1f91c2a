import type { BulkProgress } from 'sceyt-platform/bulk'
import { errorFormat } from '../error-format.js'
import { terminalWidth } from '../output/terminal-width.js'
import { toNote } from '../print-note.js'

/** Milliseconds between updates of the line on a terminal, and between lines elsewhere. */
const [terminalInterval, logInterval] = [100, 5_000]
/** Milliseconds over which the rate is averaged. */
const rateSpan = 5_000
const barWidth = 20
const clearLine = '\r\u001b[K'

type Terminal = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>

/** The progress of a job: a line that changes on a terminal, and a new line every few seconds elsewhere, or with `--errors json`. */
export interface ProgressLine {
  /** Prints a message above the line. A server may have written a part of it. */
  note(message: string): void
  /** Stops the updates. The line stays. */
  end(): void
}

/**
 * Shows the progress of a job until `end` is called.
 *
 * @param what - What the items are, such as `users`.
 * @param total - Number of items, if it is known.
 * @param hasPauses - Whether there may be nothing to do for long: then, a new line is written only if a count has changed.
 */
export function showProgress(
  what: string,
  total: number | undefined,
  progressOf: () => Readonly<BulkProgress>,
  stream: Terminal,
  hasPauses = false,
): ProgressLine {
  let shown = 0
  const marks: { time: number; count: number }[] = []
  const text = () => {
    const time = performance.now()
    const { done, skipped, failed, parked } = progressOf()
    const ended = done + failed + parked
    marks.push({ time, count: ended - skipped })
    while (marks.length > 2 && (marks[1]?.time ?? 0) < time - rateSpan) marks.shift()
    const [first, last] = [marks[0], marks.at(-1)] as [(typeof marks)[0], (typeof marks)[0]]
    const rate = ((last.count - first.count) * 1000) / Math.max(1, last.time - first.time)
    const left = total === undefined ? undefined : total - ended
    const parts = [
      total === undefined
        ? `${countText(ended)} ${what}`
        : `${countText(ended)} of ${countText(total)} ${what}, ${Math.floor((ended / Math.max(1, total)) * 100)} %`,
      `${countText(Math.round(rate))}/s`,
      `${countText(failed)} failed`,
      ...(parked > 0 ? [`${countText(parked)} parked`] : []),
      ...(left !== undefined && left > 0 && rate > 0 ? [`${durationText(left / rate)} left`] : []),
    ]
    return { line: parts.join(', '), count: ended, part: total === undefined ? undefined : ended / Math.max(1, total) }
  }
  const isTerminal = stream.isTTY === true && errorFormat() === 'text'
  const draw = () => {
    const { line, part, count } = text()
    if (!isTerminal) {
      if (hasPauses && count === shown) return
      shown = count
      return stream.write(`${toNote(line)}\n`)
    }
    const bar = part === undefined ? '' : `${barOf(part)} `
    const columns = terminalWidth(stream) - 1
    const whole = bar.length + line.length <= columns ? bar + line : line
    return stream.write(`${clearLine}${whole.slice(0, columns)}`)
  }
  if (isTerminal) draw()
  else text()
  const timer = setInterval(draw, isTerminal ? terminalInterval : logInterval)
  timer.unref()
  return {
    note(message) {
      stream.write(`${isTerminal ? clearLine : ''}${toNote(message)}\n`)
      if (isTerminal) draw()
    },
    end() {
      clearInterval(timer)
      if (!isTerminal) return
      draw()
      stream.write('\n')
    },
  }
}

function barOf(part: number): string {
  const full = Math.floor(Math.min(1, part) * barWidth)
  return `[${'='.repeat(full)}${' '.repeat(barWidth - full)}]`
}

/** Writes a count with commas: 12,345. */
export function countText(count: number): string {
  return count.toLocaleString('en-US')
}

/** Writes a duration: 42 s, 3 min 5 s, 2 h 10 min. */
export function durationText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
