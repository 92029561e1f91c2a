/** The result of a check. Its runtime prints it as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A check that must have the expected result in every runtime. */
export interface Check {
  /** A sentence that identifies the check. */
  name: string
  /** The expected result. */
  expected: Json
  run(site: Site): Promise<Json>
}

/** The result of a check in one runtime. */
export interface Finding {
  check: string
  received: Json
}

/** The addresses of the servers. */
export interface Site {
  /** The `baseUrl` of a sandbox application that only this runtime uses. */
  sandbox: string
  /** The origin of a server that fails in the way that the path names. */
  hostile: string
  /** The origin of another such server, the target of its redirects. */
  elsewhere: string
  /** An origin that refuses connections. */
  refused: string
}

/** The API key of every client. */
export const apiKey = 'k3y-that-must-never-be-seen'
