import { describe } from './describe.js'
import { parseUrl } from './parse-url.js'
import { unknownName } from './unknown-name.js'

/** Options with the origin of calls. */
interface Given {
  origin?: string | undefined
}

/**
 * Returns the source of an expression for the origin in the options, which is normalized as the URLs of requests are. It reads
 * the options without the code for those of a client, which is larger than the entries that need this.
 *
 * @throws RangeError if the origin is not a URL, or naming an option that is not known.
 */
export function originPattern(options: Given): string {
  const { origin = '*' } = readOwn(options)
  const isText = typeof origin === 'string'
  const normalized = isText && origin.includes('*') ? origin.toLowerCase() : isText && parseUrl(origin)?.origin
  if (!normalized)
    throw new RangeError(`origin must be a URL, such as https://api.example.com, got ${describe(origin)}.`)
  return normalized.replace(/\/$/, '').split('*').map(escapePattern).join('.*')
}

function readOwn(options: Given): Given {
  let own: Given
  try {
    own = Object.setPrototypeOf({ ...options }, null)
  } catch (cause) {
    throw new RangeError('options cannot be read.', { cause })
  }
  const unknown = Object.keys(own).find((name) => name !== 'origin')
  if (unknown !== undefined) throw new RangeError(unknownName('option', unknown, ['origin']))
  return own
}

/** Returns the source of an expression that matches a text. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}
