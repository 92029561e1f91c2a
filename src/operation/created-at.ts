import { snowflake } from '../../generated/operations.js'
import { InputError } from '../errors/input-error.js'

const latest = 8_640_000_000_000_000n

/**
 * The time at which a channel or a message was made. Messages carry no date, but their ids do.
 *
 * @param id - Id of a channel or a message, as the string that the API returns.
 * @returns That time, to the millisecond.
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
    const hint =
      typeof id === 'number' || typeof id === 'bigint' ? ` Ids do not fit a number: keep them as strings.` : ''
    throw new InputError(
      'id',
      `must be a string of digits, got ${id === null ? 'null' : `a value of type ${typeof id}`}.${hint}`,
    )
  }
  // No id of a date that JavaScript knows is longer, and a very long one would be slow to convert.
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
