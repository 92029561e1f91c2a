import type { ResponseContext } from '../errors/status-error.js'

/** The JSON of a 2xx response, before the call returns it. */
export interface Inspection {
  /** The operation of the OpenAPI document that was called, such as `createUser`. */
  operationId: string
  /** Id of the call, as in the events of hooks and of the log. */
  readonly callId: string
  /** The JSON, parsed. */
  data: unknown
  /** Creates the context for an error of this call. The API key is redacted. */
  context(): ResponseContext
  /** Redacts the API key in a text. */
  redact(text: string): string
}

/** Inspects the results of calls. If it throws, or its promise rejects, the call rejects with that error. */
export type Inspect = (inspection: Inspection) => void | Promise<void>
