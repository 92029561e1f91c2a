import { snowflake } from '../../generated/operations.js'
import { InputError } from '../errors/input-error.js'

const latest = 8_640_000_000_000_000n

/**
 * Returns the time at which a channel or a message was created. Messages have no date, but their ids contain it.
 *
 * @param id - Id of a channel or a message, as the string that the API returns.
 * @returns The time, to the millisecond.
 * @throws InputError if the value is not such an id.
 *
 * @example
 * ```ts
 * import { createdAt } from 'sceyt-platform'
 *
 * console.log(createdAt('101437428530810880').toISOString()) // 2020-12-24T07:55:11.689Z
 * ```
 */
export function createdAt(id: string): Date {
  if (typeof id !== 'string') {
    const hint = typeof id === 'number' || typeof id === 'bigint' ? ` Ids do not fit into a number: use strings.` : ''
    throw new InputError(
      'id',
      `must be a string of digits, got ${id === null ? 'null' : `a value of type ${typeof id}`}.${hint}`,
    )
  }
  // No id of a valid date is longer, and a very long one would be slow to convert.
  if (!/^(0|[1-9]\d{0,23})$/.test(id))
    throw new InputError(
      'id',
      `must be a string of 1 to 24 digits without leading zeros, got ${JSON.stringify(id.slice(0, 40))}.`,
    )
  const time = (BigInt(id) >> BigInt(snowflake.shift)) + BigInt(snowflake.epoch)
  if (time > latest)
    throw new InputError('id', `is not the id of a channel or a message: ${id} would be later than any date.`)
  return new Date(Number(time))
}
