/**
 * A client that checks each response against the OpenAPI document.
 *
 * @packageDocumentation
 */
import {
  createSceyt as createPlain,
  InputError,
  type Inspection,
  ResponseError,
  type Sceyt,
  type SceytOptions,
} from 'sceyt-platform'
import { validators } from '../../generated/validators.js'
import { createLog } from '../client/log.js'
import { describe } from '../common/describe.js'
import { nearestName, unknownName } from '../common/unknown-name.js'
import { nameErrors } from '../errors/name-errors.js'
import type { ResponseContext } from '../errors/status-error.js'
import { countMore, problemOf, type Violation, type Violations, violationsOf } from './violations.js'

export type { Violation } from './violations.js'

/** Options of a client that validates responses. */
export interface ValidateOptions extends Omit<SceytOptions, 'inspect'> {
  /** `throw` rejects the call with a `ValidationError`. `warn` logs each violation once, and returns the result. */
  validate: 'warn' | 'throw'
}

const maxListed = 5
/** Differences that a client remembers, so that it logs each once. */
const maxLogged = 1000

/**
 * The JSON of a 2xx response does not match the OpenAPI document.
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
  /** The values that do not match: the first hundred. */
  readonly violations: readonly Violation[]
  /** Number of further values that do not match, counted up to 900. */
  readonly more: number

  /** @internal The client throws it. */
  constructor({ listed, more }: Violations, context: ResponseContext) {
    super(`the body does not match the OpenAPI document: ${summarize(listed, more)}`, context)
    this.violations = listed
    this.more = more
  }
}

nameErrors(ValidationError, 'ValidationError')

/**
 * Creates a client that validates the JSON of each 2xx response against the OpenAPI document. Unknown fields are allowed,
 * since the server may add some; missing or invalid ones are not.
 *
 * @param options - The options of the client, and `validate`.
 * @returns The client.
 * @throws InputError naming the option that is missing or not valid.
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
  const { validate, ...plain } = copyOf(options)
  for (const [name, value] of Object.entries(plain)) {
    if (value === undefined) continue
    if (name === 'inspect') throw new InputError(name, 'cannot be set: this client inspects responses itself.')
    // The client suggests its own options only.
    if (nearestName(name, ['validate']))
      throw new InputError(name, 'is not known.', undefined, unknownName('option', name, ['validate']))
  }
  if (validate !== 'warn' && validate !== 'throw')
    throw new InputError('validate', `must be warn or throw, got ${describe(validate)}.`)
  const report = validate === 'throw' ? fail : createWarning(plain)
  const all: SceytOptions = {
    ...plain,
    inspect(inspection) {
      const violations = findViolations(inspection)
      if (violations && violations.listed.length > 0) report(inspection, violations)
    },
  }
  // The client refuses options that are inherited from a class, rather than skip them.
  return createPlain(Object.setPrototypeOf(all, Object.getPrototypeOf(options)))
}

function copyOf(options: ValidateOptions): ValidateOptions {
  try {
    return { ...options }
  } catch (cause) {
    throw new InputError('options', 'cannot be read: a getter or a proxy has thrown.', { cause })
  }
}

type Report = (inspection: Inspection, violations: Violations) => void

function findViolations({ operationId, data, redact }: Inspection): Violations | undefined {
  const { responses } = validators[operationId as keyof typeof validators]
  // A 2xx response of another status, such as 201, must have the same body.
  const validate = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  return validate ? violationsOf(validate, data, redact) : undefined
}

const fail: Report = ({ context }, violations) => {
  throw new ValidationError(violations, context())
}

function createWarning({ logger = console, logLevel = 'warn' }: SceytOptions): Report {
  const log = createLog(logger, logLevel)
  const logged = new Set<string>()
  return (inspection, { listed, more }) => {
    const { operationId } = inspection
    const fresh = listed.filter(({ pointer, expected }) => {
      // One item of a list stands for all of them.
      const difference = `${operationId} ${pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')} ${expected}`
      return logged.size < maxLogged && !logged.has(difference) && logged.add(difference)
    })
    if (fresh.length > 0)
      log('warn', `the response of ${operationId} does not match the OpenAPI document: ${summarize(fresh, more)}.`, {
        operationId,
        callId: inspection.callId,
        violations: fresh,
      })
  }
}

function summarize(violations: readonly Violation[], more: number): string {
  const listed = violations
    .slice(0, maxListed)
    .map((violation) => `${violation.pointer || 'it'} ${problemOf(violation)}`)
  const further = violations.length - listed.length
  return `${listed.join('; ')}${further + more > 0 ? `; and ${countMore(more, further)}` : ''}`
}
