import { errorExamples } from '../../generated/error-codes.js'

type Named<T> = T extends unknown ? keyof T : never

/** The subject of an error: the name of one of the document's examples for its status, which has a code of its own. */
export type ErrorTopic = Named<(typeof errorExamples)[keyof typeof errorExamples]>

/** An error response to a request. */
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

/** Creates the body of an error response. A status without an example in the document has itself times 100 as its code. */
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

/** @throws Problem 404 for a resource that a path names. */
export function notFound(resource: string, name: string): never {
  const hasOwnCode = resource === 'channel' || resource === 'user'
  throw new Problem(404, `There is no ${resource} ${quote(name)}.`, hasOwnCode ? { about: resource } : {})
}

/** @throws Problem 422 with this message. */
export function unacceptable(message: string): never {
  throw new Problem(422, message)
}

/** Quotes a value of the caller in a message. */
export function quote(text: string): string {
  return JSON.stringify(text)
}
