/** An encoded request body. */
export interface Payload {
  /** The body, or a function that opens it as a stream for one attempt; lazily, it opens files with the first read only. */
  readonly body: NonNullable<RequestInit['body']> | ((lazily?: boolean) => ReadableStream<Uint8Array>) | null
  /** Headers that describe the body. `null` removes the JSON content type, for the platform to set its own. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined
  /** Whether the body can be sent more than once. */
  readonly repeatable: boolean
}
