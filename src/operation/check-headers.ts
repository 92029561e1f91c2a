import { copyFields, inheritsFields } from '../common/copy-fields.js'
import { describe } from '../common/describe.js'
import { isConnectionHeader, isHeaderName, isHeaderValue } from '../common/header-syntax.js'
import { InputError } from '../errors/input-error.js'

/** The headers of a call. `null` removes one that the client sets by default. */
export type CheckedHeaders = Readonly<Record<string, string | null>>

/**
 * Checks the headers of a call, and copies them. The platform checks them too, but its error shows the value, which may be
 * secret.
 *
 * @throws InputError naming the header.
 */
export function checkHeaders(headers: unknown): CheckedHeaders | undefined {
  if (headers === undefined) return undefined
  const fail = (parameter: string, problem: string, cause?: unknown): never => {
    throw new InputError(parameter, problem, { cause })
  }
  let pairs: Pair[] | string
  try {
    pairs = readPairs(headers)
  } catch (cause) {
    // A getter, a proxy or an iterator has thrown.
    return fail('headers', 'cannot be read.', cause)
  }
  if (typeof pairs === 'string') return fail('headers', pairs)
  const checked: Record<string, string | null> = Object.create(null)
  for (const [name, given] of pairs) {
    if (!isHeaderName(name)) return fail('headers', `must not contain the invalid header name ${describe(name)}.`)
    if (given === undefined) continue
    const value = given === null ? null : toHeaderValue(given)
    if (value === undefined)
      return fail(
        `headers[${JSON.stringify(name)}]`,
        'must be a string without line breaks, of characters that are allowed in a header.',
      )
    if (value !== null) refuseConnectionHeader(name)
    checked[name] = value
  }
  return checked
}

/**
 * Refuses a header that belongs to the connection. Each implementation of `fetch` fails with it in another way: the one of Node
 * waits for the rest of a body that is shorter than its `Content-Length`.
 *
 * @throws InputError naming the header.
 */
export function refuseConnectionHeader(name: string): void {
  if (isConnectionHeader(name))
    throw new InputError(`headers[${JSON.stringify(name)}]`, 'must not be set: `fetch` sets it itself.')
}

type Pair = readonly [name: unknown, value: unknown]

/** Reads names and values, each once, or returns the problem with them. */
function readPairs(headers: unknown): Pair[] | string {
  if (typeof headers === 'object' && headers !== null && Symbol.iterator in headers) {
    const pairs = [...(headers as Iterable<unknown>)].map((pair) => (Array.isArray(pair) ? [...pair] : []))
    if (pairs.some(({ length }) => length !== 2)) return 'must consist of pairs: a name and a value each.'
    return combine(pairs as unknown as Pair[])
  }
  const { copy, problem } = copyFields(headers, [], '')
  if (problem) return problem
  if (inheritsFields(headers as object)) return 'must be a plain object: fields of a class are not sent.'
  return Reflect.ownKeys(copy).map((name) => [name, copy[name as string]])
}

/** Combines pairs of the same name, in any case, into a list of values. */
function combine(pairs: readonly Pair[]): Pair[] {
  const lists = new Map<unknown, unknown[]>()
  for (const [given, value] of pairs) {
    const name = typeof given === 'string' ? given.toLowerCase() : given
    lists.set(name, [...(lists.get(name) ?? []), value].flat())
  }
  return [...lists]
}

/** Returns a header as text, or undefined if it is not valid. A list of values is one header. */
function toHeaderValue(value: unknown): string | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  const isText = values.every((item) => ['string', 'number', 'boolean'].includes(typeof item))
  const text = values.join(', ')
  return isText && isHeaderValue(text) ? text : undefined
}
