/**
 * Reads a field of an object that the client did not create, such as an error of `fetch`: its own, or that of its class, but
 * never one of `Object.prototype`, which other code may have polluted. A field that throws is undefined.
 */
export function fieldOf(object: unknown, name: PropertyKey): unknown {
  try {
    let holder = object
    while (typeof holder === 'object' && holder !== null && holder !== Object.prototype) {
      if (Object.hasOwn(holder, name)) return (object as Record<PropertyKey, unknown>)[name]
      holder = Object.getPrototypeOf(holder)
    }
  } catch {}
  return undefined
}
