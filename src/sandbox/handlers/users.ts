import { paginate } from '../paginate.js'
import { compact } from '../state/compact.js'
import type { Handlers } from '../types.js'

export const users: Pick<Handlers, 'createUser' | 'listUsers' | 'getUser' | 'updateUser' | 'deleteUser'> = {
  createUser({ app, body: { username, first_name, last_name, avatar_url } }) {
    return app.addUser(compact({ username, first_name, last_name, avatar: avatar_url }))
  },
  listUsers(call) {
    const { entries } = call.app.users
    const { items, links } = paginate(call, entries, 30)
    return { count: items.length, total_count: entries.length, links, users: items }
  },
  getUser({ app, path }) {
    return app.user(path.username)
  },
  updateUser({ app, path, body: { first_name, last_name, avatar_url } }) {
    return Object.assign(app.user(path.username), compact({ first_name, last_name, avatar: avatar_url }), {
      updated_at: app.clock.timestamp(),
    })
  },
  deleteUser({ app, path }) {
    app.deleteUser(path.username)
  },
}
