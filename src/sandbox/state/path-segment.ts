import { quote, unacceptable } from '../problem.js'

/** @throws Problem 422 if no URL can have the value as a segment of its path. */
export function checkPathSegment(field: string, value: string): void {
  if (value === '.' || value === '..')
    unacceptable(`${field} must not be ${quote(value)}: a URL cannot have it as a path segment.`)
}
