// Made by `npm run generate` from openapi/. Do not edit.
import type { operations } from './schema.js'

/** One way in which a value differs from its schema. */
export interface SchemaError {
  /** JSON pointer to the value. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** The first differences between a value and its schema. */
export interface SchemaErrors {
  readonly listed: readonly SchemaError[]
  /** Number of differences: of all, if there are fewer than 1,000. */
  readonly length: number
}

/** Returns whether a value matches a schema. If not, `errors` has the reasons until the next call. */
export interface Validate {
  (value: unknown): boolean
  readonly errors?: SchemaErrors | null
}

/** The validators of one operation: null for a response without JSON. */
export interface OperationValidators {
  readonly query?: Validate
  readonly body?: Validate
  readonly responses: Readonly<Record<number, Validate | null>>
}

export const validators: Readonly<Record<keyof operations, OperationValidators>>

/** Validates the seed of an application of the sandbox. */
export const validateSeed: Validate

/** The fields of each object of a seed that allows no others, by its place, such as `channels/members`. */
export const seedFields: Readonly<Record<string, readonly string[]>>

/** A hash of all validators. While it is the same, they accept what they accepted before. */
export const validatorsHash: string
