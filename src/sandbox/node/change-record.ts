import type { CallChange, Change } from 'sceyt-platform/sandbox'

/** An uploaded file of a form, as JSON. */
interface FileRecord {
  readonly name: string
  readonly type?: string
  readonly base64: string
}

/** A change as JSON. In place of the body of an upload it has the files of its form. */
export type ChangeRecord = Change | (Omit<CallChange, 'body'> & { readonly form: Readonly<Record<string, FileRecord>> })

interface UploadedFile {
  readonly name: string
  readonly type?: string
  readonly content: Uint8Array
}

export function toRecord(change: Change): ChangeRecord {
  if (!('operation' in change) || !isForm(change.body)) return change
  const { body, ...call } = change
  return {
    ...call,
    form: mapFields(body, ({ content, ...file }) => ({
      ...file,
      base64: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64'),
    })),
  }
}

export function fromRecord(record: ChangeRecord): Change {
  if (!('form' in record)) return record
  const { form, ...call } = record
  return {
    ...call,
    body: mapFields(form, ({ base64, ...file }) => ({
      ...file,
      content: new Uint8Array(Buffer.from(base64, 'base64')),
    })),
  }
}

function isForm(body: unknown): body is Readonly<Record<string, UploadedFile>> {
  return Object.values(body ?? {}).some((field) => field?.content instanceof Uint8Array)
}

function mapFields<From, To>(fields: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]))
}
