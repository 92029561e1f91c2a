/** A character that may begin at a position of a text, and the position after it. */
type Reading = readonly [character: string, end: number]

/** Layers of escapes that are decoded, such as those of a URL within JSON within HTML. */
const maxLayers = 3
/** The longest escape of one character, in so many layers. */
const longestEscape = 40
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
    const below = layers - 1
    const found: Reading[] = []
    for (const [mark, end] of this.read(at, below)) {
      add(found, mark, end)
      if (mark === '%' || mark === '=') this.#addCode(found, end, below, 2)
      if (mark === '&') this.#addNamed(found, end, below)
      if (!isIntroducer(mark)) continue
      for (const [next, after] of this.read(end, below)) {
        const letter = next.toLowerCase()
        if (mark === '\\') {
          add(found, next, after)
          if (letter === 'x') this.#addCode(found, after, below, 2)
        }
        if (letter === 'u' && (mark === '\\' || mark === '%')) this.#addUnicode(found, after, below)
        if (letter === '#' && mark === '&') this.#addNumbered(found, after, below)
      }
    }
    return found
  }

  /** Adds the character whose code is so many hexadecimal digits. */
  #addCode(found: Reading[], from: number, layers: number, length: number): void {
    const digits = this.#run(from, layers, hexadecimal, length)[length - 1]
    if (digits) addCharacter(found, digits[0], 16, digits[1])
  }

  #addUnicode(found: Reading[], from: number, layers: number): void {
    this.#addCode(found, from, layers, 4)
    const digits = this.#run(this.#after('{', from, layers), layers, hexadecimal, 6).at(-1)
    if (digits) addCharacter(found, digits[0], 16, this.#after('}', digits[1], layers))
  }

  #addNumbered(found: Reading[], from: number, layers: number): void {
    const x = this.#after('x', from, layers)
    for (const [digits, end] of this.#run(x || from, layers, x ? hexadecimal : decimal, 8)) {
      const code = Number.parseInt(digits, x ? 16 : 10)
      if (code >= 32) this.#addEntity(found, String.fromCharCode(code), end, layers)
    }
  }

  #addNamed(found: Reading[], from: number, layers: number): void {
    for (const [name, end] of this.#run(from, layers, alphanumeric, 8)) {
      if (name.length > 1) this.#addEntity(found, /^amp$/i.test(name) ? '&' : named, end, layers)
    }
  }

  /** Adds a character whose escape may end in a semicolon. */
  #addEntity(found: Reading[], character: string, end: number, layers: number): void {
    add(found, character, end)
    const semicolon = this.#after(';', end, layers)
    if (semicolon) add(found, character, semicolon)
  }

  /** Returns the position after a character, or 0 if another one is there. */
  #after(character: string, from: number, layers: number): number {
    return this.read(from, layers).findLast(([next]) => next.toLowerCase() === character)?.[1] ?? 0
  }

  /** Reads characters of a class, and returns each beginning of them. */
  #run(from: number, layers: number, allowed: RegExp, most: number): Reading[] {
    const beginnings: Reading[] = []
    let word = ''
    let at = from
    while (word.length < most) {
      const next = this.read(at, layers).findLast(([character]) => allowed.test(character))
      if (!next) break
      word += next[0]
      at = next[1]
      beginnings.push([word, at])
    }
    return beginnings
  }
}

const decimal = /\d/
const hexadecimal = /[\da-f]/i
const alphanumeric = /[a-z\d]/i

/** Returns whether a character begins escapes: of JSON, of a URL, of mail, or of HTML. */
function isIntroducer(character: string | undefined): boolean {
  return character === '\\' || character === '%' || character === '=' || character === '&'
}

function add(found: Reading[], character: string, end: number): void {
  for (const reading of found) if (reading[1] === end && reading[0] === character) return
  found.push([character, end])
}

function addCharacter(found: Reading[], digits: string, radix: number, end: number): void {
  const code = Number.parseInt(digits, radix)
  if (code >= 32 && end > 0) add(found, String.fromCharCode(code), end)
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
