import { useMemo, useState } from 'preact/hooks'
import type { JournalEntry } from '../../journal-entry.js'
import { callControl } from '../control-client.js'
import { ConfirmDialog } from '../parts/confirm-dialog.js'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useRowFocus } from '../parts/use-row-focus.js'
import { useRowKeys } from '../parts/use-row-keys.js'
import { closeTo, goTo, openOver, useRoute } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { FilterBar } from './filter-bar.js'
import { RequestDrawer } from './request-drawer.js'
import { matcherOf, readFilter } from './request-filter.js'
import { RequestTable } from './request-table.js'
import { useHeldLog } from './use-held-log.js'
import { useRequestLog } from './use-request-log.js'

const pageLength = 100

/** Shows the requests as they arrive. */
export function RequestsPage() {
  const { app, apps } = useStudio()
  const { query } = useRoute()
  const log = useRequestLog()
  const { listed, waiting, isPaused, hold, release } = useHeldLog(log.entries)
  const [shown, setShown] = useState(pageLength)
  const [isClearing, setClearing] = useState(false)
  useRowKeys()
  const filter = readFilter(query)
  const filterKey = JSON.stringify(filter)
  const matches = useMemo(() => matcherOf(JSON.parse(filterKey), new URL(app.baseUrl).pathname), [filterKey, app])
  const matching = useMemo(() => listed?.filter(matches) ?? [], [listed, matches])
  const newer = useMemo(() => waiting.filter(matches).length, [waiting, matches])
  const opened = query.get('open')
  const number = Number(opened) || undefined
  const openedAt = matching.findIndex((entry) => entry.number === number)
  // Enough to have the open request too.
  const length = Math.max(shown, Math.ceil((openedAt + 1) / pageLength) * pageLength)
  if (length > shown) setShown(length)
  useRowFocus(
    opened,
    matching.slice(0, length).map((entry) => String(entry.number)),
  )
  const isFiltered = Object.values(filter).some((value) => value !== '')
  const dropped = (listed?.at(-1)?.number ?? 1) - 1
  return (
    <>
      <div class="toolbar">
        <h1>Requests</h1>
        <span class="soft" role="status">
          {listed && `${formatNumber(matching.length)}${isFiltered ? ` of ${formatNumber(listed.length)}` : ''}`}
        </span>
        {dropped > 0 && (
          <span class="soft">
            {dropped === 1 ? '1 earlier request is' : `${formatNumber(dropped)} earlier requests are`} no longer kept
            {apps.length > 1 && ', in all applications'}
          </span>
        )}
        <span class="push toolbar">
          <button type="button" aria-pressed={isPaused} onClick={isPaused ? release : hold}>
            {isPaused ? 'Resume' : 'Pause'}
          </button>
          <button type="button" class="danger" onClick={() => setClearing(true)}>
            Clear log
          </button>
        </span>
      </div>
      <FilterBar filter={filter} hasSeveralApps={apps.length > 1} statuses={statusesOf(listed)} />
      <ProblemText text={log.error} />
      <button type="button" class="newer" hidden={newer === 0} onClick={release}>
        {newer === 1 ? '1 new request' : `${formatNumber(newer)} new requests`}
      </button>
      {listed === undefined ? null : matching.length === 0 ? (
        <p class="empty">
          {isFiltered
            ? 'No request matches these filters.'
            : 'No requests yet. Copy a first one from the Connect page.'}
        </p>
      ) : (
        <RequestTable
          entries={matching.slice(0, length)}
          opened={number}
          onOpen={(next) => openOver(['requests'], { ...filter, open: next })}
        />
      )}
      {matching.length > length && (
        <button type="button" onClick={() => setShown(length + pageLength)}>
          Show more
        </button>
      )}
      {number !== undefined && (
        <RequestDrawer
          number={number}
          log={log}
          entries={matching}
          onMove={(next) => goTo(['requests'], { ...filter, open: next }, true)}
          onClose={() => closeTo(['requests'], { ...filter })}
        />
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
          The requests of all applications are removed from the log, and numbers start again at 1.
        </ConfirmDialog>
      )}
    </>
  )
}

function statusesOf(entries: readonly JournalEntry[] | undefined): string[] {
  return [...new Set(entries?.flatMap(({ status }) => (status === null ? [] : String(status))))].sort()
}
