import type { Operation } from '../operation/operation.js'
import type { Problem } from './problem.js'
import type { StoredFile } from './state/file-store.js'

/** The outcome of a request: a response, or a broken connection. */
export type Outcome =
  | SandboxResponse
  | {
      /** The connection breaks without a response. */
      readonly kind: 'reset'
    }

/** A response of the sandbox. */
export interface SandboxResponse {
  /** There is a response. */
  readonly kind: 'response'
  /** The status, such as 200. */
  readonly status: number
  /** The headers by name, such as `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: JSON as text, the bytes of a file, or null. */
  readonly body: string | Uint8Array<ArrayBuffer> | null
  /** The connection breaks in the middle of the body. */
  readonly cut: boolean
}

// No browser may run an uploaded file.
const fileHeaders = {
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': 'attachment',
  'X-Content-Type-Options': 'nosniff',
}

/** Creates the response to a request that succeeded. */
export function successResponse({ result }: Operation, value: unknown): SandboxResponse {
  if (result === 'none') return { kind: 'response', status: 204, headers: {}, body: null, cut: false }
  if (result !== 'file') return jsonResponse(200, value)
  return { kind: 'response', status: 200, headers: fileHeaders, body: (value as StoredFile).content, cut: false }
}

/** Creates the response to a request that failed. */
export function problemResponse(problem: Problem): SandboxResponse {
  return jsonResponse(problem.status, problem.body, problem.headers)
}

function jsonResponse(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): SandboxResponse {
  return {
    kind: 'response',
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    cut: false,
  }
}
