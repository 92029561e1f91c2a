import type { User } from '../../../generated/schema.js'
import { notFound, Problem, quote, unacceptable } from '../problem.js'
import { toTimestamp } from './clock.js'
import { Collection } from './collection.js'
import { compact } from './compact.js'
import { checkPathSegment } from './path-segment.js'

/** The users of an application, by username. */
export class UserStore {
  readonly all = new Collection<User>(({ username }) => username)

  /**
   * @param time - When the user is created, in milliseconds since 1970.
   * @throws Problem 409 if the username is taken.
   */
  add(user: User, time: number): User {
    if (this.all.has(user.username)) throw new Problem(409, `username ${quote(user.username)} is taken.`)
    checkPathSegment('username', user.username)
    const {
      username,
      first_name,
      last_name,
      avatar,
      created_at = toTimestamp(time),
      updated_at = created_at,
      last_login_at,
      presence_status = 0,
    } = user
    const added = compact({
      username,
      first_name,
      last_name,
      avatar,
      created_at,
      updated_at,
      last_login_at,
      presence_status,
    })
    this.all.add(added)
    return added
  }

  /** @throws Problem 404 if there is no such user. */
  get(username: string): User {
    return this.all.get(username) ?? notFound('user', username)
  }

  /** @throws Problem 422 naming the field of a body or query that refers to the user, if there is no such user. */
  getReferenced(field: string, username: string): User {
    return this.all.get(username) ?? unacceptable(`${field} must be an existing user, got ${quote(username)}.`)
  }

  /** @throws Problem 404 if there is no such user. */
  delete(username: string): void {
    if (!this.all.delete(username)) notFound('user', username)
  }
}
