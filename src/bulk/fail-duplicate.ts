import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'

/** Throws an error about a second item with the same key: it would be taken for the first, and never be sent. */
export function failDuplicate(key: string): never {
  const problem = `must be unique in the job, and two items have ${describe(key)}. The second one was not sent. For messages, use the id of the row, not that of the channel.`
  throw new InputError('key', problem, undefined, `key ${problem}`)
}
