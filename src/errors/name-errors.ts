/**
 * Marks the prototypes of the errors of every compatible copy of this package, with the name of the class: of the same major
 * version, or before 1.0 of the same minor version. A test compares it with the version of the package.
 */
const className = Symbol.for('sceyt-platform/0.2')
const isOwnInstance = Function.prototype[Symbol.hasInstance]

/**
 * Names a class of errors, and its errors. Their name is on the prototype, so that it is not shown as a field of each error; given, since
 * minifiers rename classes; defined, since an assignment fails where `Error.prototype` is frozen.
 *
 * An error of another copy of the class, such as the one for `require`, is an `instanceof` it too.
 *
 * @returns The class, since the build makes this call its value: bundlers drop an unused value, but not a statement.
 */
export function nameErrors<Class extends { prototype: Error }>(Class: Class, name: string): Class {
  const { prototype } = Class
  Object.defineProperty(prototype, 'name', { value: name, writable: true, configurable: true })
  Object.defineProperty(prototype, className, { value: name })
  // Node and workerd print the name of the class.
  Object.defineProperty(Class, 'name', { value: name, configurable: true })
  Object.defineProperty(Class, Symbol.hasInstance, { value: isInstance })
  return Class
}

function isInstance(this: { prototype: object }, value: unknown): boolean {
  if (isOwnInstance.call(this, value)) return true
  const name = nameOf(this.prototype)
  // A subclass of a caller inherits this function, and has no name.
  if (name === undefined || typeof value !== 'object' || value === null) return false
  for (let prototype = Object.getPrototypeOf(value); prototype; prototype = Object.getPrototypeOf(prototype))
    if (nameOf(prototype) === name) return true
  return false
}

/** Returns the name on the prototype of a class of errors, but not one on a polluted `Object.prototype`. */
function nameOf(prototype: object): unknown {
  return Object.getPrototypeOf(prototype) && Object.getOwnPropertyDescriptor(prototype, className)?.value
}
