import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { JournalEntry } from '../../journal-entry.js'
import { callControl } from '../control-client.js'
import { ConfirmDialog } from '../parts/confirm-dialog.js'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useRowKeys } from '../parts/use-row-keys.js'
import { goTo, useRoute } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { FilterBar } from './filter-bar.js'
import { RequestDrawer } from './request-drawer.js'
import { matcherOf, readFilter } from './request-filter.js'
import { RequestTable } from './request-table.js'
import { useRequestLog } from './use-request-log.js'

const pageLength = 100
/** Pixels from which on a reader is further down, so that new requests must not move the list. */
const readingFrom = 120

/** Shows the requests as they arrive. */
export function RequestsPage() {
  const { app, apps } = useStudio()
  const { query } = useRoute()
  const log = useRequestLog()
  const { top, isPaused, hold, release } = useHeldTop(log.entries)
  const [shown, setShown] = useState(pageLength)
  const [isClearing, setClearing] = useState(false)
  useRowKeys()
  const filter = readFilter(query)
  const filterKey = JSON.stringify(filter)
  const matching = useMemo(() => {
    const matches = matcherOf(JSON.parse(filterKey), new URL(app.baseUrl).pathname)
    return log.entries?.filter(matches) ?? []
  }, [log.entries, filterKey, app])
  const held = top === undefined ? matching : matching.filter(({ number }) => number <= top)
  const newer = matching.length - held.length
  const open = (number: number | undefined) => goTo(['requests'], { ...filter, open: number })
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <>
      <div class="toolbar">
        <h1>Requests</h1>
        <span class="soft" role="status">
          {log.entries && `${formatNumber(held.length)}${isFiltered ? ` of ${formatNumber(log.entries.length)}` : ''}`}
        </span>
        <span class="push toolbar">
          <button type="button" aria-pressed={isPaused} onClick={isPaused ? release : hold}>
            {isPaused ? 'Resume' : 'Pause'}
          </button>
          <button type="button" class="danger" onClick={() => setClearing(true)}>
            Clear
          </button>
        </span>
      </div>
      <FilterBar filter={filter} hasSeveralApps={apps.length > 1} statuses={statusesOf(log.entries)} />
      <ProblemText text={log.error} />
      <button type="button" class="newer" hidden={newer === 0} onClick={release}>
        {newer === 1 ? '1 new request' : `${formatNumber(newer)} new requests`}
      </button>
      {log.entries === undefined ? null : held.length === 0 ? (
        <p class="empty">
          {isFiltered
            ? 'No request matches these filters.'
            : 'No requests yet. The page Connect has a first one to copy.'}
        </p>
      ) : (
        <RequestTable entries={held.slice(0, shown)} hasGaps={!isFiltered} onOpen={open} />
      )}
      {held.length > shown && (
        <button type="button" onClick={() => setShown(shown + pageLength)}>
          Show more
        </button>
      )}
      {query.get('open') !== null && (
        <RequestDrawer number={Number(query.get('open'))} log={log} entries={held} onOpen={open} />
      )}
      {isClearing && (
        <ConfirmDialog
          title="Clear the log?"
          button="Clear"
          onConfirm={async () => {
            await callControl('DELETE', '/requests')
            await log.update()
          }}
          onClose={() => setClearing(false)}
        >
          The requests of all applications are removed from the log. Their numbers start again at 1.
        </ConfirmDialog>
      )}
    </>
  )
}

/** Keeps the newest request that is shown, while the reader has paused the list or has scrolled down. */
function useHeldTop(entries: readonly JournalEntry[] | undefined) {
  const [top, setTop] = useState<number>()
  const [isPaused, setPaused] = useState(false)
  const newest = useRef(0)
  const number = entries?.[0]?.number ?? 0
  useEffect(() => {
    // The numbers of a log that was cleared start again.
    if (number < newest.current) setTop(undefined)
    else if (number > newest.current && scrollY > readingFrom) setTop((held) => held ?? newest.current)
    newest.current = number
  }, [number])
  const hold = () => {
    setPaused(true)
    setTop(number)
  }
  const release = () => {
    setPaused(false)
    setTop(undefined)
    scrollTo(0, 0)
  }
  return { top, isPaused, hold, release }
}

function statusesOf(entries: readonly JournalEntry[] | undefined): string[] {
  return [...new Set(entries?.flatMap(({ status }) => (status === null ? [] : String(status))))].sort()
}
