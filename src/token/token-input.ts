import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { failWith, readOptions } from '../common/read-options.js'
import { isWellFormed } from '../operation/encode-url.js'

/** @throws InputError naming the option that is not known. */
export function readTokenOptions<T extends object>(options: T | undefined, known: readonly (keyof T & string)[]): T {
  return readOptions('options', options ?? ({} as T), 'option', known, failWith(InputError))
}

/** Returns the problem with a username, or undefined if it is valid. */
export function usernameProblem(username: unknown): string | undefined {
  if (typeof username !== 'string') return `must be a string, got ${describe(username)}.`
  if (username === '' || username === '.' || username === '..')
    return `cannot be ${username === '' ? 'empty' : `\`${username}\``}.`
  return isWellFormed(username) ? undefined : 'must be well-formed text; it contains a lone surrogate.'
}

/** @throws InputError if `appId` is given but cannot be used. */
export function checkAppId(appId: unknown): void {
  if (appId === undefined) return
  if (typeof appId !== 'string' || appId === '')
    throw new InputError('appId', `must be a non-empty string, got ${describe(appId)}.`)
  if (!isWellFormed(appId)) throw new InputError('appId', 'must be well-formed text; it contains a lone surrogate.')
}

/**
 * Reads a clock.
 *
 * @returns Milliseconds since 1970.
 * @throws InputError if the clock does not return a time, since a comparison with NaN would accept any token.
 */
export function readClock(now: () => number): number {
  if (typeof now !== 'function')
    throw new InputError(
      'now',
      'must be a function that returns the time in milliseconds since 1970, such as Date.now.',
    )
  const time = now()
  if (!isTime(time))
    throw new InputError('now', 'must return the time in milliseconds since 1970, up to the year 9999.')
  return time
}

/** Checks whether a number is a time from 1970 to 9999, in milliseconds since 1970. */
export function isTime(time: unknown): time is number {
  return typeof time === 'number' && time >= 0 && time < Date.UTC(10_000, 0)
}
