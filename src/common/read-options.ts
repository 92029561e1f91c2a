import { type CopiedFields, copyFields } from './copy-fields.js'
import { ownFields } from './own-fields.js'
import { unknownName } from './unknown-name.js'

/** Throws the error for an option. Its message is the name and the problem, unless there is another one. */
export type FailOption = (name: string, problem: string, message?: string, cause?: unknown) => never

/** The class of errors about arguments. Each entry passes that of the package, since entries may be bundled apart. */
type ArgumentError<Operation> = new (
  name: string,
  problem: string,
  context: { operation?: Operation | undefined; cause?: unknown },
  message?: string,
) => Error

/** Creates the function that throws the error for an option. */
export function failWith<Operation>(ErrorClass: ArgumentError<Operation>, operation?: Operation): FailOption {
  return (name, problem, message, cause) => {
    throw new ErrorClass(name, problem, { operation, cause }, message)
  }
}

/**
 * Copies the options that an object has itself, and refuses names that are not known.
 *
 * @param name - The name of the object, for its errors.
 * @param kind - The kind of name in messages, such as `option`.
 * @param known - Every name that is allowed.
 * @param listed - The names that a message suggests, if they are fewer.
 */
export function readOptions<T extends object>(
  name: string,
  value: T,
  kind: string,
  known: readonly string[],
  fail: FailOption,
  listed = known,
): T {
  const copy = copyOptions(name, value, known, fail)
  refuseUnknown(copy, kind, known, fail, listed)
  return copy
}

/**
 * Copies the options that an object has itself, each read once, so that neither a prototype nor a getter changes them later.
 *
 * @param known - The names that may not be inherited, since they would be skipped.
 * @returns An object without a prototype.
 */
export function copyOptions<T extends object>(name: string, value: T, known: readonly string[], fail: FailOption): T {
  let fields: CopiedFields
  try {
    fields = copyFields(value, known, 'is not read')
  } catch (error) {
    // A getter or a proxy has thrown.
    return fail(name, `cannot be read: ${error instanceof Error ? error.message : typeof error}`, undefined, error)
  }
  const { copy, problem, field = name } = fields
  return problem ? fail(field, problem) : ownFields(copy as T)
}

/** Refuses the first name that is not known, unless its value is undefined. */
export function refuseUnknown(
  copy: object,
  kind: string,
  known: readonly string[],
  fail: FailOption,
  listed = known,
): void {
  for (const [key, value] of Object.entries(copy)) {
    if (value !== undefined && !known.includes(key)) fail(key, 'is not known.', unknownName(kind, key, listed))
  }
}
