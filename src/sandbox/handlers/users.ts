import { compact } from '../state/compact.js'
import type { Handlers } from './handler.js'
import { paginate } from './paginate.js'

export const users: Pick<Handlers, 'createUser' | 'listUsers' | 'getUser' | 'updateUser' | 'deleteUser'> = {
  createUser({ app, body: { username, first_name, last_name, avatar_url } }) {
    return app.users.add(compact({ username, first_name, last_name, avatar: avatar_url }), app.clock.now())
  },
  listUsers(call) {
    const { entries } = call.app.users.all
    const { items, links } = paginate(call, entries, 30)
    return { count: items.length, total_count: entries.length, links, users: items }
  },
  getUser({ app, path }) {
    return app.users.get(path.username)
  },
  updateUser({ app, path, body: { first_name, last_name, avatar_url } }) {
    return Object.assign(app.users.get(path.username), compact({ first_name, last_name, avatar: avatar_url }), {
      updated_at: app.clock.timestamp(),
    })
  },
  deleteUser({ app, path }) {
    app.deleteUser(path.username)
  },
}
