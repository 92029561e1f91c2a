import type { Json } from './check.js'

/** What a call fails with. */
export async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    return error
  }
  throw new Error('The call succeeded.')
}

/** What a call fails with: the name of the error, and those of its fields that are asked for. */
export async function describeFailure(
  call: PromiseLike<unknown>,
  ...fields: readonly string[]
): Promise<{ [name: string]: Json }> {
  const error = (await failureOf(call)) as { [name: string]: Json }
  return { error: String(error['name']), ...Object.fromEntries(fields.map((field) => [field, error[field] ?? null])) }
}
