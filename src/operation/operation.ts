import type { Shape } from './shape.js'

/** One operation of the OpenAPI document, as far as the client needs it. */
export interface Operation {
  id: string
  /** Name in the client, such as `users.create`. */
  name: string
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  path: string
  /** Whether a second request has the same effect as one. */
  idempotent: boolean
  pathParameters: Readonly<Record<string, Shape>>
  query?: Shape
  body?: { media: 'json' | 'form'; shape: Shape }
  /** Kind of the body of a 2xx response. */
  result: 'object' | 'array' | 'file' | 'none'
  /** JSON pointers to the items of a page and to the URL of the next one. */
  pagination?: { items: string; next?: string }
}
