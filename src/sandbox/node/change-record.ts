import type { CallChange, Change, Seed, Snapshot } from 'sceyt-platform/sandbox'
import type { FileContents } from './file-contents.js'

/** A change as JSON, with the SHA-256 of each file in place of its content, and a form in place of the body of an upload. */
export type ChangeRecord =
  | Exclude<Change, CallChange>
  | CallChange
  | (Omit<CallChange, 'body'> & { readonly form: Readonly<Record<string, object>> })

interface UploadedFile {
  readonly content: Uint8Array
}

type MapFile = (file: Readonly<Record<string, unknown>>) => object

/** Converts a change to JSON, and stores the contents of its files. The change may still be rejected. */
export function toRecord(change: Change, contents: FileContents): ChangeRecord {
  const store: MapFile = ({ content, ...file }) => {
    const bytes = typeof content === 'string' ? decodeBase64(content) : content
    return bytes instanceof Uint8Array ? { ...file, sha256: contents.put(bytes) } : { ...file, content }
  }
  if (!('operation' in change)) return mapSeeds(change, store)
  if (!isForm(change.body)) return change
  const { body, ...call } = change
  return { ...call, form: mapFields(body, store) }
}

/** @throws Error if the content of a file cannot be read. */
export function fromRecord(record: ChangeRecord, contents: FileContents): Change {
  const load = loaderOf(contents)
  if (!('operation' in record)) return mapSeeds(record, load)
  if (!('form' in record)) return record
  const { form, ...call } = record
  return { ...call, body: mapFields(form as Record<string, Record<string, unknown>>, load) }
}

/**
 * Reads the contents of the files in a snapshot.
 *
 * @throws Error if one cannot be read.
 */
export function withContents(snapshot: Snapshot, contents: FileContents): Snapshot {
  return mapSnapshot(snapshot, loaderOf(contents))
}

function loaderOf(contents: FileContents): MapFile {
  return ({ sha256, ...file }) =>
    typeof sha256 === 'string' && /^[\da-f]{64}$/.test(sha256) ? { ...file, content: contents.get(sha256) } : file
}

/** Decodes base64, or returns undefined if it is not in canonical form, since encoding would not restore it. */
function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

function mapSeeds<Given extends Exclude<Change, CallChange>>(change: Given, map: MapFile): Given {
  if ('seed' in change) return { ...change, seed: mapSeed(change.seed, map) }
  if ('state' in change) return { ...change, state: mapSeed(change.state, map) }
  if ('add' in change && isObject(change.add))
    return { ...change, add: { ...change.add, seed: mapSeed(change.add.seed, map) } }
  if ('reset' in change) return { ...change, reset: mapSnapshot(change.reset, map) }
  if ('restore' in change) return { ...change, restore: mapSnapshot(change.restore, map) }
  return change
}

function mapSnapshot(snapshot: Snapshot, map: MapFile): Snapshot {
  return isObject(snapshot?.apps)
    ? { ...snapshot, apps: mapFields(snapshot.apps, (seed) => mapSeed(seed, map)) }
    : snapshot
}

function mapSeed(seed: Seed, map: MapFile): Seed {
  return Array.isArray(seed?.files)
    ? { ...seed, files: seed.files.map((file) => (isObject(file) ? map(file) : file)) as NonNullable<Seed['files']> }
    : seed
}

function isForm(body: unknown): body is Readonly<Record<string, Readonly<Record<string, unknown>> & UploadedFile>> {
  return Object.values(body ?? {}).some((field) => field?.content instanceof Uint8Array)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function mapFields<From, To>(fields: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]))
}
