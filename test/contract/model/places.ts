import type { Endpoint } from '../../../scripts/document.js'
import { type ApiProblem, collectionNames, missing } from './rules.js'

/** An item of the state, in the form of a seed. */
export type Item = Record<string, unknown>

/** The state of an application, in the form of a seed: plain arrays, in the order of creation. */
export interface State {
  application: Item
  roles: Item[]
  channelTypes: Item[]
  users: Item[]
  channels: Item[]
  files: Item[]
}

/** Values of the parameters of a path. */
export type PathValues = Readonly<Record<string, unknown>>

/** The part of the state that a path leads to. */
export interface Place {
  /** Name of the last collection on the path, such as `messages`; empty if the path leads to none. */
  collection: string
  /** The items of that collection in the last item before it, such as the messages of one channel. */
  items: unknown[]
  /** The item that the path names, if it ends in a parameter, or the part of the state that is a single item. */
  item: Item | undefined
  /** The last item before the collection, such as the channel of a list of messages. */
  parent: Item | undefined
  /** What comes before the collection in its segment: `public` in `/public-channels`. */
  word: string | undefined
  /** Errors of items on the way that do not exist. */
  problems: ApiProblem[]
}

/** Follows a path through the state. Later parts of a path whose item does not exist cannot be followed. */
export function findPlace(state: State, { path: template }: Pick<Endpoint, 'path'>, values: PathValues): Place {
  const place: Place = {
    collection: '',
    items: [],
    item: undefined,
    parent: undefined,
    word: undefined,
    problems: [],
  }
  let node: Item | undefined = state as unknown as Item
  for (const segment of template.split('/').slice(1)) {
    if (segment.startsWith('{')) {
      const key = keyOf(segment.slice(1, -1))
      const wanted = String(values[segment.slice(1, -1)])
      node = place.items.find((item) => String((item as Item)[key]) === wanted) as Item | undefined
      place.item = node
      if (!node && place.problems.length === 0) place.problems.push(missing(place.collection))
      continue
    }
    const [word, name] = nameOf(place.collection, segment, state)
    const value = node?.[name] ?? (node === (state as unknown as Item) ? anywhere(state, name) : undefined)
    Object.assign(place, { word, parent: node === (state as unknown as Item) ? undefined : node, item: undefined })
    if (Array.isArray(value)) Object.assign(place, { collection: name, items: value })
    else Object.assign(place, { collection: '', items: [], item: typeof value === 'object' ? value : undefined })
    node = place.item
  }
  return place
}

/** Returns every combination of items that a path can name, and for each parameter one that does not exist. */
export function pathsOf(state: State, { path: template }: Pick<Endpoint, 'path'>): PathValues[] {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  return names.reduce<PathValues[]>(
    (paths, name) => {
      const key = keyOf(name)
      const prefix = template.slice(0, template.indexOf(`{${name}}`)).replace(/\/$/, '')
      const { collection } = findPlace(state, { path: prefix }, {})
      // Also items of other parents, such as a message of another channel.
      const items =
        (state as unknown as Record<string, Item[]>)[collection] ?? anywhere(state, collection || lastOf(prefix))
      const keys = (items ?? []).map((item) => item[key])
      const unknown = typeof keys[0] === 'number' ? 99 : '99'
      return paths.flatMap((path) => [...keys, unknown].map((value) => ({ ...path, [name]: value })))
    },
    [{}],
  )
}

/** Returns the field that a parameter holds: `id` of `channelId`, `username` of itself. */
function keyOf(parameter: string): string {
  const [, suffix = parameter] = /[a-z]([A-Z]\w*)$/.exec(parameter) ?? []
  return suffix[0]?.toLowerCase() + suffix.slice(1)
}

/** Returns what a segment has before the name of a collection, and the name of the collection. */
function nameOf(parent: string, segment: string, state: State): [word: string | undefined, name: string] {
  const own = collectionNames[`${parent}/${segment}`]
  if (own) return [undefined, own]
  const [, word, name] = /^(\w+)-(\w+)$/.exec(segment) ?? []
  if (word && name && parent === '' && name in state) return [word, name]
  return [undefined, segment.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase())]
}

function lastOf(prefix: string): string {
  return prefix.slice(prefix.lastIndexOf('/') + 1)
}

/** Returns the items of every collection with a name, whatever items these are in. */
function anywhere(state: State, name: string): Item[] | undefined {
  const found = Object.values(state)
    .flat()
    .flatMap((item: Item) => (Array.isArray(item[name]) ? [item[name] as Item[]] : []))
  return found.length > 0 ? found.flat() : undefined
}
