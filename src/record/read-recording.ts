import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { describe } from '../common/describe.js'
import { InputError } from '../errors/input-error.js'
import { isTooDeep } from './map-json.js'
import { type RecordedExchange, recordingHeader } from './recorded-exchange.js'

const lineFeed = 10
const mark = Buffer.from('\ufeff')
/** The beginning of each line that is written after the first one. */
const lineStart = '{"request":'
const headerText = JSON.stringify(recordingHeader)

/** A recorded exchange, and the number of its line. */
export interface RecordedLine extends RecordedExchange {
  line: number
}

/** What is in the file of a recording. */
interface Recording {
  lines: RecordedLine[]
  /** Numbers of the lines with an exchange that is torn, as a process leaves it that is killed while it writes. */
  torn: number[]
  /** Whether the first line is whole. */
  hasHeader: boolean
  /** Whether the last line is whole, and lacks only its line break. An editor may have left it out. */
  lacksBreak: boolean
}

/**
 * Reads a recording.
 *
 * @param isHeaderOnly - Whether to read the first line alone, as for a recording that is overwritten.
 * @returns Undefined if there is no such file.
 * @throws InputError naming the line that is not valid.
 */
export function readRecording(file: string, isHeaderOnly = false): Recording | undefined {
  const bytes = readBytes(file)
  if (!bytes) return undefined
  const lines: RecordedLine[] = []
  const torn: number[] = []
  let hasHeader = false
  let lacksBreak = false
  // An editor may have added the mark of UTF-8.
  const first = bytes.subarray(0, mark.length).equals(mark) ? mark.length : 0
  for (let start = first, number = 1; start < bytes.length && !(isHeaderOnly && number > 1); number++) {
    const end = bytes.indexOf(lineFeed, start)
    const text = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (number === 1) {
      const header = parse(text)
      if (header === undefined && end < 0 && isStartOfHeader(text)) break
      if ((header as Partial<typeof recordingHeader> | undefined)?.recording !== recordingHeader.recording)
        fail(file, `is not a recording, and was left as it is: its first line must be ${headerText}.`)
      hasHeader = true
      lacksBreak = true
    } else if (!isBlank(text)) {
      const place = `${file}:${number}`
      const { exchanges, rest } = splitLine(text)
      if (rest.length > 0) {
        // A recorder leaves the start of a line at the end of the file, where another one may have appended a whole line.
        const isTorn = end < 0 || (exchanges.length > 0 && rest.toString().startsWith('{'))
        if (!isTorn) fail(place, 'is not JSON in UTF-8.')
        torn.push(number)
      }
      for (const exchange of exchanges) lines.push({ ...checkExchange(exchange, place), line: number })
      lacksBreak = exchanges.length > 0
    }
    lacksBreak &&= end < 0
    start = end < 0 ? bytes.length : end + 1
  }
  return { lines, torn, hasHeader, lacksBreak }
}

/**
 * Splits a line into the exchanges at its end, which is one unless a line before it has no break, and what is before them: nothing,
 * or a torn line.
 */
function splitLine(line: Buffer): { exchanges: unknown[]; rest: Buffer } {
  const exchange = parse(line)
  if (exchange !== undefined) return { exchanges: [exchange], rest: line.subarray(0, 0) }
  for (let at = line.indexOf(lineStart, 1); at > 0; at = line.indexOf(lineStart, at + 1)) {
    const last = parse(line.subarray(at))
    if (!isExchange(last)) continue
    const { exchanges, rest } = splitLine(line.subarray(0, at))
    return { exchanges: [...exchanges, last], rest }
  }
  return { exchanges: [], rest: line }
}

/** Returns whether JSON at the end of a line is an exchange, and not a part of the body of a torn one. */
function isExchange(value: unknown): boolean {
  if (!isObject(value) || !isObject(value['request'])) return false
  const { method, path } = value['request']
  const isKnown = Object.keys(value).every((name) => Object.hasOwn(checks['exchange'] ?? {}, name))
  return isKnown && ('response' in value || 'failure' in value) && isText(method) && isText(path)
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new InputError('file', message, { cause }, `The recording ${file} cannot be read: ${message}`)
  }
}

function parse(text: Buffer): unknown {
  try {
    return isUtf8(text) ? (JSON.parse(text.toString()) as unknown) : undefined
  } catch {
    return undefined
  }
}

function isStartOfHeader(text: Buffer): boolean {
  return headerText.startsWith(text.toString())
}

function isBlank(text: Buffer): boolean {
  return text.toString().trim() === ''
}

/** Throws an error about a recording, or about a line of one. */
export function fail(place: string, problem: string): never {
  throw new InputError('file', problem, undefined, `${place} ${problem}`)
}

type Check = readonly [expected: string, isValid: (value: unknown) => boolean]

const isText = (value: unknown) => typeof value === 'string'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isWithin = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most

const text: Check = ['a text', isText]
const object: Check = ['an object', isObject]
const json: Check = ['JSON', () => true]
const bytes: Check = ['a number of bytes', (value) => isWithin(value, 0, Infinity)]

const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  exchange: { request: object, response: object, failure: object },
  request: {
    method: text,
    path: ['a text that starts with /', (value) => isText(value) && /^\//.test(value as string)],
    query: [
      'an object of texts, or of arrays of texts',
      (value) => isObject(value) && Object.values(value).flat().every(isText),
    ],
    json,
    upload: object,
  },
  upload: { type: text, bytes, sha256: text },
  response: {
    // `Response.error()` has 0.
    status: ['a status, such as 200', (value) => isWithin(value, 0, 999)],
    headers: ['an object of headers', (value) => isObject(value) && isHeaders(value)],
    json,
    text,
    base64: ['base64', (value) => isText(value) && /^[\w+/-]*=*$/.test(value as string)],
    omitted: bytes,
  },
  failure: { message: text, name: text, code: text, syscall: text, cause: object },
}
const required = ['request', 'method', 'path', 'status', 'message']

/** @throws InputError naming the place and the field that is not valid. */
function checkExchange(value: unknown, place: string): RecordedExchange {
  checkFields(value, 'exchange', place, '')
  const { request, response, failure } = value as RecordedExchange
  checkFields(request, 'request', place, 'request.')
  if (request.upload) checkFields(request.upload, 'upload', place, 'request.upload.')
  if (response) {
    checkFields(response, 'response', place, 'response.')
    const bodies = ['json', 'text', 'base64', 'omitted'].filter((name) => name in response)
    if (bodies.length > 1) fail(place, `must have one body, got response.${bodies.join(' and response.')}.`)
  } else if (!failure) fail(place, 'must have a response or a failure.')
  for (let cause = failure, name = 'failure.'; cause; cause = cause.cause, name += 'cause.')
    checkFields(cause, 'failure', place, name)
  if (isTooDeep(request.json) || isTooDeep(response?.json) || isTooDeep(failure)) fail(place, 'is nested too deeply.')
  return value as RecordedExchange
}

function checkFields(value: unknown, kind: string, place: string, prefix: string): void {
  if (!isObject(value)) fail(place, `must be an object, got ${describe(value)}.`)
  const fields = checks[kind] ?? {}
  for (const name of Object.keys(value))
    if (!Object.hasOwn(fields, name))
      fail(place, `has the unknown field ${prefix}${name}; use ${Object.keys(fields).join(', ')}.`)
  for (const [name, [expected, isValid]] of Object.entries(fields)) {
    const field = Object.hasOwn(value, name) ? value[name] : undefined
    if (field === undefined ? required.includes(name) : !isValid(field))
      fail(place, `must have ${expected} in ${prefix}${name}, got ${describe(field)}.`)
  }
}

function isHeaders(headers: Record<string, unknown>): boolean {
  try {
    return !!new Headers(headers as Record<string, string>) && Object.values(headers).every(isText)
  } catch {
    return false
  }
}
