import type { operations } from '../../generated/schema.js'

/** The id of an operation of the OpenAPI document. */
export type OperationId = keyof operations
