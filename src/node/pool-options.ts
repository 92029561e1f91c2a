import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { failWith, readOptions } from '../common/read-options.js'

/** Options of a connection pool. */
export interface PoolOptions {
  /** Maximum number of open connections to one origin. Default: 16. */
  connections?: number | undefined
  /** Milliseconds that an idle connection stays open. A shorter time that the server asks for is honoured. Default: 4000. */
  keepAliveTimeout?: number | undefined
  /** Milliseconds within which a connection must be established. Default: 10000. */
  connectTimeout?: number | undefined
}

const leastValues = { connections: 1, keepAliveTimeout: 1, connectTimeout: 0 }

/**
 * Copies the options that an object has itself.
 *
 * @throws InputError unless they are valid.
 */
export function readPoolOptions(given: PoolOptions): PoolOptions {
  const options = readOptions('options', given, 'option', Object.keys(leastValues), failWith(InputError))
  for (const [name, least] of Object.entries(leastValues)) {
    const value = options[name as keyof PoolOptions]
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= least))
      throw new InputError(name, `must be a whole number, ${least} or more, got ${describe(value)}.`)
  }
  return options
}
