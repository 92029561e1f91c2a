import { toTimestamp } from '../state/clock.js'
import type { HandlersOf } from './handler.js'
import { keptFields } from './kept-fields.js'
import { paginate } from './paginate.js'

export const users: HandlersOf<'users'> = {
  createUser({ app, operation, body, time }) {
    return app.users.add(keptFields(operation, body), time)
  },
  listUsers(call) {
    const { entries } = call.app.users.all
    const { items, links } = paginate(call, entries)
    return { count: items.length, total_count: entries.length, links, users: items }
  },
  getUser({ app, path }) {
    return app.users.get(path.username)
  },
  updateUser({ app, operation, path, body, time }) {
    const user = app.users.get(path.username)
    return app.users.all.replace({ ...user, ...keptFields(operation, body), updated_at: toTimestamp(time) })
  },
  deleteUser({ app, path }) {
    app.deleteUser(path.username)
  },
}
