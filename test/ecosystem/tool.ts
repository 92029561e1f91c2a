/** A client generator. */
export interface Tool {
  /** The name of its npm package. */
  readonly name: string
  /** Its folder next to this file: `generate.ts` exports the tool, `program.ts` uses the generated client. */
  readonly folder: string
  /** Generates a client from an OpenAPI document into a folder. */
  generate(document: string, folder: string): Promise<void>
}

/** A program that uses a generated client. */
export interface Program {
  /** The functions of the client, by name. */
  readonly functions: Readonly<Record<string, unknown>>
  /** Reads a user. */
  getUser(baseUrl: string, apiKey: string, username: string): Promise<{ username: string; first_name?: string }>
}
