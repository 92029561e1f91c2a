import type { Bytes } from '../common/bytes.js'

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
  readonly body: string | Bytes | null
  /** The connection breaks in the middle of the body. */
  readonly cut: boolean
}
