/** A generator of clients. */
export interface Tool {
  /** Name of its package on npm. */
  readonly name: string
  /** Where it is used, beside this file: `generate.ts` has it, `program.ts` uses what it makes. */
  readonly folder: string
  /** Makes a client of a document, in a folder. */
  generate(document: string, folder: string): Promise<void>
}

/** A program on a generated client. */
export interface Program {
  /** Every function of the client, by its name. */
  readonly functions: Readonly<Record<string, unknown>>
  /** Reads a user. */
  getUser(baseUrl: string, apiKey: string, username: string): Promise<{ username: string; first_name?: string }>
}
