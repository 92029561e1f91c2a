const redacted = '[redacted]'
const shortestSecret = 8

/** Replaces the API key in a text. */
export type Redact = (text: string) => string

/**
 * Matches the key in each form in which a server or a proxy may echo it: each character as it is, or escaped for JSON, a URL or HTML.
 * Of `Bearer <key>`, or a key with another word before it, the key alone is matched too: servers echo it without that word.
 */
export function createRedact(apiKey: string): Redact {
  const alone = apiKey.replace(/^[a-z]+ +/i, '')
  // A very short one would match ordinary words.
  const secrets = alone !== apiKey && alone.length >= shortestSecret ? [apiKey, alone] : [apiKey]
  const form = new RegExp(secrets.map((secret) => secret.replace(/./g, formsOf)).join('|'), 'gi')
  return (text) => text.replace(form, redacted)
}

/** Returns a pattern for one character, since servers escape different ones. */
function formsOf(character: string): string {
  const code = character.charCodeAt(0)
  const hex = code.toString(16)
  const encoded = code < 128 ? `%${hex}` : encodeURIComponent(character)
  const named = character === '&' ? '(?:amp;)?' : ''
  // A value that is encoded twice has %25 for each %.
  return `(?:\\\\?\\u00${hex}${named}|\\\\u00${hex}|${encoded.replaceAll('%', '%(?:25)*')}|&#(?:0*${code}|x0*${hex});)`
}

/** Copies an error for display: its name, code and message, and those of its causes, without the API key. */
export function redactError(error: unknown, redact: Redact, depth = 3): Error {
  const {
    name = 'Error',
    message,
    code,
    cause,
  } = (error ?? {}) as { name?: unknown; message?: unknown; code?: unknown; cause?: unknown }
  const copy = new Error(
    redact(typeof message === 'string' ? message : String(error)),
    isInformative(cause) && depth > 0 ? { cause: redactError(cause, redact, depth - 1) } : undefined,
  )
  copy.name = redact(String(name))
  return typeof code === 'string' ? Object.assign(copy, { code: redact(code) }) : copy
}

/** Returns whether a cause is worth showing. Some are objects without a message, such as a `Response`. */
function isInformative(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null ? 'message' in cause : cause !== undefined
}

/** Copies headers without the API key, in case the server echoes it. */
export function redactHeaders(headers: Headers, redact: Redact): Headers {
  const copy = new Headers()
  headers.forEach((value, name) => {
    copy.append(name, redact(value))
  })
  return copy
}

const secretHeaders = /^((proxy-)?authorization|(set-)?cookie)$/

/** Returns headers for display: without the API key and other secrets. */
export function showHeaders(headers: Headers, keyName: string, redact: Redact, which = /./): Record<string, string> {
  const shown: Record<string, string> = {}
  headers.forEach((value, name) => {
    if (which.test(name))
      shown[name] = name === keyName.toLowerCase() || secretHeaders.test(name) ? redacted : redact(value)
  })
  return shown
}
