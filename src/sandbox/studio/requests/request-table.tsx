import type { JournalEntry } from '../../journal-entry.js'
import { ShownText } from '../parts/shown-text.js'
import { decodeUrl } from './request-filter.js'

interface RequestTableProps {
  readonly entries: readonly JournalEntry[]
  /** The number of the one that is open. */
  readonly opened: number | undefined
  onOpen(number: number): void
}

/** Longer ones are cut, since a cell shows less. */
const mostShown = 300

/** A row for each request, the newest first. */
export function RequestTable({ entries, opened, onOpen }: RequestTableProps) {
  return (
    <div class="table-box">
      <table class="requests">
        <thead>
          <tr>
            <th scope="col">Time (UTC)</th>
            <th scope="col">Method</th>
            <th scope="col">Path</th>
            <th scope="col">Operation</th>
            <th scope="col">Status</th>
            <th scope="col">Duration</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <RequestRow key={entry.number} entry={entry} isOpen={entry.number === opened} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RequestRowProps {
  readonly entry: JournalEntry
  readonly isOpen: boolean
  onOpen(number: number): void
}

function RequestRow({ entry, isOpen, onOpen }: RequestRowProps) {
  const { number, time, method, url, operation, status, duration, problem, faults } = entry
  const decoded = decodeUrl(url)
  return (
    <tr class="openable" aria-current={isOpen || undefined}>
      <td class="mono soft">{time.slice(11, 23)}</td>
      <td class="mono">{method}</td>
      <td class="path">
        <button type="button" class="link mono" data-row={number} onClick={() => onOpen(number)}>
          <ShownText text={decoded.slice(0, mostShown)} />
        </button>
        {problem !== undefined && (
          <div class="bad reason">
            <ShownText text={problem.slice(0, mostShown)} />
          </div>
        )}
      </td>
      <td>{operation ?? <span class="soft">none</span>}</td>
      <td>
        <StatusText status={status} />
        {faults.length > 0 && <span class="warn"> fault</span>}
      </td>
      <td class="mono soft">{formatDuration(duration)}</td>
    </tr>
  )
}

/** A status in its colour. */
export function StatusText({ status }: { readonly status: number | null }) {
  if (status === null) return <span class="bad">no response</span>
  return <span class={status < 400 ? 'good' : 'bad'}>{status}</span>
}

/** Formats milliseconds. */
export function formatDuration(duration: number): string {
  return duration < 1_000 ? `${duration.toFixed(1)} ms` : `${(duration / 1_000).toFixed(2)} s`
}
