import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { type Exchange, recordingHeader } from './exchange.js'
import { partsOf } from './recorded-request.js'

const lineFeed = 10

/** A recorded exchange, and the number of its line. */
export interface RecordedLine extends Exchange {
  line: number
}

/** What is in the file of a recording. */
interface Recording {
  lines: RecordedLine[]
  /** Bytes without a torn last line, as a process leaves it that is killed while it writes. */
  length: number
  isTorn: boolean
  /** Whether the last line has a line break. An editor may have left it out. */
  isEnded: boolean
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
  for (let start = 0, number = 1; start < bytes.length && !(isHeaderOnly && number > 1); number++) {
    const end = bytes.indexOf(lineFeed, start)
    const text = bytes.subarray(start, end < 0 ? bytes.length : end)
    const value = parse(text)
    if (value === undefined && end < 0 && (number > 1 || isStartOfHeader(text)))
      return { lines, length: start, isTorn: true, isEnded: true }
    if (number === 1) {
      if ((value as Partial<typeof recordingHeader> | undefined)?.recording !== recordingHeader.recording)
        fail(
          file,
          `is not a recording, and was left as it is: its first line must be ${JSON.stringify(recordingHeader)}.`,
        )
    } else if (!isBlank(text)) {
      const place = `${file}:${number}`
      lines.push({ ...checkExchange(value ?? fail(place, 'is not JSON in UTF-8.'), place), line: number })
    }
    start = end < 0 ? bytes.length : end + 1
  }
  return { lines, length: bytes.length, isTorn: false, isEnded: bytes.at(-1) === lineFeed }
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
  return JSON.stringify(recordingHeader).startsWith(text.toString())
}

function isBlank(text: Buffer): boolean {
  return text.toString().trim() === ''
}

/** Throws an error about a recording, or about a line of one. */
export function fail(place: string, problem: string): never {
  throw new InputError('file', problem, undefined, `${place} ${problem}`)
}

type Check = (value: unknown) => boolean
type Fields = Readonly<Record<string, readonly [expected: string, check: Check, isRequired?: true]>>

const text: Check = (value) => typeof value === 'string'
const size: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)
const textOrTexts: Check = (value) => (Array.isArray(value) ? value.every(text) : text(value))
const anything: Check = () => true
const object = 'an object'

const fieldsOf: Readonly<Record<'exchange' | 'request' | 'upload' | 'response' | 'failure', Fields>> = {
  exchange: { request: [object, isObject, true], response: [object, isObject], failure: [object, isObject] },
  request: {
    method: ['a text', text, true],
    path: ['a text that starts with /', (value) => text(value) && (value as string).startsWith('/'), true],
    query: ['an object of texts, or of arrays of texts', objectOf(textOrTexts)],
    json: ['JSON', anything],
    upload: [object, isObject],
  },
  upload: { type: ['a text', text], bytes: ['a number of bytes', size], sha256: ['a text', text] },
  response: {
    status: ['a status, such as 200', (value) => size(value) && Number(value) >= 100 && Number(value) <= 999, true],
    headers: ['an object of headers', (value) => objectOf(text)(value) && isHeaders(value as Record<string, string>)],
    json: ['JSON', anything],
    text: ['a text', text],
    base64: ['base64', (value) => text(value) && /^[\w+/-]*=*$/.test(value as string)],
    omitted: ['a number of bytes', size],
  },
  failure: {
    message: ['a text', text, true],
    name: ['a text', text],
    code: ['a text', text],
    syscall: ['a text', text],
    cause: [object, isObject],
  },
}

/** @throws InputError naming the place and the field that is not valid. */
function checkExchange(value: unknown, place: string): Exchange {
  if (!isObject(value)) fail(place, `must be ${object}, got ${describe(value)}.`)
  checkFields(value, fieldsOf.exchange, place, '')
  const { request, response, failure } = value
  checkFields(request, fieldsOf.request, place, 'request.')
  const { upload } = request as Exchange['request']
  if (upload) checkFields(upload, fieldsOf.upload, place, 'request.upload.')
  if (response) {
    checkFields(response, fieldsOf.response, place, 'response.')
    const bodies = ['json', 'text', 'base64', 'omitted'].filter((name) => name in (response as object))
    if (bodies.length > 1) fail(place, `must have one body, got response.${bodies.join(' and response.')}.`)
  } else if (!failure) fail(place, 'must have a response or a failure.')
  for (let cause = failure as Exchange['failure'], name = 'failure.'; cause; cause = cause.cause, name += 'cause.')
    checkFields(cause, fieldsOf.failure, place, name)
  try {
    partsOf(request as Exchange['request'])
  } catch {
    fail(place, 'is nested too deeply.')
  }
  return value as unknown as Exchange
}

function checkFields(value: unknown, fields: Fields, place: string, prefix: string): void {
  for (const name of Object.keys(value as object))
    if (!Object.hasOwn(fields, name))
      fail(place, `has the unknown field ${prefix}${name}; use ${Object.keys(fields).join(', ')}.`)
  for (const [name, [expected, check, isRequired]] of Object.entries(fields)) {
    const field = Object.hasOwn(value as object, name) ? (value as Record<string, unknown>)[name] : undefined
    if (field === undefined ? isRequired : !check(field))
      fail(place, `must have ${expected} in ${prefix}${name}, got ${describe(field)}.`)
  }
}

function isHeaders(headers: Record<string, string>): boolean {
  try {
    return !!new Headers(headers)
  } catch {
    return false
  }
}
