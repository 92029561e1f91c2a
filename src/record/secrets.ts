import { apiKeyHeader } from '../../generated/operations.js'
import { mapJsonText } from './map-json.js'
import { findSecretFields } from './secret-fields.js'
import { isSecretField, isSecretParameter } from './secret-name.js'
import { createSearch } from './secret-search.js'

/** What takes the place of a secret of a length. A number becomes a text, between these quotes. */
interface Cover {
  text(length: number): string
  number(length: number, quote: string): string
}

const label = '[redacted]'
const redacted: Cover = { text: () => label, number: (_length, quote) => quote + label + quote }
const asterisks = (length: number) => '*'.repeat(length)
const overwritten: Cover = { text: asterisks, number: asterisks }
/** Shorter values of headers would match ordinary words. */
const shortest = 8
/** Secrets of requests, and of responses, that are remembered: a server may set a new cookie with every response. */
const most = 100
const secretHeader = /key|auth|token|secret|cookie|passw|pwd|credential|signature|jwt|session/i
/** A parameter of a URL or a form. */
const parameter = /(?<=^|[?&;#])((?:[\w.[\]-]|%5[BD]){1,80})=([^&;#\s"'<>\\]+)/gi
/** URLs within the parameters of URLs that are decoded. */
const mostLayers = 3
/** The user and the password in a URL. */
const userInfo = /(?<=:\/\/)[^\s/?#@"'<>\\]{1,300}(?=@)/g
/** The name of a part of a form, in its headers. */
const partName = /form-data; ?name="([^"\r\n]{1,80})"/g
/** Between the headers of a part and its value, and between that and the next part. */
const emptyLine = /\n\r?\n/
const boundary = /\r?\n--/g
const longestHeaders = 1_500
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
    if (text !== '' && isSecretField(name, text)) return label
    return mapJsonText(text, (value, field) => this.redact(value, field)) ?? this.#overwrite(text, redacted)
  }

  /** Redacts the value of a parameter in a query. */
  redactParameter(value: string, name: string): string {
    return value !== '' && isSecretParameter(name, value) ? label : this.redact(value)
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
      const shown = this.#overwrite(found, overwritten)
      if (shown === found) continue
      for (let at = 0; at < found.length; at++) copy[places?.[index + at] ?? index + at] = shown.charCodeAt(at)
    }
    return copy
  }

  #overwrite(text: string, cover: Cover): string {
    return overwriteShapes(this.#redactKnown(text, cover), cover)
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

  #redactKnown(text: string, cover: Cover): string {
    this.#find ??= createSearch(this.#known())
    let shown = ''
    let last = 0
    for (const [start, end] of this.#find(text)) {
      shown += text.slice(last, start) + cover.text(end - start)
      last = end
    }
    return shown + text.slice(last)
  }
}

/** Overwrites what is a secret for its form or its name. */
function overwriteShapes(text: string, cover: Cover, layers = mostLayers): string {
  const shown = text
    .replace(jwt, ({ length }) => cover.text(length))
    .replace(privateKey, ({ length }) => cover.text(length))
    .replace(credentials, (all) => (all.length >= shortestCredentials && /\d/.test(all) ? cover.text(all.length) : all))
    .replace(userInfo, ({ length }) => cover.text(length))
  return redactFields(overwriteParts(shown, cover), cover).replace(parameter, (_all, key: string, value: string) => {
    const isSecret = isSecretParameter(decode(key) ?? key, value)
    return `${key}=${isSecret ? cover.text(value.length) : overwriteEncoded(value, cover, layers)}`
  })
}

/** Overwrites the secrets in the value of a parameter, such as another URL. Known ones are found in any escapes before. */
function overwriteEncoded(value: string, cover: Cover, layers: number): string {
  const decoded = layers > 0 && value.includes('%') ? decode(value) : undefined
  if (decoded === undefined) return value
  const shown = overwriteShapes(decoded, cover, layers - 1)
  if (shown === decoded) return value
  return cover === overwritten
    ? cover.text(value.length)
    : encodeURIComponent(shown).replaceAll(encodeURIComponent(label), label)
}

/** Redacts the fields with secret names in text that contains JSON. */
function redactFields(text: string, cover: Cover): string {
  let shown = ''
  let last = 0
  for (const { from, to, quote, isNumber } of findSecretFields(text)) {
    shown += text.slice(last, from) + (isNumber ? cover.number(to - from, quote) : cover.text(to - from))
    last = to
  }
  return shown + text.slice(last)
}

/** Overwrites the values of the parts of a form that have the name of a secret. */
function overwriteParts(text: string, cover: Cover): string {
  let shown = ''
  let position = 0
  for (const { 1: name = '', index } of text.matchAll(partName)) {
    const line = index < position ? null : emptyLine.exec(text.slice(index, index + longestHeaders))
    if (!line || !isSecretParameter(name)) continue
    const start = index + line.index + line[0].length
    boundary.lastIndex = start
    const end = boundary.exec(text)?.index ?? text.length
    shown += text.slice(position, start) + (end > start ? cover.text(end - start) : '')
    position = end
  }
  return shown + text.slice(position)
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not the encoding of a URL.
    return undefined
  }
}
