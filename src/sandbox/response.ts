import type { Operation } from '../operation/operation.js'
import type { SandboxResponse } from './outcome.js'
import type { Problem } from './problem.js'
import type { StoredFile } from './state/file-store.js'

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
