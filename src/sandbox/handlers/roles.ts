import type { Role } from '../../../generated/schema.js'
import { Problem, quote } from '../problem.js'
import { compact } from '../state/compact.js'
import { ownerRole, participantRole } from '../state/role-store.js'
import type { HandlerCall, Handlers } from './handler.js'

export const roles: Pick<Handlers, 'createRole' | 'listRoles' | 'getRole' | 'updateRole' | 'deleteRole'> = {
  createRole({ app, body: { name, description, access, permissions, priority } }) {
    return app.roles.add(compact({ name, description, access, permissions, priority }))
  },
  listRoles({ app }) {
    return [...app.roles.all]
  },
  getRole({ app, path }) {
    return app.roles.get(path.roleId)
  },
  updateRole(call) {
    const { app, body } = call
    const role = changeable(call)
    const { name = role.name, description, access, permissions, priority } = body
    const holder = app.roles.find(name)
    if (holder && holder !== role) throw new Problem(409, `name ${quote(name)} is taken by another role.`)
    if (role.name === participantRole && name !== participantRole)
      throw new Problem(403, `The role ${participantRole} cannot be renamed: members get it by default.`)
    return Object.assign(role, compact({ name, description, access, permissions, priority }))
  },
  deleteRole(call) {
    const { app } = call
    const { id, name } = changeable(call)
    if (name === participantRole)
      throw new Problem(409, `The role ${participantRole} is in use: members get it by default.`, { about: 'inUse' })
    if (app.channels.hasRole(id))
      throw new Problem(409, `The role ${quote(name)} is in use: a member has it.`, { about: 'inUse' })
    app.roles.all.delete(String(id))
  },
}

/** Returns the role that a request names, if it may be changed at all. */
function changeable({ app, path }: HandlerCall<'updateRole' | 'deleteRole'>): Role {
  const role = app.roles.get(path.roleId)
  if (role.name === ownerRole) throw new Problem(403, `The role ${ownerRole} cannot be changed or deleted.`)
  return role
}
