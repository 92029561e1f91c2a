import type { ResponseContext } from '../errors/status-error.js'

/** The JSON of a success, before it is handed on. */
export interface Inspection {
  /** The operation of the document that was called, such as `createUser`. */
  operationId: string
  /** The JSON, parsed. */
  data: unknown
  /** Makes what an error of this call is built from. The API key is struck out. */
  context(): ResponseContext
  /** Strikes the API key out of a text. */
  redact(text: string): string
}

/** Looks at the results of calls. What it throws, the call fails with. */
export type Inspect = (inspection: Inspection) => void
