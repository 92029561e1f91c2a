import { fieldOf } from '../common/field-of.js'

/** Splits a JSON pointer into its keys. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Returns the value at a JSON pointer, or undefined. */
export function valueAt(value: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce(fieldOf, value)
}
