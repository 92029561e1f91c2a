import { fail } from '../problem.js'

/** @throws Problem 422 if no URL can have the value as a segment of its path. */
export function checkPathSegment(field: string, value: string): void {
  if (value === '.' || value === '..') fail('pathSegment', { field, value })
}
