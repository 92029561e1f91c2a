import { errorTypes } from '../../generated/operations.js'

/** A request that is turned away. */
export class Problem extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** The body that the document has for an error. */
export function errorBody(status: number, message: string): { code: number; type: string; message: string } {
  return { code: status, type: errorTypes[status] ?? (status < 500 ? 'BadRequest' : 'InternalError'), message }
}

/** @throws Problem 422 with this message. */
export function unacceptable(message: string): never {
  throw new Problem(422, message)
}

/** A value of the caller's, as messages show it. */
export function quote(text: string): string {
  return JSON.stringify(text)
}
