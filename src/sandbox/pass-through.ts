import { messageOf } from '../common/message-of.js'
import { InputError } from '../errors/input-error.js'
import type { SandboxResponse } from './outcome.js'
import type { SandboxRequest } from './parse-request.js'
import { fail, Problem } from './problem.js'

/** The function that receives the requests which a sandbox does not know, such as `replay(file)` of `sceyt-platform/record`. */
export type PassThrough = (url: string, init: RequestInit) => Promise<Response>

/** Marks a request that was passed on, so that one that leads back to the sandbox ends. */
const via = '1.1 sceyt-sandbox'

/** Headers of a connection, or of an encoding that has been reversed. */
const dropped =
  /^(connection|content-(encoding|length)|host|keep-alive|set-cookie|te|trailer|transfer-encoding|upgrade)$/

/** Returns whether a request was passed on by a sandbox, as with a `passThrough` that calls its own server. */
export function wasPassedOn(request: SandboxRequest): boolean {
  return request.header('via')?.includes(via) === true
}

/**
 * Passes a request on, as it was received.
 *
 * @param maxBodyBytes - The most bytes that its body may have.
 * @throws Problem 404 if it was refused, such as by a recording that does not have it, 502 if it has failed otherwise, or if the
 * status is not one that `Response` can have.
 */
export async function passOn(
  passThrough: PassThrough,
  request: SandboxRequest,
  maxBodyBytes: number,
): Promise<{ response: SandboxResponse; body: string | undefined }> {
  const { method, origin, pathname, search, signal } = request
  const given = await request.body(maxBodyBytes)
  if (given === undefined) fail('tooLarge', { limit: maxBodyBytes })
  try {
    const headers = copyHeaders(request.headers?.() ?? [])
    headers.append('via', via)
    const body = given.length > 0 ? given : null
    const init: RequestInit = { method, headers, body, redirect: 'manual', signal: signal ?? null }
    const response = await passThrough(`${origin}${pathname}${search && `?${search}`}`, init)
    const { status } = response
    if (status < 200 || status > 599)
      throw new Error(`it returned the status ${status}, and a sandbox responds with 200 to 599`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const shown = Object.fromEntries([...response.headers].filter(([name]) => !dropped.test(name)))
    const isText = /json|^text\//i.test(shown['content-type'] ?? '')
    const content = bytes.length === 0 ? null : ((isText ? textOf(bytes) : undefined) ?? bytes)
    return {
      response: { kind: 'response', status, headers: shown, body: content, cut: false },
      body: body === null || typeof body === 'string' ? (body ?? undefined) : new TextDecoder().decode(body),
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw new Problem(error instanceof InputError ? 404 : 502, `passThrough rejected the request: ${messageOf(error)}`)
  }
}

/** Returns bytes as a text, unless that would change them, as for another charset. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function copyHeaders(namesAndValues: readonly string[]): Headers {
  const headers = new Headers()
  for (let index = 0; index < namesAndValues.length; index += 2) {
    const [name = '', value = ''] = namesAndValues.slice(index, index + 2)
    if (!dropped.test(name.toLowerCase())) headers.append(name, value)
  }
  return headers
}
