/** The body of a recorded request. */
export interface RecordedContent {
  /** The body, if it is JSON. */
  json?: unknown
  /** Any other body: its type, and its size in bytes and digest without the boundary of a form. Without a digest it matches any. */
  upload?: { type?: string; bytes?: number; sha256?: string }
}

/** A recorded request, independent of host, application and API key. */
export interface RecordedRequest extends RecordedContent {
  method: string
  /** The path under the base URL, percent-encoded. */
  path: string
  query?: Record<string, string | string[]>
}

/** A recorded response. It has one kind of body at most. */
export interface RecordedResponse {
  status: number
  headers?: Record<string, string>
  json?: unknown
  text?: string
  base64?: string
  /** The size in bytes that a body exceeds, so that it is not in the file. */
  omitted?: number
}

/** An error of `fetch`, or of the body of a response. */
export interface RecordedFailure {
  message: string
  name?: string
  code?: string
  syscall?: string
  cause?: RecordedFailure
}

/** A request and its outcome: a response, a failure, or a response whose body ends with a failure. */
export interface RecordedExchange {
  request: RecordedRequest
  response?: RecordedResponse
  failure?: RecordedFailure
}

/** The first line of a recording. */
export const recordingHeader = { recording: 1 } as const
