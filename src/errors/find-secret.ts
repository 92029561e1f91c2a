/** Where a secret is in a text, and its index. The index is -1 in a text with too many escapes, whose rest is hidden. */
type FoundSecret = [start: number, end: number, index: number]

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
const named = '\uffff'
/** Characters within the secret that are skipped in one place, and those of a tag in it. */
const mostSkipped = 16
const longestTag = 64
const alphanumeric = /[a-z\d]/i

/**
 * Creates a function that finds a secret in a text: as it is, or with any of its characters escaped for JSON, a URL, HTML or
 * mail, in up to three layers, in any case, with its bytes read in another charset, and with tags or invisible characters in it.
 *
 * The function returns the start and end of each place, and the index of the secret. It takes linear time. With `isCut` the text
 * is the beginning of a longer one, and it also finds the beginning of the secret at the end.
 */
export function createFinder(secrets: readonly string[]): (text: string, isCut: boolean) => FoundSecret[] {
  const forms = secrets.map((secret) => secret.match(/[^ -~]+|./g) ?? [])
  const firsts = forms.map(([first = '']) => (isSpecial(first) ? '?\x7f-\uffff' : first.replace(/\W/, '\\$&')))
  const byFirst = new Map<string, number[]>()
  for (const [index, [first = '']] of forms.entries())
    byFirst.set(keyOf(first), [...(byFirst.get(keyOf(first)) ?? []), index])
  const candidate = new RegExp(`[\\\\%=&${firsts.join('')}]`, 'gi')
  return (text, isCut) => {
    const reader = new EscapeReader(text)
    const places: FoundSecret[] = []
    candidate.lastIndex = 0
    for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
      const start = found.index
      if (reader.decoded > mostDecoded) {
        places.push([start, text.length, -1])
        break
      }
      let end = 0
      let longest = -1
      const firstKeys = new Set(reader.read(start, maxLayers).map(([character]) => keyOf(character)))
      for (const key of firstKeys)
        for (const index of byFirst.get(key) ?? []) {
          const found = endOf(forms[index] as string[], start, text, reader, isCut)
          if (found > end) [end, longest] = [found, index]
        }
      if (end > start) places.push([start, end, longest])
      candidate.lastIndex = Math.max(start + 1, end)
    }
    return places
  }
}

/** Returns the letter or digit that a text begins with, or an empty text. */
function keyOf(text: string): string {
  const first = text.charAt(0)
  return alphanumeric.test(first) ? first.toLowerCase() : ''
}

/** Returns the position after a secret that begins at a position, or 0. */
function endOf(form: readonly string[], start: number, text: string, reader: EscapeReader, isCut: boolean): number {
  let ends = [start]
  for (const [index, part] of form.entries()) {
    const next = isSpecial(part) ? skipSpecial(ends, part, reader) : step(ends, part, reader)
    if (next.length === 0) {
      const rest = text.length - Math.max(...skipInvisible(ends, reader))
      const isPart = isCut && index >= shortestPart
      return isPart && (rest === 0 || (rest < longestEscape && /[\\%=&<]/.test(text.charAt(text.length - rest))))
        ? text.length
        : 0
    }
    ends = next
  }
  return Math.max(...ends)
}

/**
 * Returns the positions after characters beyond ASCII. In UTF-8 that is read as another charset, up to twice, one of them is up
 * to six; in another charset that is read as UTF-8, up to four of them are one.
 */
function skipSpecial(starts: readonly number[], part: string, reader: EscapeReader): number[] {
  const found = new Set<number>()
  let ends = starts
  for (let count = 1; count <= part.length * 6 && ends.length > 0; count++) {
    ends = step(ends, part, reader)
    if (count >= part.length / 4) for (const end of ends) found.add(end)
  }
  return [...found]
}

/** Returns the positions after a character that begins at one of these positions. */
function step(starts: readonly number[], expected: string, reader: EscapeReader): number[] {
  const ends: number[] = []
  for (const start of skipInvisible(starts, reader)) {
    for (const [character, end] of reader.read(start, maxLayers)) {
      if (accepts(expected, character) && !ends.includes(end)) ends.push(end)
    }
  }
  return ends
}

/** Returns these positions, and those after tags, NUL, and characters beyond ASCII, as invisible ones mostly are. */
function skipInvisible(starts: readonly number[], reader: EscapeReader): readonly number[] {
  let all = starts
  let latest = starts
  for (let count = 0; count < mostSkipped && latest.length > 0; count++) {
    const next: number[] = []
    for (const start of latest) {
      for (const [character, end] of reader.read(start, maxLayers)) {
        const after = character === '<' ? afterTag(end, reader) : character === '\0' || isSpecial(character) ? end : 0
        if (after > 0 && !all.includes(after) && !next.includes(after)) next.push(after)
      }
    }
    if (next.length > 0) all = [...all, ...next]
    latest = next
  }
  return all
}

/** Returns the position after a tag, of which the first character was read, or 0 if there is none. */
function afterTag(start: number, reader: EscapeReader): number {
  let at = start
  for (let length = 0; length < longestTag; length++) {
    const [character, end] = reader.read(at, maxLayers).at(-1) ?? []
    if (character === undefined || end === undefined || character === '<') return 0
    if (character === '>') return end
    at = end
  }
  return 0
}

function accepts(expected: string, character: string): boolean {
  // A question mark stands for a character that a charset lacks.
  if (isSpecial(expected)) return isSpecial(character) || character === '?' || character === named
  return (
    expected.toLowerCase() === character.toLowerCase() ||
    (character === named && !alphanumeric.test(expected)) ||
    (expected === ' ' && /[+\s]/.test(character))
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
    const lower = layers - 1
    // Most characters are the same in every layer.
    if (layers === 0 || !isIntroducer(plain)) return layers > 0 ? this.read(at, lower) : [[plain, at + 1]]
    this.decoded++
    const found: Reading[] = []
    for (const [mark, end] of this.read(at, lower)) {
      add(found, mark, end)
      if (!isIntroducer(mark)) continue
      this.#readEscapes(mark, end, lower, found)
      if (mark !== '\\') continue
      for (const [next, after] of this.read(end, lower)) if (!/[ux]/i.test(next)) add(found, next, after)
    }
    return found
  }

  /** Adds the characters whose escapes begin with a mark. A shorter escape may be the beginning of a longer one. */
  #readEscapes(mark: string, from: number, layers: number, found: Reading[]): void {
    const [beginning, whole] = escapes[mark] as readonly [RegExp, RegExp]
    let read = ''
    for (let at = from; beginning.test(read); ) {
      const next = this.read(at, layers).findLast(([character]) => isPartOfEscape(character))
      if (!next) break
      const [character, end] = next
      read += character
      at = end
      const [, hexadecimal, decimal, name] = whole.exec(read) ?? []
      if (name) add(found, names[name.toLowerCase()] ?? named, end)
      const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
      if ((code >= 32 || code === 0) && code <= 0xffff) add(found, String.fromCharCode(code), end)
    }
  }
}

/** Names in HTML of the characters that escapes consist of, and of invisible ones. A line break after `=` is one in mail. */
const names: Record<string, string> = {
  amp: '&',
  bsol: '\\',
  percnt: '%',
  num: '#',
  equals: '=',
  semi: ';',
  lt: '<',
  gt: '>',
  shy: '\xad',
  '\n': '\xad',
  '\r\n': '\xad',
  zwj: '\u200d',
  zwnj: '\u200c',
}

/**
 * Escapes with a code or a name, by the character before it: of JSON, JavaScript or Python, of a URL, of mail, or of HTML. For
 * each, a pattern of the beginnings that a further character may continue, and one of the whole.
 */
const escapes: Record<string, readonly [beginning: RegExp, whole: RegExp]> = {
  '\\': [/^([ux]?|[ux][\da-f]{1,3}|[ux]\{[\da-f]{0,8})$/i, /^[ux]\{?([\da-f]+)\}?$/i],
  '%': [/^(u?[\da-f]{0,3})$/i, /^u?([\da-f]+)$/i],
  '=': [/^([\da-f]?|\r)$/i, /^([\da-f]{2})$|^()(\r?\n)$/i],
  '&': [/^(#\d{0,7}|#x[\da-f]{0,8}|[a-z\d]{0,14})$/i, /^(?:#x([\da-f]+)|#(\d+)|([a-z\d]{2,14}));?$/i],
}

function isPartOfEscape(character: string): boolean {
  return /[a-z\d#{};\r\n]/i.test(character)
}

/** Returns whether a character begins escapes: of JSON, of a URL, of mail, or of HTML. */
function isIntroducer(character: string | undefined): boolean {
  return character === '\\' || character === '%' || character === '=' || character === '&'
}

function add(found: Reading[], character: string, end: number): void {
  for (const reading of found) if (reading[1] === end && reading[0] === character) return
  found.push([character, end])
}

/** Returns whether a text begins beyond ASCII. */
function isSpecial(text: string): boolean {
  return text > '~'
}
