import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { JournalEntry } from '../../journal-entry.js'
import type { BootApp } from '../boot-data.js'
import type { StudioOperation } from '../openapi-document.js'
import { CopyButton } from '../parts/copy-button.js'
import { Dialog } from '../parts/dialog.js'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { ShownText } from '../parts/shown-text.js'
import { useAction } from '../parts/use-action.js'
import { useOperations } from '../parts/use-operations.js'
import { linkTo } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { useShortcuts } from '../shell/use-shortcuts.js'
import { appOf, headersOf, toCurl, toTypeScript, urlOf, whyNotRepeatable } from './call-sources.js'
import { MessagePart } from './message-part.js'
import { decodeUrl } from './request-filter.js'
import { formatDuration, StatusText } from './request-table.js'
import type { RequestLog } from './use-request-log.js'

interface RequestDrawerProps {
  readonly number: number
  readonly log: RequestLog
  /** The requests in the list, between which the keys move. */
  readonly entries: readonly JournalEntry[]
  onMove(number: number): void
  onClose(): void
}

/** Shows one request with all that is kept of it, also after it has left the log. */
export function RequestDrawer({ number, log, entries, onMove, onClose }: RequestDrawerProps) {
  const inLog = log.entries?.find((each) => each.number === number)
  const kept = useRef<JournalEntry | undefined>(undefined)
  if (kept.current?.number !== number) kept.current = inLog ?? entries.find((each) => each.number === number)
  const entry = kept.current
  const older = entries.find((each) => each.number < number)
  const newer = entries.findLast((each) => each.number > number)
  const move = (to: JournalEntry | undefined) => () => to && onMove(to.number)
  useShortcuts({ j: move(older), k: move(newer) }, true)
  useEffect(() => document.querySelector('dialog[open]')?.scrollTo(0, 0), [number])
  return (
    <Dialog title={`Request ${formatNumber(number)}`} isDrawer onClose={onClose}>
      <nav class="toolbar" aria-label="Requests">
        <button type="button" disabled={!newer} onClick={move(newer)}>
          Newer <kbd>k</kbd>
        </button>
        <button type="button" disabled={!older} onClick={move(older)}>
          Older <kbd>j</kbd>
        </button>
      </nav>
      {entry && log.entries && inLog?.time !== entry.time && <p class="warn">This request is no longer in the log.</p>}
      {entry ? (
        <RequestDetails entry={entry} log={log} onMove={onMove} />
      ) : (
        <p class="empty">{log.entries ? 'This request is no longer in the log.' : 'Loading…'}</p>
      )}
    </Dialog>
  )
}

interface RequestDetailsProps {
  readonly entry: JournalEntry
  readonly log: RequestLog
  onMove(number: number): void
}

function RequestDetails({ entry, log, onMove }: RequestDetailsProps) {
  const { app: shown, apps } = useStudio()
  const app = appOf(entry, apps, shown)
  const operation = useOperations()?.find(({ id }) => id === entry.operation)
  const action = useAction()
  // An error is that of the request that was sent again, and of no other.
  const failed = useRef(0)
  const obstacle = whyNotRepeatable(entry)
  const sendAgain = () =>
    action.run(async () => {
      const { method, url, body, number } = entry
      failed.current = number
      const before = log.entries?.[0]?.number ?? number
      const sent = await fetch(urlOf(entry), { method, headers: headersOf(entry, app), ...(body && { body }) }).then(
        () => true,
        // A fault may have broken the connection.
        () => false,
      )
      const added = (await log.update()).filter((each) => each.number > before && each.url === url)
      const [again] = added.filter((each) => each.method === method)
      if (again) onMove(again.number)
      else if (!sent) throw new Error('The sandbox is not responding.')
    })
  return (
    <>
      <p class="request-line">
        <ShownText class="mono wrap" text={`${entry.method} ${decodeUrl(entry.url)}`} />
      </p>
      <dl class="facts request-facts">
        <Fact name="Status">
          <StatusText status={entry.status} />
        </Fact>
        {entry.problem !== undefined && (
          <Fact name="Error">
            <ShownText class="bad" text={entry.problem} />
          </Fact>
        )}
        <Fact name="Operation">
          {operation ? (
            <a href={`/docs/#/${encodeURIComponent(operation.tag)}/${operation.id}`}>
              {operation.id}: {operation.summary}
            </a>
          ) : (
            (entry.operation ?? 'none: this path and method are not in the OpenAPI document')
          )}
        </Fact>
        <Fact name="Time">{entry.time}</Fact>
        <Fact name="Duration">{formatDuration(entry.duration)}</Fact>
        {entry.faults.length > 0 && (
          <Fact name="Faults">
            {entry.faults.map((fault) => (
              <a key={fault} href={linkTo(['requests'], { fault })}>
                fault {fault}
              </a>
            ))}
          </Fact>
        )}
      </dl>
      <div class="toolbar">
        {obstacle === undefined && <CopyButton text={toCurl(entry, app)} what="curl command" label="Copy as curl" />}
        {obstacle === undefined && operation && <TypeScriptButton entry={entry} operation={operation} app={app} />}
        <button type="button" disabled={obstacle !== undefined || action.isRunning} onClick={sendAgain}>
          Send again
        </button>
      </div>
      {obstacle !== undefined && <p class="soft">{obstacle}</p>}
      <ProblemText text={failed.current === entry.number ? action.error : undefined} />
      <MessagePart
        title="Request"
        headers={entry.headers}
        body={entry.body}
        fullLength={entry.fullLengths?.body}
        empty={bodyNote(entry)}
      />
      <MessagePart
        title="Response"
        headers={entry.responseHeaders}
        body={entry.responseBody}
        fullLength={entry.fullLengths?.responseBody}
        empty={
          entry.status === null ? 'The connection was broken before a response.' : 'No body, or one that is not text.'
        }
      />
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="wrap">{children}</dd>
    </div>
  )
}

interface TypeScriptButtonProps {
  readonly entry: JournalEntry
  readonly operation: StudioOperation
  readonly app: BootApp
}

function TypeScriptButton({ entry, operation, app }: TypeScriptButtonProps) {
  const text = toTypeScript(entry, operation, app)
  return text === undefined ? null : <CopyButton text={text} what="TypeScript call" label="Copy as TypeScript" />
}

function bodyNote({ headers, method }: JournalEntry): string {
  if (headers?.['content-type']?.startsWith('multipart/')) return 'Files are not kept.'
  return method === 'GET' ? 'A GET request has no body.' : 'No body, or it was not read.'
}
