import { apiKeyHeader } from '../../generated/operations.js'
import { createFinder } from '../errors/find-secret.js'

const redacted = '[redacted]'
/** Shorter values of headers would match ordinary words. */
const shortest = 8
/** Secrets that are remembered: a server may set a new cookie with every response. */
const most = 100
/** Texts are searched in parts, since the search for escapes has a limit for each. */
const partLength = 16_384
/** The longest escape of a character that is searched for across two parts. */
const longestEscape = 40
const secretHeader = /key|auth|token|secret|cookie|password|credential|signature/i
const secretField =
  /^((access|refresh|id|auth|user|session|device|push|bearer|csrf|api)?[_-]?token|(client)?[_-]?secret|passw(or)?d|passphrase|(api|private|secret|access)[_-]?key|(set-?)?cookie|authorization)$/i
const field = /"([^"\\]{1,60})"(\s*:\s*)"(?:[^"\\]|\\.)*"/gs
const jwt = /(?<![\w-])eyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*/g
const privateKey =
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?:[^-]|-(?!----))*(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?/g
/** A scheme and credentials. Short ones, and those without a digit, are words of a sentence. */
const credentials = /\b(?:Bearer|Basic) [\w.~+/=-]+/gi
const shortestCredentials = 22

type Place = [start: number, end: number]

/** The secrets of the requests so far, and their removal from what is recorded. */
export class Secrets {
  readonly #known = new Set<string>()
  #find: ((text: string) => Place[]) | undefined

  constructor(secrets: readonly string[] = []) {
    for (const secret of secrets) this.#add(secret)
  }

  /** Adds the API key and other credentials in the headers of a request or a response, whatever the name of the header. */
  addFrom(headers: Headers): void {
    headers.forEach((value, name) => {
      if (name !== apiKeyHeader.toLowerCase() && !secretHeader.test(name)) return
      const bare = value.replace(/^[a-z]+ +/i, '')
      const parts = name.endsWith('cookie') ? value.split(/[;,=]\s*/) : []
      const decoded = /^basic /i.test(value) ? Buffer.from(bare, 'base64').toString() : ''
      for (const secret of [value, bare, ...parts, decoded, decoded.replace(/^.*?:/s, '')])
        if (secret.length >= shortest) this.#add(secret)
    })
  }

  /** Redacts a text. The value of a field, such as `token`, is redacted for its name. */
  redact(text: string, name = ''): string {
    if (text !== '' && secretField.test(name)) return redacted
    const shown = this.#redactKnown(text)
    return shown
      .replace(jwt, redacted)
      .replace(privateKey, redacted)
      .replace(credentials, (all) => (all.length >= shortestCredentials && /\d/.test(all) ? redacted : all))
      .replace(field, (all, key: string, colon: string) =>
        secretField.test(key) ? `"${key}"${colon}"${redacted}"` : all,
      )
  }

  /** Overwrites known secrets in binary data. */
  redactBytes(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes)
    for (const secret of [...this.#known].flatMap((known) => [known, ...base64Forms(known)]))
      for (let at = copy.indexOf(secret); at >= 0; at = copy.indexOf(secret, at + 1))
        copy.fill('*', at, at + Buffer.byteLength(secret))
    return copy
  }

  #add(secret: string): void {
    if (this.#known.has(secret)) return
    this.#known.add(secret)
    const [oldest] = this.#known
    if (this.#known.size > most) this.#known.delete(oldest as string)
    this.#find = undefined
  }

  #redactKnown(text: string): string {
    if (this.#known.size === 0 || text === '') return text
    this.#find ??= createSearch([...this.#known])
    let shown = ''
    let last = 0
    for (const [start, end] of this.#find(text)) {
      if (start >= last) shown += text.slice(last, start) + redacted
      last = Math.max(last, end)
    }
    return shown + text.slice(last)
  }
}

/** Creates a function that finds secrets in a text of any length, as they are, escaped, or within base64. */
function createSearch(secrets: readonly string[]): (text: string) => Place[] {
  const findPlain = createFinder(secrets)
  const findEncoded = createFinder(secrets.flatMap(base64Forms))
  const overlap = Math.max(...secrets.map(({ length }) => length)) * longestEscape
  return (text) => {
    const places: Place[] = []
    for (let from = 0; from < text.length; from += partLength) {
      const part = text.slice(from, from + partLength + overlap)
      for (const [start, end] of findPlain(part, false)) places.push([from + start, from + end])
      for (const [start, end] of findEncoded(part, false)) places.push(widen(text, from + start, from + end))
    }
    return places.sort(([one], [other]) => one - other)
  }
}

/** Widens a place by the characters beside it, which have bits of the secret. A slash may separate the segments of a path. */
function widen(text: string, start: number, end: number): Place {
  const isBase64 = (at: number) => /[\w+=-]/.test(text.charAt(at))
  return [isBase64(start - 1) ? start - 1 : start, isBase64(end) ? end + 1 : end]
}

/** Returns the parts of base64 that prove a secret, for each of its three positions in the encoded bytes. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url')
    const whole = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
    return [...new Set([whole, whole.replaceAll('-', '+').replaceAll('_', '/')])]
  })
}
