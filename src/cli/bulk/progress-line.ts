import type { BulkProgress } from 'sceyt-platform/bulk'
import { terminalWidth } from '../output/terminal-width.js'

/** Milliseconds between two updates: of the line on a terminal, and of lines in a log. */
const [onTerminal, inLog] = [100, 5_000]
/** Milliseconds whose average is the rate. */
const rateSpan = 5_000
const barWidth = 20
const clearLine = '\r\u001b[K'

type Terminal = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>

/** Shows how far a job is: a line that changes on a terminal, and a new line every few seconds elsewhere. */
export interface ProgressLine {
  /** Prints a message above the line. */
  note(message: string): void
  /** Ends it: the line stays as it is. */
  end(): void
}

/**
 * Shows the progress of a job until it ends.
 *
 * @param total - Number of items, if it is known.
 */
export function showProgress(
  what: string,
  total: number | undefined,
  progress: Readonly<BulkProgress>,
  stream: Terminal,
): ProgressLine {
  const marks: { time: number; count: number }[] = []
  const countOf = () => progress.done - progress.skipped + progress.failed + progress.parked
  const text = () => {
    const time = performance.now()
    marks.push({ time, count: countOf() })
    while (marks.length > 2 && (marks[1]?.time ?? 0) < time - rateSpan) marks.shift()
    const [first, last] = [marks[0], marks.at(-1)] as [(typeof marks)[0], (typeof marks)[0]]
    const rate = ((last.count - first.count) * 1000) / Math.max(1, last.time - first.time)
    const ended = progress.done + progress.failed + progress.parked
    const left = total === undefined ? undefined : total - ended
    const parts = [
      total === undefined
        ? `${countText(ended)} ${what}`
        : `${countText(ended)} of ${countText(total)} ${what}, ${Math.floor((ended / Math.max(1, total)) * 100)} %`,
      `${countText(Math.round(rate))}/s`,
      `${countText(progress.failed)} failed`,
      ...(progress.parked > 0 ? [`${countText(progress.parked)} parked`] : []),
      ...(left !== undefined && left > 0 && rate > 0 ? [`${durationText(left / rate)} left`] : []),
    ]
    return { line: parts.join(', '), part: total === undefined ? undefined : ended / Math.max(1, total) }
  }
  const isTerminal = stream.isTTY === true
  const draw = () => {
    const { line, part } = text()
    if (!isTerminal) return stream.write(`${line}\n`)
    const bar = part === undefined ? '' : `${barOf(part)} `
    const columns = terminalWidth(stream) - 1
    const shown = bar.length + line.length <= columns ? bar + line : line
    return stream.write(`${clearLine}${shown.slice(0, columns)}`)
  }
  if (isTerminal) draw()
  else text()
  const timer = setInterval(draw, isTerminal ? onTerminal : inLog)
  timer.unref()
  return {
    note(message) {
      stream.write(isTerminal ? `${clearLine}${message}\n` : `${message}\n`)
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
