import type { Json } from './check.js'

/** Returns the error of a call. */
export async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    return error
  }
  throw new Error('The call succeeded.')
}

/** Returns the name of a call's error, and the given fields of it. */
export async function describeFailure(
  call: PromiseLike<unknown>,
  ...fields: readonly string[]
): Promise<{ [name: string]: Json }> {
  const error = (await failureOf(call)) as { [name: string]: Json }
  return { error: String(error['name']), ...Object.fromEntries(fields.map((field) => [field, error[field] ?? null])) }
}
