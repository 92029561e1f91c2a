import { errorExamples } from '../../generated/error-codes.js'

type Named<T> = T extends unknown ? keyof T : never

/** What an error is about: the name of one of the document's examples of its status, which has a code of its own. */
export type ErrorTopic = Named<(typeof errorExamples)[keyof typeof errorExamples]>

/** A request that is refused. */
export class Problem extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly about: ErrorTopic | undefined

  constructor(
    status: number,
    message: string,
    { headers = {}, about }: { headers?: Readonly<Record<string, string>>; about?: ErrorTopic } = {},
  ) {
    super(message)
    this.status = status
    this.headers = headers
    this.about = about
  }
}

const examplesByStatus: Readonly<Record<number, Readonly<Record<string, { code: number; type: string }>>>> =
  errorExamples

/** The body of an error. A status without an example in the document has its own number, times 100, as its code. */
export function errorBody({
  status,
  message,
  about,
}: Pick<Problem, 'status' | 'message'> & { readonly about?: ErrorTopic | undefined }): {
  code: number
  type: string
  message: string
} {
  const examples = examplesByStatus[status] ?? {}
  const [first = { code: status * 100, type: status < 500 ? 'BadRequest' : 'InternalError' }] = Object.values(examples)
  const { code, type } = (about && examples[about]) ?? first
  return { code, type, message }
}

/** @throws Problem 422 with this message. */
export function unacceptable(message: string): never {
  throw new Problem(422, message)
}

/** A value of the caller's, as messages show it. */
export function quote(text: string): string {
  return JSON.stringify(text)
}
