/** A character that may begin at a position of a text, and the position after it. */
type Reading = readonly [character: string, end: number]

/** Layers of escapes that are decoded, such as those of a URL within JSON within HTML. */
const maxLayers = 3
/** The longest escape of one character, in so many layers. */
const longestEscape = 40
/** The longest code or name in an escape, without its first character, such as `#x00000041;`. */
const longestCode = 11
/** Escapes that are decoded in one text. Only a hostile one has more: what follows is then hidden. */
const mostDecoded = 100_000
/** A part of the secret that may be shown where a text is cut. */
const shortestPart = 4
/** Stands for any character that has a name in HTML. */
const named = '\0'
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Creates a function that finds a secret in a text: as it is, or with any of its characters escaped for JSON, a URL, HTML or
 * mail, in up to three layers, in any case, and with its bytes read in another charset.
 *
 * The function returns the start and end of each place. It takes linear time. With `isCut` the text is the beginning of a longer
 * one, and it also finds the beginning of the secret at the end.
 */
export function createFinder(secrets: readonly string[]): (text: string, isCut: boolean) => Array<[number, number]> {
  const forms = secrets.flatMap(formsOf)
  const firsts = forms.flatMap((form) => form[0] ?? []).map((first) => first[0] as string)
  const candidate = new RegExp(
    `[${toClass(`\\%=&${firsts.join('')}${firsts.some(isSpecial) ? '?\ufffd' : ''}`)}]`,
    'gi',
  )
  return (text, isCut) => {
    const reader = new EscapeReader(text)
    const places: Array<[number, number]> = []
    candidate.lastIndex = 0
    for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
      const start = found.index
      if (reader.decoded > mostDecoded) {
        places.push([start, text.length])
        break
      }
      let end = 0
      for (const form of forms) end = Math.max(end, endOf(form, start, text, reader, isCut))
      if (end > start) places.push([start, end])
      candidate.lastIndex = Math.max(start + 1, end)
    }
    return places
  }
}

/** Returns the position after a secret that begins at a position, or 0. */
function endOf(form: Form, start: number, text: string, reader: EscapeReader, isCut: boolean): number {
  let ends = [start]
  for (const [index, variants] of form.entries()) {
    const next = variants.flatMap((variant) => {
      let reached = ends
      for (const character of variant.split('')) reached = step(reached, character, text, reader)
      return reached
    })
    if (next.length === 0) {
      const rest = text.length - Math.max(...ends)
      const isPart = isCut && index >= shortestPart
      return isPart && (rest === 0 || (rest < longestEscape && isIntroducer(text.at(-rest)))) ? text.length : 0
    }
    ends = next.length > 1 ? [...new Set(next)] : next
  }
  return Math.max(...ends)
}

/** Returns the positions after a character that begins at one of these positions. */
function step(starts: readonly number[], expected: string, text: string, reader: EscapeReader): number[] {
  const ends: number[] = []
  for (const start of starts) {
    const plain = text[start]
    if (!isIntroducer(plain)) {
      if (plain && accepts(expected, plain)) ends.push(start + 1)
      continue
    }
    for (const [character, end] of reader.read(start, maxLayers)) {
      if (accepts(expected, character) && !ends.includes(end)) ends.push(end)
    }
  }
  return ends
}

function accepts(expected: string, character: string): boolean {
  return (
    expected === character ||
    expected.toLowerCase() === character.toLowerCase() ||
    (character === named && /[^a-z\d]/i.test(expected)) ||
    (expected === ' ' && /[+\s]/.test(character)) ||
    // Where a charset lacks a character.
    (isSpecial(expected) && /[?\ufffd]/.test(character))
  )
}

/** Reads a text that may be escaped. Each position is decoded once per layer, so that hostile texts take linear time too. */
class EscapeReader {
  /** Number of escapes so far. */
  decoded = 0
  readonly #text: string
  readonly #known: ReadonlyArray<Array<readonly Reading[]>> = Array.from({ length: maxLayers + 1 }, () => [])

  constructor(text: string) {
    this.#text = text
  }

  /** Returns each character that may begin at a position: as it is, or decoded. */
  read(at: number, layers: number): readonly Reading[] {
    const known = this.#known[layers] as Array<readonly Reading[]>
    known[at] ??= this.#decode(at, layers)
    return known[at]
  }

  #decode(at: number, layers: number): readonly Reading[] {
    const plain = this.#text[at]
    if (plain === undefined) return []
    if (layers === 0 || !isIntroducer(plain)) return [[plain, at + 1]]
    this.decoded++
    const found: Reading[] = []
    for (const [mark, end] of this.read(at, layers - 1)) {
      add(found, mark, end)
      if (!isIntroducer(mark)) continue
      let read = mark
      for (const [character, after] of this.#word(end, layers - 1)) {
        read += character
        const decoded = decodeEscape(read)
        if (decoded) add(found, decoded, after)
      }
      if (mark !== '\\') continue
      for (const [next, after] of this.read(end, layers - 1)) if (!/[ux]/i.test(next)) add(found, next, after)
    }
    return found
  }

  /** Reads the characters that an escape may consist of, each in the shortest way that decodes it, up to its semicolon. */
  #word(from: number, layers: number): Reading[] {
    const word: Reading[] = []
    for (let at = from; word.length < longestCode; at = word.at(-1)?.[1] ?? at) {
      const readings = this.read(at, layers)
      const first = readings[1] ?? readings[0]
      const next = readings.findLast(([character]) => character === first?.[0])
      if (!next) break
      word.push(next)
    }
    return word
  }
}

/** Decodes one escape with a code or a name: of JSON, JavaScript or Python, of a URL, of mail, or of HTML. */
function decodeEscape(text: string): string | undefined {
  const [, hexadecimal, decimal, name] =
    /^(?:(?:\\[ux]\{?|%u?|=|&#x)([\da-f]+)[;}]?|&#(\d+);?|&([a-z\d]{2,8});?)$/i.exec(text) ?? []
  if (name) return /^amp$/i.test(name) ? '&' : named
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : undefined
}

/** Returns whether a character begins escapes: of JSON, of a URL, of mail, or of HTML. */
function isIntroducer(character: string | undefined): boolean {
  return character === '\\' || character === '%' || character === '=' || character === '&'
}

function add(found: Reading[], character: string, end: number): void {
  for (const reading of found) if (reading[1] === end && reading[0] === character) return
  found.push([character, end])
}

/** The characters of a secret, each with how it reads if its bytes are read in another charset, up to twice. */
type Form = readonly (readonly string[])[]

function formsOf(secret: string): Form[] {
  const texts = [secret]
  // A header of Latin-1 that a server reads as UTF-8.
  if (/[\x80-\xff]/.test(secret))
    texts.push(new TextDecoder().decode(Uint8Array.from(secret, (character) => character.charCodeAt(0))))
  return texts.map((text) =>
    text.split('').map((character) => (isSpecial(character) ? variantsOf(character) : [character])),
  )
}

function variantsOf(character: string): string[] {
  const once = misread(character)
  return [...new Set([character, ...once, ...once.flatMap(misread)])]
}

/** Returns how UTF-8 reads as Latin-1 and as Windows-1252. */
function misread(text: string): string[] {
  const latin1 = String.fromCharCode(...new TextEncoder().encode(text))
  return [latin1, latin1.replace(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 128] as string)]
}

function isSpecial(character: string): boolean {
  return character > '~'
}

/** Writes characters for a class of a regular expression. */
function toClass(characters: string): string {
  return characters.replace(/./gs, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
