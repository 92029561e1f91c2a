// Made by `npm run generate` from openapi/. Do not edit.
import type { operations } from './schema.js'

/** One way in which a value differs from its schema. */
export interface Violation {
  /** Where, as a JSON pointer. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** Tells whether a value is what a schema says. If not, `errors` says why, until the next call. */
export interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly Violation[] | null
}

/** The validators of one operation. A response that has no JSON has null. */
export interface OperationValidators {
  readonly query?: Validate
  readonly body?: Validate
  readonly responses: Readonly<Record<number, Validate | null>>
}

export const validators: Readonly<Record<keyof operations, OperationValidators>>

/** Checks what an application of the sandbox is seeded with. */
export const validateSeed: Validate
