import { nameErrors } from './name-errors.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

/**
 * The server redirected the request. Redirects are not followed, since the API key would go along.
 *
 * @example
 * ```ts
 * import { RedirectError } from 'sceyt-platform'
 *
 * const fetch = async () => Response.redirect('https://other.example/users')
 * const sceyt = createSceyt({ ...sandbox.connection(), fetch })
 * const error = await sceyt.users.list().catch((error) => error)
 * console.log(error instanceof RedirectError && error.location) // https://other.example/users
 * ```
 */
export class RedirectError extends SceytError {
  /** Status of the response; 0 if the platform hides it. */
  readonly status: number
  /** Target of the redirect, without its query; null if the platform hides it. */
  readonly location: string | null

  constructor(status: number, location: string | null, context?: ErrorContext) {
    super(
      `the server redirects${status ? ` (${status})` : ''}${location ? ` to ${location}` : ''}. Redirects are not followed, to protect the API key. Check apiUrl or baseUrl.`,
      context,
    )
    this.status = status
    this.location = location
  }
}

nameErrors(RedirectError, 'RedirectError')
