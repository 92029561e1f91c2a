import { describe } from './describe.js'

/** A name, and the problem with it. */
export interface FieldProblem {
  readonly name: string
  readonly problem: string
}

/** Returns whether a value is an object, and not an array. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns the problem with an object whose data is not in fields of its own, such as a `Map`. */
export function instanceProblem(value: object): string | undefined {
  return isPlain(value) || hasFields(value) ? undefined : `must be a plain object, got ${describe(value)}.`
}

/**
 * Finds a field that `JSON.stringify` and `Object.entries` would skip: inherited, such as a getter of a class, or not
 * enumerable. Fields of `Object.prototype` do not count, whoever added them.
 *
 * @param copy - The own enumerable fields of the object.
 * @param names - The fields to look for.
 * @param effect - The rest of the sentence, such as `JSON does not contain`.
 */
export function findHiddenField(
  value: object,
  copy: object,
  names: Iterable<string>,
  effect: string,
): FieldProblem | undefined {
  for (const name of names) {
    if (!(name in value) || Object.hasOwn(copy, name)) continue
    for (let owner = value; owner && !isRoot(owner); owner = Object.getPrototypeOf(owner)) {
      const field = Object.getOwnPropertyDescriptor(owner, name)
      if (field) return { name, problem: `${howHidden(value, owner, field)}, which ${effect}; pass a plain object.` }
    }
  }
  return undefined
}

function howHidden(value: object, owner: object, { get }: PropertyDescriptor): string {
  if (owner === value) return 'is not enumerable'
  const { name = '' } = (Object.hasOwn(owner, 'constructor') && owner.constructor) || {}
  const ofClass = name ? ` of the class ${name}` : ''
  return get ? `is a getter${ofClass}` : `is inherited${ofClass && ` from the prototype${ofClass}`}`
}

/** Returns whether an object is not an instance of a class. */
export function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || isRoot(prototype)
}

/** Returns whether an object is the `Object.prototype` of any realm. */
function isRoot(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}

/** Returns whether the data of an instance is in fields of its own, unlike that of a `Map`, a boxed string or private fields. */
function hasFields(value: object): boolean {
  const isBuiltIn = Object.prototype.toString.call(value) !== '[object Object]'
  if (Object.keys(value).length > 0) return !isBuiltIn || (Symbol.toStringTag in value && !ArrayBuffer.isView(value))
  return !isBuiltIn && !hasInheritedFields(value)
}

/** Returns whether an instance inherits data: getters, or enumerable fields. */
export function hasInheritedFields(value: object): boolean {
  for (let owner = Object.getPrototypeOf(value); owner && !isRoot(owner); owner = Object.getPrototypeOf(owner)) {
    if (
      Object.values(Object.getOwnPropertyDescriptors(owner)).some(
        ({ get, enumerable, value: it }) => get || (enumerable && typeof it !== 'function'),
      )
    )
      return true
  }
  return false
}
