import type { Validate } from '../../generated/validators.js'
import { keysOf } from '../operation/json-pointer.js'
import { problemOf, violationsOf } from '../validate/violations.js'

/**
 * Describes where a value violates its schema: one sentence for each place, with what was expected and what was received.
 *
 * @param whole - The subject of a sentence about the whole value, such as `the body`.
 * @returns The sentences, or undefined if the value is valid.
 */
export function describeViolations(whole: string, validate: Validate, value: unknown): string | undefined {
  const { listed, more } = violationsOf(validate, value)
  const sentences = listed.map(
    (violation) => `${keysOf(violation.pointer).join('/') || whole} ${problemOf(violation)}.`,
  )
  if (more > 0) sentences.push(`${more} more values are not valid.`)
  return sentences.join(' ') || undefined
}
