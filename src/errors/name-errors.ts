/**
 * Names the errors of a class. The name is on the prototype, so that it is not shown as a field of each error; given, since
 * minifiers rename classes; defined, since an assignment fails where `Error.prototype` is frozen.
 */
export function nameErrors({ prototype }: { prototype: Error }, name: string): void {
  Object.defineProperty(prototype, 'name', { value: name, writable: true, configurable: true })
}
