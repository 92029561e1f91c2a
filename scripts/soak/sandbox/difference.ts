import { isDeepStrictEqual } from 'node:util'

/** A world that is not as it would be without a restart. */
export class Difference extends Error {}

/** Returns where two values differ, as JSON, or undefined if they are equal. */
export function firstDifference(expected: unknown, received: unknown, path = ''): string | undefined {
  if (isDeepStrictEqual(expected, received)) return undefined
  if (!isObject(expected) || !isObject(received) || Array.isArray(expected) !== Array.isArray(received))
    return `${path || '/'}: expected ${show(expected)}, got ${show(received)}`
  for (const name of new Set([...Object.keys(expected), ...Object.keys(received)])) {
    const found = firstDifference(expected[name], received[name], `${path}/${name}`)
    if (found) return found
  }
  return undefined
}

/** Returns a value as another process receives it: without undefined fields, and with ordinary prototypes. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
