import {
  createSceyt as createPlain,
  InputError,
  type Inspection,
  ResponseError,
  type Sceyt,
  type SceytOptions,
} from 'sceyt-platform'
import { validators } from '../../generated/validators.js'
import { createLog } from '../client/logger.js'
import type { ResponseContext } from '../errors/status-error.js'
import { problemOf, type Violation, violationsOf } from './violations.js'

export type { Violation } from './violations.js'

/** The options of a client, and what to do with a result that is not what the document says. */
export interface ValidateOptions extends Omit<SceytOptions, 'inspect'> {
  /** `throw` fails the call with a `ValidationError`. `warn` logs each difference once, and hands the result on. */
  validate: 'warn' | 'throw'
}

const mostToTell = 5

/**
 * The server answered with a success whose JSON is not what the document says.
 *
 * @example
 * ```ts
 * import { createSceyt, ValidationError } from 'sceyt-platform/validate'
 *
 * const fetch = async () => Response.json({ first_name: 'Zoe' })
 * const sceyt = createSceyt({ baseUrl: 'https://api.example.com', apiKey: 'test-key', fetch, validate: 'throw' })
 * const error = await sceyt.users.get('zoe').catch((error) => error)
 * console.log(error instanceof ValidationError && error.violations[0]?.pointer) // /username
 * ```
 */
export class ValidationError extends ResponseError {
  /** Every place that differs. */
  readonly violations: readonly Violation[]

  constructor(violations: readonly Violation[], context: ResponseContext) {
    super(`the body is not what the document says: ${summarize(violations)}`, context)
    this.violations = violations
  }
}

// On the prototype, as that of every error: it is not shown as a field, and minifiers rename classes.
ValidationError.prototype.name = 'ValidationError'

/**
 * Makes a client that checks the JSON of each success against the document. A field that the document does not know is
 * fine, since the server may grow; one that is missing, or is not what it must be, is not.
 *
 * @param options - Those of the client, and `validate`.
 * @throws InputError naming the option that is missing or cannot be used.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform/validate'
 *
 * const sceyt = createSceyt({ validate: 'warn' })
 * const user = await sceyt.users.get('zoe')
 * ```
 */
export function createSceyt(options: ValidateOptions): Sceyt {
  const validate = options?.validate
  if (validate !== 'warn' && validate !== 'throw')
    throw new InputError('validate', `must be warn or throw, got ${JSON.stringify(validate)}.`)
  const report = validate === 'throw' ? fail : createWarning(options)
  const { validate: _validate, ...plain } = options
  return createPlain({
    ...plain,
    inspect(inspection) {
      const violations = differences(inspection)
      if (violations.length > 0) report(inspection, violations)
    },
  })
}

type Report = (inspection: Inspection, violations: readonly Violation[]) => void

function differences({ operationId, data, redact }: Inspection): Violation[] {
  const { responses } = validators[operationId as keyof typeof validators]
  // A success of another status, such as 201, must have the same body.
  const validate = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  return validate
    ? violationsOf(validate, data).map((violation) => ({ ...violation, came: redact(violation.came) }))
    : []
}

const fail: Report = ({ context }, violations) => {
  throw new ValidationError(violations, context())
}

function createWarning({ logger = console, logLevel = 'warn' }: ValidateOptions): Report {
  const log = createLog(logger, logLevel)
  const told = new Set<string>()
  return ({ operationId }, violations) => {
    const fresh = violations.filter(({ pointer, due }) => {
      // An item of a list stands for all of them.
      const difference = `${operationId} ${pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')} ${due}`
      return !told.has(difference) && told.add(difference)
    })
    if (fresh.length > 0)
      log('warn', `${operationId} was not answered as the document says: ${summarize(fresh)}.`, {
        operationId,
        violations: fresh,
      })
  }
}

function summarize(violations: readonly Violation[]): string {
  const told = violations
    .slice(0, mostToTell)
    .map((violation) => `${violation.pointer || 'it'} ${problemOf(violation)}`)
  return `${told.join('; ')}${violations.length > told.length ? `; and ${violations.length - told.length} more` : ''}`
}
