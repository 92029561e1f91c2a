/** What a check finds. It leaves its runtime as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Something that must hold in every runtime. */
export interface Check {
  /** A sentence, by which it is known everywhere. */
  name: string
  /** What it must find. */
  due: Json
  run(site: Site): Promise<Json>
}

/** What a check found in one runtime. */
export interface Finding {
  check: string
  came: Json
}

/** Where the servers are. */
export interface Site {
  /** The `baseUrl` of an application of the sandbox that no other runtime uses. */
  sandbox: string
  /** Origin of a server that does what the path tells it to. */
  hostile: string
  /** Origin of another such server, to which it redirects. */
  elsewhere: string
  /** Origin where nobody listens. */
  refused: string
}

/** The key that every client has. */
export const apiKey = 'k3y-that-must-never-be-seen'
