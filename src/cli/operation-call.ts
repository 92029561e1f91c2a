import type { CommandText } from '../operation/command-text.js'
import type { Operation } from '../operation/operation.js'
import type { CommandOptions } from './command-options.js'
import type { OperationFlag } from './operation-flags.js'
import type { FlagValues } from './read-input.js'

/** A command of an operation, as it was given. */
export interface OperationCall {
  operation: Operation
  text: CommandText
  flags: readonly OperationFlag[]
  values: CommandOptions & FlagValues
  positional: readonly string[]
}
