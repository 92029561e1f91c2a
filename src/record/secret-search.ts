import { escapePattern } from '../common/origin-pattern.js'
import { createFinder } from '../errors/find-secret.js'

/** Texts are searched in parts, since the search for escapes has a limit for each. */
const partLength = 16_384
/** The longest escape of a character that is searched for across two parts. */
const longestEscape = 40

/** Text that may be a short secret in base64 twice. It has no `+`, `-`, `/` and `_`. */
const encodedTwice = /[A-Za-z\d]{14,}/g
/** Base64 in which three groups of four in a row are those of letters, digits, `+`, `-`, `/` and `_`. */
const ofBase64 = /^(?:[A-Za-z\d]{4})*?(?:[K-Za-e][C-HS-Xi-ny0-3][A-Za-z\d]{2}){3}/
/** Layers of base64 around the innermost one that are decoded. */
const mostLayers = 2

/** Of a secret. Those of a text are in order, and do not overlap. */
type Place = [start: number, end: number]

/** Creates a function that finds secrets in texts of any length: as they are, escaped, in hexadecimal, or in base64, up to three times. */
export function createSearch(secrets: readonly string[]): (text: string) => Place[] {
  if (secrets.length === 0) return () => []
  const plain = [...secrets, ...secrets.map((secret) => Buffer.from(secret).toString('hex'))]
  const encoded = secrets.flatMap(base64Forms)
  const find = createFinder([...plain, ...encoded])
  const findDecoded = createDecodedSearch(plain, encoded)
  const overlap = Math.max(...secrets.map(({ length }) => length)) * longestEscape
  const step = Math.max(partLength, overlap)
  return (text) => {
    const places = searchEncoded(text, (decoded) => findDecoded(decoded, mostLayers - 1))
    for (let from = 0; from < text.length; from += step)
      for (const [start, end, index] of find(text.slice(from, from + step + overlap), false)) {
        const place: Place = [from + start, from + end]
        places.push(index < plain.length ? place : widen(text, place))
      }
    return merge(places.sort(([one], [other]) => one - other))
  }
}

/** Creates a function that finds secrets in decoded bytes. It looks for no escapes, so that it is fast: each text is decoded up to 20 times. */
function createDecodedSearch(plain: readonly string[], encoded: readonly string[]) {
  const sought = [...plain.map((text) => Buffer.from(text).toString('latin1')), ...encoded]
  const longestFirst = sought.toSorted((one, other) => other.length - one.length)
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'g')
  const isPlain = new Set(sought.slice(0, plain.length))
  const search = (text: string, layers: number): Place[] => {
    const places: Place[] = layers > 0 ? searchEncoded(text, (decoded) => search(decoded, layers - 1)) : []
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const place: Place = [index, index + found.length]
      places.push(isPlain.has(found) ? place : widen(text, place))
    }
    return places
  }
  return search
}

/** Searches what is in base64 within a text, from each of the four positions where it may begin. */
function searchEncoded(text: string, search: (decoded: string) => Place[]): Place[] {
  const places: Place[] = []
  for (const { 0: run, index } of text.matchAll(encodedTwice))
    for (let skipped = 0; skipped < 4; skipped++) {
      const encoded = run.slice(skipped)
      if (!ofBase64.test(encoded)) continue
      const offset = index + skipped
      for (const [start, end] of search(Buffer.from(encoded, 'base64').toString('latin1')))
        places.push([offset + Math.floor((start * 4) / 3), offset + Math.min(Math.ceil((end * 4) / 3), encoded.length)])
    }
  return places
}

function merge(places: readonly Place[]): Place[] {
  const merged: Place[] = []
  for (const [start, end] of places) {
    const last = merged.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** Widens a place by the characters beside it, which have bits of the secret. A slash may separate the segments of a path. */
function widen(text: string, [start, end]: Place): Place {
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
