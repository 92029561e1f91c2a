import type { Sendable } from '../http/sendable.js'

/** Adds headers to a request, and replaces none. One that is not valid is left out. */
export function addHeaders(sendable: Sendable, added: Readonly<Record<string, string>>): Sendable {
  const headers = new Headers(sendable.headers)
  for (const [name, value] of Object.entries(added)) {
    try {
      if (!headers.has(name)) headers.set(name, value)
    } catch {
      // The error of the platform quotes the value.
      console.error('sceyt-platform: a header of the propagator is not valid; the request is sent without it')
    }
  }
  return { ...sendable, headers }
}
