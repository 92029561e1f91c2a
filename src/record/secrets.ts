import { apiKeyHeader } from '../../generated/operations.js'
import { createSearch } from './secret-search.js'

const redacted = () => '[redacted]'
/** Shorter values of headers would match ordinary words. */
const shortest = 8
/** Secrets of requests, and of responses, that are remembered: a server may set a new cookie with every response. */
const most = 100
const secretHeader = /key|auth|token|secret|cookie|password|credential|signature/i
const secretField =
  /^((access|refresh|id|auth|user|session|device|push|bearer|csrf|api)?[_-]?token|(client)?[_-]?secret|passw(or)?d|passphrase|(api|private|secret|access)[_-]?key|(set-?)?cookie|authorization)$/i
/** Parameters of a URL that is signed. */
const signature = /^(sig|(x-(amz|goog)-)?(signature|credential|security-token))$/i
const field = /"([^"\\]{1,60})"(\s*:\s*)(?:"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*)/gis
const parameter = /(?<=^|[?&;#])([\w.-]{1,60})=([^&;#\s"'<>\\]+)/g
const jwt = /(?<![\w-])eyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*/g
const privateKey =
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?:[^-]|-(?!----))*(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?/g
/** A scheme and credentials. Short ones, and those without a digit, are words of a sentence. */
const credentials = /\b(?:Bearer|Basic) [\w.~+/=-]+/gi
const shortestCredentials = 22
/** Readable text in binary data. */
const readable = /[\t\n\r -~]{8,}/g

/** The secrets of the requests so far, and their removal from what is recorded. */
export class Secrets {
  readonly #given: readonly string[]
  readonly #sent = new Set<string>()
  readonly #received = new Set<string>()
  #find: ReturnType<typeof createSearch> | undefined

  constructor(secrets: readonly string[] = []) {
    this.#given = [...secrets]
  }

  /** Adds the API key and other credentials in the headers of a request, whatever the name of the header. */
  addFrom(headers: Headers): void {
    headers.forEach((value, name) => {
      if (name !== apiKeyHeader.toLowerCase() && !secretHeader.test(name)) return
      const bare = value.replace(/^[a-z]+ +/i, '')
      const cookies = name === 'cookie' ? value.split(/;\s*/).map((pair) => pair.replace(/^.*?=/s, '')) : []
      const decoded = /^basic /i.test(value) ? Buffer.from(bare, 'base64').toString() : ''
      for (const secret of [...cookies, decoded, decoded.replace(/^.*?:/s, ''), value, bare])
        this.#add(secret, this.#sent)
    })
  }

  /** Adds the cookies and other credentials in the headers of a response. */
  addReceived(headers: Headers): void {
    headers.forEach((value, name) => {
      if (!secretHeader.test(name)) return
      // What follows are attributes, such as a domain.
      const pair = name === 'set-cookie' ? value.replace(/;.*/s, '') : value
      for (const secret of [pair, name === 'set-cookie' ? pair.replace(/^.*?=/s, '') : value.replace(/^[a-z]+ +/i, '')])
        this.#add(secret, this.#received)
    })
  }

  /** Redacts a text. The value of a field, such as `token`, is redacted for its name. */
  redact(text: string, name = ''): string {
    return text !== '' && secretField.test(name) ? redacted() : this.#overwrite(text, redacted)
  }

  /** Redacts the value of a parameter in a query. */
  redactParameter(value: string, name: string): string {
    return value !== '' && signature.test(name) ? redacted() : this.redact(value, name)
  }

  /** Overwrites the secrets in binary data, and in text with a zero beside each character, as in UTF-16. */
  redactBytes(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes)
    for (const secret of this.#known())
      for (let at = copy.indexOf(secret); at >= 0; at = copy.indexOf(secret, at + 1))
        copy.fill('*', at, at + Buffer.byteLength(secret))
    const places = copy.includes(0) ? Uint32Array.from(copy.keys()).filter((at) => copy[at] !== 0) : undefined
    const text = (places ? copy.filter((byte) => byte !== 0) : copy).toString('latin1')
    for (const { 0: found, index } of text.matchAll(readable)) {
      const shown = this.#overwrite(found, (length) => '*'.repeat(length))
      if (shown === found) continue
      for (let at = 0; at < found.length; at++) copy[places?.[index + at] ?? index + at] = shown.charCodeAt(at)
    }
    return copy
  }

  /** @param cover - Returns what is in the place of a secret of a length. */
  #overwrite(text: string, cover: (length: number) => string): string {
    return this.#redactKnown(text, cover)
      .replace(jwt, ({ length }) => cover(length))
      .replace(privateKey, ({ length }) => cover(length))
      .replace(credentials, (all) => (all.length >= shortestCredentials && /\d/.test(all) ? cover(all.length) : all))
      .replace(field, (all, key: string, colon: string) => {
        const start = `"${key}"${colon}"`
        return secretField.test(key) ? `${start}${cover(Math.max(0, all.length - start.length - 1))}"` : all
      })
      .replace(parameter, (all, key: string, value: string) =>
        secretField.test(key) || signature.test(key) ? `${key}=${cover(value.length)}` : all,
      )
  }

  #add(secret: string, known: Set<string>): void {
    if (secret.length < shortest) return
    // The last to be added is the last to be forgotten.
    const isKnown = known.delete(secret)
    known.add(secret)
    if (isKnown) return
    const [oldest] = known
    if (known.size > most) known.delete(oldest as string)
    this.#find = undefined
  }

  #known(): string[] {
    return [...new Set([...this.#given, ...this.#sent, ...this.#received])]
  }

  #redactKnown(text: string, cover: (length: number) => string): string {
    this.#find ??= createSearch(this.#known())
    let shown = ''
    let last = 0
    for (const [start, end] of this.#find(text)) {
      shown += text.slice(last, start) + cover(end - start)
      last = end
    }
    return shown + text.slice(last)
  }
}
