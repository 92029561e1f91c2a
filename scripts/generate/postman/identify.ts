import { createHash } from 'node:crypto'
import type { Collection } from './convert.js'

/**
 * Gives everything in a collection an id that depends on its method and path alone. Postman then offers to replace an earlier
 * import, and a collection that is converted again has the same bytes.
 */
export function identify(collection: Collection): Collection {
  collection.info._postman_id = idOf('collection')
  for (const folder of collection.item) {
    folder.id = idOf(`folder ${folder.name}`)
    for (const item of folder.item) {
      const place = `${item.request.method} /${item.request.url.path.join('/')}`
      item.id = idOf(place)
      const counts = new Map<number, number>()
      for (const response of item.response) {
        const count = (counts.get(response.code) ?? 0) + 1
        counts.set(response.code, count)
        response.id = idOf(`${place} ${response.code} ${count}`)
      }
    }
  }
  return collection
}

/** Derives a UUID of version 8 (RFC 9562) from a name. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`sceyt-platform ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
