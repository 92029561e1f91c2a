import type { User } from '../../../generated/schema.js'
import { ownFields } from '../../common/own-fields.js'
import { fail } from '../problem.js'
import { toTimestamp } from './clock.js'
import { Collection } from './collection.js'
import { checkPathSegment } from './path-segment.js'
import { pickFields } from './pick-fields.js'
import type { StateSize } from './state-size.js'

/** The users of an application, by username. */
export class UserStore {
  readonly all: Collection<User>

  constructor(size: StateSize) {
    this.all = new Collection(size, ({ username }) => username)
  }

  /**
   * @param time - When the user is created, in milliseconds since 1970.
   * @throws Problem 409 if the username is taken.
   */
  add(user: User, time: number): User {
    const { created_at = toTimestamp(time), updated_at = created_at, presence_status = 0 } = ownFields(user)
    return this.restore(pickFields('User', user, { created_at, updated_at, presence_status }))
  }

  /**
   * Adds a user as it was stored.
   *
   * @throws Problem 409 if the username is taken.
   */
  restore(user: User): User {
    if (this.all.has(user.username)) fail('usernameTaken', { username: user.username })
    checkPathSegment('username', user.username)
    this.all.add(user)
    return user
  }

  /** @throws Problem 404 if there is no such user. */
  get(username: string): User {
    return this.all.get(username) ?? fail('userNotFound', { username })
  }

  /** @throws Problem 422 naming the field of a body or query that refers to the user, if there is no such user. */
  getReferenced(field: string, username: string): User {
    return this.all.get(username) ?? fail('unknownUser', { field, username })
  }

  /** @throws Problem 404 if there is no such user. */
  delete(username: string): void {
    if (!this.all.delete(username)) fail('userNotFound', { username })
  }
}
