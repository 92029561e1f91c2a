import type { OutputFormat } from './output-format.js'

/** How results are printed, and where. */
export interface OutputOptions {
  format: OutputFormat
  /** The fields to print: dotted paths, such as `owner.username`. */
  fields?: readonly string[]
  /** The fields that the OpenAPI document has, which are allowed even if no item has them. */
  knownFields?: readonly string[]
  /** Those of the fields that a table shows first, by importance. */
  columns?: readonly string[]
  /** Writes a text to stdout, and waits until it is written. */
  write(text: string): Promise<void>
  /** Writes a line to stderr. */
  note(text: string): void
  /** Number of columns of the terminal. */
  width: number
  isColored: boolean
  /** Whether stdout is a terminal, which would interpret control characters. */
  isTerminal?: boolean
}

/** Prints results. A list is printed page by page; any other result is one value. */
export interface Output {
  items(items: readonly unknown[]): Promise<void>
  value(value: unknown): Promise<void>
  end(): Promise<void>
  /** Ends a list of which a later page could not be read. It does not look complete then. */
  breakOff?(): Promise<void>
}
