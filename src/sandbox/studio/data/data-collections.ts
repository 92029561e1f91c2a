import type { Sceyt } from 'sceyt-platform'
import { type FieldSchema, resolveSchema, type StudioOperation } from '../openapi-document.js'
import { formatBytes } from '../parts/formats.js'

/** The names of the methods below an object of the client, such as `users.create`. */
type MethodsOf<Of> = {
  [Name in keyof Of & string]: Of[Name] extends (...parameters: never) => unknown
    ? Name
    : Of[Name] extends object
      ? `${Name}.${MethodsOf<Of[Name]>}`
      : never
}[keyof Of & string]
type MethodName = MethodsOf<Omit<Sceyt, 'raw'>>

/** What the page can show and change, with the names of methods of the client. */
export interface DataCollection {
  /** Its name for the control that reads rows, and in the route. */
  readonly name: string
  readonly title: string
  /** The field that identifies a row. */
  readonly key: string
  /** The fields that name a row for a person, the first one that has a text. Without one, the key does. */
  readonly names?: readonly string[]
  /** Whether it is in a channel. */
  readonly isInChannel?: true
  readonly list?: MethodName
  readonly create: readonly MethodName[]
  readonly update?: MethodName
  readonly remove?: MethodName
}

export const dataCollections: readonly DataCollection[] = [
  {
    name: 'users',
    title: 'Users',
    key: 'username',
    list: 'users.list',
    create: ['users.create'],
    update: 'users.update',
    remove: 'users.delete',
  },
  {
    name: 'channels',
    title: 'Channels',
    key: 'id',
    names: ['subject', 'uri'],
    list: 'channels.list',
    create: ['channels.createPrivate', 'channels.createPublic', 'channels.createDirect'],
    update: 'channels.update',
    remove: 'channels.delete',
  },
  {
    name: 'members',
    title: 'Members',
    key: 'username',
    isInChannel: true,
    list: 'channels.members.list',
    create: ['channels.members.add'],
    remove: 'channels.members.remove',
  },
  {
    name: 'messages',
    title: 'Messages',
    key: 'id',
    isInChannel: true,
    list: 'messages.list',
    create: ['messages.send'],
    update: 'messages.edit',
    remove: 'messages.delete',
  },
  {
    name: 'blocked',
    title: 'Blocked users',
    key: 'username',
    isInChannel: true,
    list: 'channels.members.listBlocked',
    create: [],
  },
  {
    name: 'roles',
    title: 'Roles',
    key: 'id',
    names: ['name'],
    list: 'roles.list',
    create: ['roles.create'],
    update: 'roles.update',
    remove: 'roles.delete',
  },
  { name: 'files', title: 'Files', key: 'name', create: ['files.upload'], remove: 'files.delete' },
  {
    name: 'channel-types',
    title: 'Channel types',
    key: 'name',
    create: ['channelTypes.create'],
    remove: 'channelTypes.delete',
  },
]

/** A row, as the API shows the resource. */
export type DataRow = Readonly<Record<string, unknown>>

/** Names a row for a person. */
export function nameOf({ names = [] }: DataCollection, row: DataRow | null | undefined, key: string): string {
  const texts = names.map((name) => row?.[name])
  return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? key
}

/** Columns of a collection that has no list in the document. */
const sizeColumn = 'bytes'
const fileColumns = ['name', 'type', sizeColumn]

/** Returns the columns of a table: those in the document, or the fields of what can be created. */
export function columnsOf(
  { name, list, create }: DataCollection,
  operations: readonly StudioOperation[],
): readonly string[] {
  const item = itemOf(operations.find((operation) => operation.name === list)?.result)
  if (item) return item['x-columns'] ?? Object.keys(item.properties ?? {})
  if (name === 'files') return fileColumns
  const body = operations.find((operation) => operation.name === create[0])?.body
  return Object.keys((body && resolveSchema(body).properties) ?? {})
}

/** Returns the schema of the items of a page. */
function itemOf(page: FieldSchema | undefined): FieldSchema | undefined {
  if (!page) return undefined
  const { items, properties } = resolveSchema(page)
  const list = items
    ? { items }
    : Object.values(properties ?? {})
        .map(resolveSchema)
        .find((field) => field.items)
  return list?.items && resolveSchema(list.items)
}

/** Reads a path of fields, such as `owner.username`. */
export function valueAt(row: DataRow, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as DataRow | null | undefined)?.[name], row)
}

/** Writes a value in a cell. */
export function cellText(value: unknown, column: string): string {
  if (value === undefined || value === null) return ''
  if (column === sizeColumn) return formatBytes(Number(value))
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Names a column: by its field. */
export function columnTitle(column: string): string {
  return column === sizeColumn ? 'size' : column
}
