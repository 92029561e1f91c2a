import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ListPromise, NotFoundError } from 'sceyt-platform'
import type { BulkProgress } from 'sceyt-platform/bulk'
import { defaultRoles } from '../../../generated/rules.js'
import { valueAt } from '../../operation/json-pointer.js'
import type { Operation } from '../../operation/operation.js'
import { Interrupted } from '../interrupted.js'
import { methodOf } from '../method-of.js'
import { printNote } from '../print-note.js'
import { onStopSignal } from '../stop-signals.js'
import { UsageError } from '../usage-error.js'
import { type BulkClient, openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { countOf } from './count-of.js'
import { exportFiles, filesList } from './export-files.js'
import { type ExportLog, openExportLog } from './export-log.js'
import { pagesFrom } from './pages-from.js'
import { runPool } from './pool.js'
import { durationText, showProgress } from './progress-line.js'
import { readNested } from './read-nested.js'
import { readValues } from './read-values.js'
import { fileOf, operationOf, type RowKind, rowKinds } from './row-kind.js'
import { ruleOfItem, toRow } from './to-row.js'

/** The options of an export. */
export interface ExportOptions extends BulkOptions {
  readAhead: number
  files: boolean
}

/** A list to export. */
interface ListTask {
  kind: RowKind
  operation: Operation
  path: Record<string, string>
  /** The row that the path refers to. */
  parent: Readonly<Record<string, unknown>>
}

const pageSize = 50
const [{ name: ownerRole }] = defaultRoles

/**
 * Exports everything that can be imported, as rows. The next run continues after the last page that was written.
 *
 * @throws InputError if the folder is not that of this export.
 * @throws Interrupted after a signal.
 */
export async function runExport(folder: string, options: ExportOptions): Promise<void> {
  const client = await openBulkClient(options)
  try {
    const log = await openExportLog(folder, client.baseUrl)
    try {
      await new Export(client, log, options).run()
    } finally {
      await log.close()
    }
  } finally {
    await client.close()
  }
}

class Export {
  readonly #client: BulkClient
  readonly #log: ExportLog
  readonly #options: ExportOptions
  readonly #counts: BulkProgress = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  /** Aborts the requests at the first signal: all of them read, and the next run makes them again. */
  readonly #stop = new AbortController()

  constructor(client: BulkClient, log: ExportLog, options: ExportOptions) {
    this.#client = client
    this.#log = log
    this.#options = options
  }

  async run(): Promise<void> {
    const started = performance.now()
    const everything = this.#options.files ? 'everything' : 'everything but files'
    if (this.#log.isDone(everything))
      throw new UsageError(`${this.#log.folder} has a complete export, which was left as it is. Use another folder.`)
    const line = showProgress('rows', undefined, () => this.#counts, process.stderr)
    const { signal } = this.#stop
    const removeListener = onStopSignal((name) => {
      this.#stop.abort(new Interrupted(`Interrupted by ${name}. Run the same command again to continue.`))
    })
    try {
      for (const kind of rowKinds) this.#log.open(fileOf(kind))
      await this.#exportLists(tasksOf())
      await this.#exportLists(this.#nestedTasks())
      if (this.#options.files) await exportFiles(this.#client, this.#log, (message) => line.note(message), signal)
    } finally {
      removeListener()
      line.end()
    }
    this.#log.append(everything, filesList, '', null)
    const seconds = (performance.now() - started) / 1000
    printNote(`${countOf(this.#counts.done, 'rows')} in ${this.#log.folder}, in ${durationText(seconds)}.`)
  }

  async #exportLists(tasks: AsyncIterable<ListTask>): Promise<void> {
    const { concurrency } = this.#options
    await runPool(
      tasks,
      concurrency,
      (task) =>
        this.#exportList(task).catch((error: unknown) => {
          // What the list belongs to was deleted meanwhile.
          if (!(error instanceof NotFoundError) || Object.keys(task.path).length === 0) throw error
          this.#log.append(nameOf(task), fileOf(task.kind), '', null)
        }),
      () => this.#stop.signal.aborted,
    )
    this.#stop.signal.throwIfAborted()
    this.#log.flush()
  }

  /** Returns the lists that belong to a row of another kind, such as the messages of a channel. */
  async *#nestedTasks(): AsyncGenerator<ListTask, void, undefined> {
    const nested = rowKinds.filter(({ imports: [rule] }) => Object.keys(rule?.path ?? {}).length > 0)
    for (const parents of rowKinds.filter(({ hasId }) => hasId)) {
      for await (const parent of readValues<Record<string, unknown>>(join(this.#log.folder, fileOf(parents)))) {
        for (const kind of nested) {
          const [{ list, path }] = kind.imports as [RowKind['imports'][0]]
          if (isNested(parents, parent, list)) continue
          const [parameter = ''] = Object.keys(path)
          yield { kind, operation: operationOf(list), path: { [parameter]: String(parent['id']) }, parent }
        }
      }
    }
  }

  async #exportList(task: ListTask): Promise<void> {
    const { kind, operation, path } = task
    const name = nameOf(task)
    if (this.#log.isDone(name)) return
    const after = this.#log.nextOf(name)
    const { readAhead } = this.#options
    const query = operation.query ? [{ limit: pageSize }] : []
    const list = methodOf(this.#client.sceyt, operation.name)(...Object.values(path), ...query, {
      signal: this.#stop.signal,
    }) as ListPromise<unknown, unknown>
    const { items, next } = operation.pagination ?? { items: '' }
    for await (const page of after === undefined ? list.pages({ readAhead }) : pagesFrom(list, after, operation)) {
      // The request of the next page is sent in this turn of the event loop, before the work on this page.
      await nextTurn()
      const rows = await this.#toRows(valueAt(page, items) as unknown[], task)
      const link = next === undefined ? undefined : valueAt(page, next)
      const isLast = typeof link !== 'string' || (valueAt(page, items) as unknown[]).length === 0
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
      this.#log.append(name, fileOf(kind), text, isLast ? null : link.slice(link.indexOf('?') + 1))
      this.#counts.done += rows.length
      if (this.#stop.signal.aborted) return
    }
  }

  async #toRows(items: readonly unknown[], { operation, path, parent }: ListTask): Promise<object[]> {
    const rows: object[] = []
    for (const item of items) {
      const { rule, type } = ruleOfItem(operation.id, item)
      const row = toRow({ rule, type }, item, path)
      const isCreatedWithParent = Object.entries(rule.except).some(
        ([column, other]) => row[column] === parent[other] && row[column] !== undefined,
      )
      if (isCreatedWithParent || (rule.rows === 'roles' && row['name'] === ownerRole)) continue
      try {
        for (const [column, list] of Object.entries(rule.nested))
          row[column] = await readNested(this.#client.sceyt, list, row['id'], { signal: this.#stop.signal })
        rows.push(row)
      } catch (error) {
        // It was deleted meanwhile.
        if (!(error instanceof NotFoundError)) throw error
      }
    }
    return rows
  }
}

/** Returns the name of a list in the log. */
function nameOf({ kind, path }: ListTask): string {
  return [kind.name, ...Object.values(path)].join(' ')
}

async function* tasksOf(): AsyncGenerator<ListTask, void, undefined> {
  for (const kind of rowKinds) {
    const [rule] = kind.imports
    if (rule && Object.keys(rule.path).length === 0)
      yield { kind, operation: operationOf(rule.list), path: {}, parent: {} }
  }
}

/** Returns whether the rows of a list are a column of their parent. */
function isNested(parents: RowKind, parent: Readonly<Record<string, unknown>>, list: string): boolean {
  const rule = parents.imports.find(({ type }) => type === parent['type'])
  return Object.values(rule?.nested ?? {}).includes(list)
}
