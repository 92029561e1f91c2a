import { errorMessages } from '../../generated/rules.js'
import { ownFields } from '../common/own-fields.js'
import { fillMessage } from './fill-message.js'

type Messages = typeof errorMessages
/** The name of an error of the OpenAPI document. */
export type ErrorName = keyof Messages
type Inner<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Inner<Rest> : never
type Bare<Name> = Name extends `{${infer Inside}` ? Inside : Name
/** The values that the message of an error needs, by placeholder. */
type Values<Name extends ErrorName> = Record<Bare<Inner<Messages[Name]['message']>> & string, string | number>

interface ProblemOptions {
  headers?: Readonly<Record<string, string>>
  code?: number
  type?: string
  error?: ErrorName
}

/** An error response to a request. */
export class Problem extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly code: number
  readonly type: string
  /** The name of the error in the OpenAPI document, if it has one. */
  readonly error: ErrorName | undefined

  /** Without a code, the problem has the most general one of its status. */
  constructor(status: number, message: string, options: ProblemOptions = {}) {
    super(message)
    const { headers = {}, code, type, error } = ownFields(options)
    const general = code === undefined ? generalError(status) : undefined
    this.status = status
    this.headers = headers
    this.code = code ?? general?.code ?? status * 100
    this.type = type ?? general?.type ?? (status < 500 ? 'BadRequest' : 'InternalError')
    this.error = error
  }

  /** The body of the response. */
  get body(): { code: number; type: string; message: string } {
    const { code, type, message } = this
    return { code, type, message }
  }
}

const errors: readonly { status: number; code: number; type: string }[] = Object.values(errorMessages)

/** Returns an error with the most general code of a status. */
function generalError(status: number): (typeof errors)[number] | undefined {
  return errors.find(({ code }) => code === status * 100) ?? errors.find((error) => error.status === status)
}

/** @throws Problem with an error of the OpenAPI document. */
export function fail<Name extends ErrorName>(
  error: Name,
  ...[values, headers = {}]: [keyof Values<Name>] extends [never]
    ? []
    : [values: Values<Name>, headers?: Readonly<Record<string, string>>]
): never {
  const { status, code, type, message } = errorMessages[error]
  throw new Problem(status, fillMessage(message, values ?? {}), { headers, code, type, error })
}

/** @throws Problem 422 with a sentence about the invalid value. */
export function unacceptable(violation: string): never {
  fail('invalid', { violation })
}

/** Quotes a value of the caller in a message. */
export function quote(text: string): string {
  return JSON.stringify(text)
}
