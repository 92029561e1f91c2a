import { describe } from './describe.js'

/** The own fields of an object. */
export interface CopiedFields {
  /** The fields. */
  readonly copy: Record<string, unknown>
  /** The problem with the value, or with one of its fields. */
  readonly problem: string | undefined
  /** The field that the problem is about, unless it is about the whole value. */
  readonly field?: string
}

/**
 * Copies the own fields of an object, each read once, so that neither a prototype nor a getter changes them later.
 *
 * @param names - The fields that may not be inherited, or not enumerable, since they would be skipped.
 * @param effect - The rest of the sentence about such a field, such as `JSON does not contain`.
 */
export function copyFields(value: unknown, names: Iterable<string>, effect: string): CopiedFields {
  // Not without a prototype: V8 keeps such an object in a hash table, which is slower to write as JSON.
  const copy = { ...(value as Record<string, unknown>) }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { copy, problem: `must be an object, got ${describe(value)}.` }
  for (const field of names) {
    if (field in value && !Object.hasOwn(copy, field) && isHidden(value, field))
      return { copy, problem: `is inherited or not enumerable, which ${effect}; pass a plain object.`, field }
  }
  return { copy, problem: holdsData(value) ? undefined : `must be a plain object, got ${describe(value)}.` }
}

/** Returns whether a field is not one of `Object.prototype`, to which other code may have added it. */
function isHidden(value: object, name: string): boolean {
  return [value, ...prototypesOf(value)].some((owner) => Object.hasOwn(owner, name))
}

/** Returns the prototypes of an object, up to the `Object.prototype` of its realm. */
function prototypesOf(value: object): object[] {
  const owner: object | null = Object.getPrototypeOf(value)
  const isRoot = !owner || (Object.getPrototypeOf(owner) === null && Object.hasOwn(owner, 'isPrototypeOf'))
  return isRoot ? [] : [owner, ...prototypesOf(owner)]
}

/** Returns whether an object is not an instance of a class. */
export function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype || prototypesOf(value).length === 0
}

/** Returns whether the data of an object is in fields of its own, unlike that of a `Map`, a boxed string or private fields. */
function holdsData(value: object): boolean {
  if (isPlain(value)) return true
  const isBuiltIn = Object.prototype.toString.call(value) !== '[object Object]'
  if (Object.keys(value).length > 0) return !isBuiltIn || (Symbol.toStringTag in value && !ArrayBuffer.isView(value))
  return !isBuiltIn && !inheritsFields(value)
}

/** Returns whether an instance inherits data: getters, or enumerable fields. */
export function inheritsFields(value: object): boolean {
  return prototypesOf(value).some((owner) =>
    Object.values(Object.getOwnPropertyDescriptors(owner)).some(
      ({ get, enumerable, value: it }) => get || (enumerable && typeof it !== 'function'),
    ),
  )
}
