import type { ListPromise } from 'sceyt-platform'
import { readLines } from '../../bulk/read-lines.js'
import { valueAt } from '../../operation/json-pointer.js'
import { readBody } from '../call-arguments.js'
import { methodOf } from '../method-of.js'
import { nameFlags } from '../name-flags.js'
import type { OperationCall } from '../operation-call.js'
import { printNote } from '../print-note.js'
import { statFile } from '../stat-file.js'
import { UsageError } from '../usage-error.js'
import { type BulkClient, openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { countOf } from './count-of.js'
import { performRow } from './perform-row.js'
import { operationOf, type RowCall, type RowKind, rowKinds, toRowCall } from './row-kind.js'
import { exitStatusOfCounts, runJob } from './run-job.js'
import { type BegunItem, type Settled, settleParked, showParked } from './settle-parked.js'
import { shortHash } from './short-hash.js'
import { stopOf } from './stop-of.js'

/** The options of a broadcast. */
export interface BroadcastOptions extends BulkOptions, Settled {
  channels?: string
  filter?: string[]
  dryRun?: true
  resolve?: true
}

const messages = rowKinds.find(({ name }) => name === 'messages') as RowKind
const channels = rowKinds.find(({ hasId }) => hasId) as RowKind

/**
 * Sends a message to many channels. The exit status is 3 if some may have it, and otherwise 1 if some have rejected it.
 *
 * @throws UsageError if the message or the channels are not valid; nothing was sent then.
 * @throws InputError if the journal is not valid.
 */
export async function runBroadcast(call: OperationCall, options: BroadcastOptions): Promise<void> {
  if (options.channels === undefined && options.filter === undefined)
    throw new UsageError('Missing channels: pass --channels FILE, or --filter such as --filter type:eq:public.')
  const message = (await readBody(call)) as Record<string, unknown>
  const callOf = (channel: string): RowCall => toRowCall(messages, { channel, ...message }, false)
  // Any id will do to check the message, before the channels are read.
  try {
    callOf('1')
  } catch (error) {
    throw nameFlags(error, call, 'broadcast')
  }
  const inFile = options.channels === undefined ? undefined : await channelsIn(options.channels)
  const client = await openBulkClient(options)
  try {
    const ids = inFile ?? (await channelsOf(client, options.filter ?? []).catch(failListing))
    if (ids.length === 0) throw new UsageError('No channel matches. Nothing was sent.')
    if (options.dryRun) return printNote(`${countOf(ids.length, 'channels')}. Nothing was sent.`)
    const job = `broadcast of the message ${shortHash(JSON.stringify(Object.entries(message).sort()))} to ${client.baseUrl}`
    const journal = options.journal ?? journalOf(options, job)
    const parts = [{ journal, job, items: begunItems(ids, callOf) }]
    const begun = { item: 'channel', names: 'CHANNELS', parts }
    if (options.markDone !== undefined || options.sendAgain !== undefined)
      return await settleParked(client.sceyt, begun, options)
    if (options.resolve) return await showParked(client.sceyt, begun)
    await client.confirm(`A message to ${countOf(ids.length, 'channels')}`)
    const progress = await runJob<string, unknown>({
      what: 'channels',
      total: ids.length,
      items: ids,
      key: (id) => id,
      placeOf: (id) => `channel ${id}`,
      perform: (id, requestOptions) => performRow(client.sceyt, callOf(id), false, requestOptions),
      journal: { path: journal, job },
      concurrency: options.concurrency,
      limiter: client.limiter,
    })
    if (progress.skipped === ids.length)
      printNote(
        `Every channel had this message before. To send it again, pass --journal with another file than ${journal}.`,
      )
    if (progress.parked > 0)
      printNote('Parked channels may have the message. To see them, run the same command with --resolve.')
    process.exitCode = exitStatusOfCounts(progress)
  } finally {
    await client.close()
  }
}

function journalOf({ channels: file, filter = [] }: BroadcastOptions, job: string): string {
  return file === undefined
    ? `broadcast-${shortHash(JSON.stringify([job, filter]))}.journal.ndjson`
    : `${file}.journal.ndjson`
}

/** Reads the ids of channels from a file: one per line, or in the JSON object of a line. */
async function channelsIn(path: string): Promise<string[]> {
  await statFile(path)
  const ids = new Set<string>()
  for await (const lines of readLines(path, path)) {
    for (const { text, number } of lines) {
      if (text.trim() === '') continue
      const id = text.startsWith('{') ? idIn(text) : text.trim()
      if (id === undefined || !/^(?!\.\.?$)[\w.-]+$/.test(id))
        throw new UsageError(
          `${path}:${number}: expected the id of a channel, or a JSON object with one. Nothing was sent.`,
        )
      ids.add(id)
    }
  }
  return [...ids]
}

function idIn(text: string): string | undefined {
  try {
    const { channel, id = channel } = JSON.parse(text) as { channel?: unknown; id?: unknown }
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}

/** Lists the ids of the channels that match. All are read before the first message, which may change the order of the list. */
async function channelsOf({ sceyt }: BulkClient, filter: readonly string[]): Promise<string[]> {
  const [rule] = channels.imports
  const operation = operationOf(rule?.list as string)
  const list = methodOf(sceyt, operation.name)({ filter, limit: 50 }) as ListPromise<unknown, unknown>
  const ids = new Set<string>()
  for await (const page of list.pages({ readAhead: 1 }))
    for (const item of valueAt(page, operation.pagination?.items ?? '') as unknown[])
      ids.add(String(valueAt(item, rule?.id as string)))
  return [...ids]
}

function failListing(error: unknown): never {
  throw stopOf(error, { what: 'channels' })
}

async function* begunItems(ids: readonly string[], callOf: (id: string) => RowCall): AsyncGenerator<BegunItem> {
  for (const id of ids) yield { key: id, name: id, toCall: () => callOf(id), isParkable: true }
}
