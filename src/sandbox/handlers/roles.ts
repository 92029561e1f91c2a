import type { Role } from '../../../generated/schema.js'
import { fail } from '../problem.js'
import { ownerRole, participantRole } from '../state/role-store.js'
import type { HandlerCall, HandlersOf } from './handler.js'
import { keptFields } from './kept-fields.js'

export const roles: HandlersOf<'roles'> = {
  createRole({ app, operation, body }) {
    return app.roles.add(keptFields(operation, body))
  },
  listRoles({ app }) {
    return [...app.roles.all]
  },
  getRole({ app, path }) {
    return app.roles.get(path.roleId)
  },
  updateRole(call) {
    const { app, operation, body } = call
    const role = changeable(call)
    const { name = role.name } = body
    const holder = app.roles.find(name)
    if (holder && holder !== role) fail('roleTaken', { name })
    if (role.name === participantRole && name !== participantRole) fail('fixedName', { role: participantRole })
    return app.roles.update(role, keptFields(operation, body))
  },
  deleteRole(call) {
    const { app } = call
    const { id, name } = changeable(call)
    if (name === participantRole) fail('defaultRole', { role: participantRole })
    if (app.members.hasRole(id)) fail('roleInUse', { role: name })
    app.roles.delete(id)
  },
}

/** Returns the role that a request names, if it may be changed at all. */
function changeable({ app, path }: HandlerCall<'updateRole' | 'deleteRole'>): Role {
  const role = app.roles.get(path.roleId)
  if (role.name === ownerRole) fail('fixedRole', { role: ownerRole })
  return role
}
