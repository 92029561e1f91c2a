/**
 * A request and its outcome. It never contains an API key. Each text, and the headers together, are cut to their first 16,384
 * characters.
 */
export interface JournalEntry {
  /** Position in the journal, from 1, in the order in which requests ended. */
  readonly number: number
  /** Time at which the request arrived, on the sandbox's clock. */
  readonly time: string
  /** The HTTP method, such as `POST`. */
  readonly method: string
  /** Path and query as requested. */
  readonly url: string
  /** Id of the operation, if the path and the method have one. */
  readonly operation: string | undefined
  /** Status of the response; null if the connection was broken instead. */
  readonly status: number | null
  /** Time from the request to the response, in milliseconds. */
  readonly duration: number
  /** The body of the request as text, if it was read. */
  readonly body: string | undefined
  /** The error message, if the request failed. */
  readonly problem: string | undefined
  /**
   * The headers of the request, with names in lower case, if they are known. `…` is in place of the API key, credentials and
   * cookies.
   */
  readonly headers: Readonly<Record<string, string>> | undefined
  /** The headers of the response, without those that a server adds, if there is a response. */
  readonly responseHeaders: Readonly<Record<string, string>> | undefined
  /**
   * The body of the response, if it is text: the whole one, also if a fault broke the connection in the middle of it. It is
   * kept until the bodies of later responses take 2 MiB.
   */
  readonly responseBody: string | undefined
  /** The numbers of the faults that changed it, in the order in which they were added to the sandbox, from 1. */
  readonly faults: readonly number[]
  /** The full lengths of what was cut or dropped, in characters, such as `{ body: 100000 }`; undefined if nothing was. */
  readonly fullLengths?:
    | Readonly<
        Partial<Record<'method' | 'url' | 'body' | 'problem' | 'responseBody' | 'headers' | 'responseHeaders', number>>
      >
    | undefined
}

/** An entry that has no number yet. */
export interface NewJournalEntry extends Omit<JournalEntry, 'number' | 'headers' | 'fullLengths'> {
  /** The names and values of the headers of the request in turn. */
  readonly headers: readonly string[] | undefined
}
