import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'

/**
 * Checks the key of an item.
 *
 * @throws RangeError if it is not valid.
 */
export function checkKey(key: unknown): string {
  if (typeof key === 'string' && key !== '' && !/\p{Surrogate}/u.test(key)) return key
  throw new RangeError('key must return a string that is not empty, and has no lone surrogate.')
}

/** Throws an error about a second item with the same key: it would be taken for the first, and never be sent. */
export function failDuplicate(key: string): never {
  const problem = `must be unique in the job, and two items have ${describe(key)}. The second one was not sent. For messages, use the id of the row, not that of the channel.`
  throw new InputError('key', problem, undefined, `key ${problem}`)
}
