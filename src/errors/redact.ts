import { fieldOf } from '../common/field-of.js'
import { appendHeader } from '../common/standard-headers.js'
import { createFinder } from './find-secret.js'

const redacted = '[redacted]'
const shortestSecret = 8

/**
 * Replaces the API key in a text. Every text that does not come from the caller passes through it before it is shown.
 *
 * @param isCut - Whether the text is the beginning of a longer one. The beginning of the key at its end is then replaced too.
 */
export type Redact = (text: string, isCut?: boolean) => string

/** Returns whether a key, or the key after a word such as `Bearer`, is so short that it would match ordinary words. */
export function isTooShort(apiKey: string): boolean {
  return withoutScheme(apiKey).length < shortestSecret
}

/**
 * Creates the function that replaces the key in each form in which a server or a proxy may echo it. Of `Bearer <key>`, or a key
 * with another word before it, the key alone is replaced too: servers echo it without that word.
 */
export function createRedact(apiKey: string, shortest = shortestSecret): Redact {
  const secrets = [...new Set([apiKey, withoutScheme(apiKey)])].filter(({ length }) => length >= shortest)
  if (secrets.length === 0) return (text) => text
  let find: ReturnType<typeof createFinder> | undefined
  return (text, isCut = false) => {
    find ??= createFinder(secrets)
    let shown = ''
    let last = 0
    for (const [start, end] of find(text, isCut)) {
      shown += text.slice(last, start) + redacted
      last = end
    }
    return shown + text.slice(last)
  }
}

function withoutScheme(apiKey: string): string {
  return apiKey.replace(/^[a-z]+ +/i, '')
}

/** Copies an error for display: its name, code and message, and those of its causes, without the API key. */
export function redactError(error: unknown, redact: Redact, depth = 3): Error {
  try {
    return copyError(error, redact, depth)
  } catch {
    // Any value can be thrown, also one whose fields throw.
    return new Error('an error that cannot be read')
  }
}

function copyError(error: unknown, redact: Redact, depth: number): Error {
  const message = fieldOf(error, 'message')
  const code = fieldOf(error, 'code')
  const cause = fieldOf(error, 'cause')
  const copy = new Error(
    redact(typeof message === 'string' ? message : String(error)),
    isInformative(cause) && depth > 0 ? { cause: redactError(cause, redact, depth - 1) } : undefined,
  )
  // An assignment fails if `Error.prototype` is frozen.
  Object.defineProperty(copy, 'name', {
    value: redact(String(fieldOf(error, 'name') ?? 'Error')),
    configurable: true,
    writable: true,
  })
  return typeof code === 'string' ? Object.assign(copy, { code: redact(code) }) : copy
}

/** Returns whether a cause is worth showing. Some are objects without a message, such as a `Response`. */
function isInformative(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null ? fieldOf(cause, 'message') !== undefined : cause !== undefined
}

/** Copies the valid headers of a response without the API key, in case the server echoes it. */
export function redactHeaders(headers: Headers, redact: Redact): Headers {
  const copy = new Headers()
  headers.forEach((value, name) => {
    appendHeader(copy, redactName(name, redact), redact(value))
  })
  return copy
}

/** Redacts the name of a header. The result is a name too, which has no brackets. */
function redactName(name: string, redact: Redact): string {
  return redact(name).replaceAll(redacted, 'redacted')
}

/** Redacts the headers, reason phrase and URL of a response whose body has been read, in place. */
export function redactResponse(response: Response, redact: Redact): Response {
  const { headers, statusText, url } = response
  const shown = {
    headers: redactHeaders(headers, redact),
    statusText: redact(`${statusText ?? ''}`),
    url: redact(`${url ?? ''}`),
  }
  // Unlike `Object.defineProperty`, this does not throw at a response that is frozen.
  for (const [name, value] of Object.entries(shown))
    Reflect.defineProperty(response, name, { value, configurable: true })
  return response
}

const secretHeaders = /^((proxy-)?authorization|(set-)?cookie)$/

/** Returns headers for display: without the API key and other secrets. */
export function showHeaders(headers: Headers, keyName: string, redact: Redact, which = /./): Record<string, string> {
  const shown: Array<[string, string]> = []
  headers.forEach((value, name) => {
    const isSecret = name === keyName.toLowerCase() || secretHeaders.test(name)
    if (which.test(name)) shown.push([redactName(name, redact), isSecret ? redacted : redact(value)])
  })
  // Unlike an assignment, this copes with names such as `constructor` where prototypes are frozen.
  return Object.fromEntries(shown)
}
