import { findHiddenField, objectProblem } from './copy-fields.js'
import { unknownName } from './unknown-name.js'

/** Throws the error for an option. Its message is the name and the problem, unless there is another one. */
export type FailOption = (name: string, problem: string, other?: { message?: string; cause?: unknown }) => never

/**
 * Copies the options that an object has itself, each read once, so that neither a prototype nor a getter changes them later.
 *
 * @param kind - The kind of name in messages, such as `option`.
 * @param known - Every name that is allowed.
 * @param listed - The names that a message lists, if they are fewer.
 * @returns An object without a prototype.
 */
export function readOptions<T extends object>(
  name: string,
  value: T,
  kind: string,
  known: readonly string[],
  fail: FailOption,
  listed = known,
): T {
  let copy: Record<string, unknown>
  let hidden: ReturnType<typeof findHiddenField>
  let problem: string | undefined
  try {
    problem = objectProblem(value)
    copy = Object.assign(Object.create(null), value)
    hidden = problem ? undefined : findHiddenField(value, copy, known, 'is not read')
  } catch (error) {
    // A getter or a proxy has thrown.
    return fail(name, `cannot be read: ${error instanceof Error ? error.message : typeof error}`, { cause: error })
  }
  if (problem) fail(name, problem)
  if (hidden) fail(hidden.name, hidden.problem)
  for (const key in copy) {
    if (copy[key] !== undefined && !known.includes(key)) fail(key, 'is not known.', { message: unknownName(kind, key, listed) })
  }
  return copy as T
}
