import type { ServerResponse } from 'node:http'
import { message, user } from '../bodies.js'

/** A way in which a server fails. */
export interface Case {
  name: string
  /** POST is included where sending it twice would matter. */
  methods: readonly ('GET' | 'POST')[]
  respond(response: ServerResponse, attempt: number, elsewhere: string): void
  /** The server reports that it did nothing, so a retry is right. */
  rejects?: true
  /** The server never finishes its response. */
  hangs?: true
}

const json = { 'content-type': 'application/json' }
// Stripe reads `error`, the others read `message`.
const error = '{"error":{"type":"api_error","message":"not now"},"message":"not now"}'
const good = (response: ServerResponse) => (response.req.method === 'POST' ? message : user)
const end = (response: ServerResponse, status: number, headers: Record<string, string>, body: string) =>
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) }).end(body)

export const cases: readonly Case[] = [
  {
    name: '429 twice, Retry-After: 0',
    methods: ['GET', 'POST'],
    rejects: true,
    respond: (response, attempt) =>
      attempt > 2
        ? end(response, 200, json, good(response))
        : end(response, 429, { ...json, 'retry-after': '0' }, error),
  },
  {
    name: '503 twice',
    methods: ['GET', 'POST'],
    rejects: true,
    respond: (response, attempt) =>
      attempt > 2 ? end(response, 200, json, good(response)) : end(response, 503, json, error),
  },
  {
    name: 'reset before a response',
    methods: ['GET', 'POST'],
    respond: (response) => response.socket?.resetAndDestroy(),
  },
  { name: 'hang before headers', methods: ['GET', 'POST'], hangs: true, respond: () => {} },
  {
    name: 'hang in mid-body',
    methods: ['GET', 'POST'],
    hangs: true,
    respond: (response) => response.writeHead(200, { ...json, 'content-length': '1000' }).write(user.slice(0, 100)),
  },
  {
    name: '200, JSON cut short',
    methods: ['GET', 'POST'],
    respond: (response) => end(response, 200, json, good(response).slice(0, -20)),
  },
  { name: '200, empty', methods: ['GET'], respond: (response) => end(response, 200, json, '') },
  {
    name: '200, HTML',
    methods: ['GET'],
    respond: (response) => end(response, 200, { 'content-type': 'text/html' }, '<h1>Welcome</h1>'),
  },
  {
    name: '302 to another origin',
    methods: ['GET'],
    respond: (response, _attempt, elsewhere) => end(response, 302, { location: elsewhere }, ''),
  },
  {
    name: '502, HTML',
    methods: ['GET'],
    respond: (response) => end(response, 502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>'),
  },
  {
    name: '400, 10 MB',
    methods: ['GET'],
    respond: (response) => end(response, 400, json, error.replace('not now', 'x'.repeat(1e7))),
  },
]
