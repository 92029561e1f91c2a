import { type Endpoint, endpointsOf, type OpenApiDocument } from '../document.js'

/** What callers do with a resource, in the order in which a reader looks for it. */
const verbs = ['list', 'get', 'create', 'send', 'add', 'upload', 'download', 'update', 'edit', 'delete', 'remove']

/** Lists the operations of a tag in reading order: list, get, create, update, delete, and then what only this resource has. */
export function endpointsOfTag(document: OpenApiDocument, tag: { name: string }): Endpoint[] {
  return endpointsOf(document)
    .filter(({ operation }) => operation.tags.includes(tag.name))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}

function placeOf({ operation }: Endpoint): number {
  const method = operation['x-sdk-name'].split('.').at(-1) ?? ''
  const verb = /^[a-z]+/.exec(method)?.[0] ?? ''
  const place = verbs.indexOf(verb)
  // `list` comes before `listBlocked`.
  return (place < 0 ? verbs.length : place) + (method === verb ? 0 : 0.5)
}
