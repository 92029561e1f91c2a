import type { Role } from '../../../generated/schema.js'
import { Problem, quote } from '../problem.js'
import { ownerRole, participantRole } from '../state/app-state.js'
import { compact } from '../state/compact.js'
import type { Call, Handlers } from '../types.js'

export const roles: Pick<Handlers, 'createRole' | 'listRoles' | 'getRole' | 'updateRole' | 'deleteRole'> = {
  createRole({ app, body: { name, description, access, permissions, priority } }) {
    return app.addRole(compact({ name, description, access, permissions, priority }))
  },
  listRoles({ app }) {
    return [...app.roles]
  },
  getRole({ app, path }) {
    return app.role(path.roleId)
  },
  updateRole(call) {
    const { app, body } = call
    const role = changeable(call)
    const { name = role.name, description, access, permissions, priority } = body
    const holder = app.roleNamed(name)
    if (holder && holder !== role) throw new Problem(409, `name ${quote(name)} is taken by another role.`)
    if (role.name === participantRole && name !== participantRole)
      throw new Problem(403, `${participantRole} keeps its name: members get it by default.`)
    return Object.assign(role, compact({ name, description, access, permissions, priority }))
  },
  deleteRole(call) {
    const { app } = call
    const { id, name } = changeable(call)
    if (name === participantRole)
      throw new Problem(409, `${participantRole} is in use: members get it by default.`, { about: 'inUse' })
    if (app.isRoleInUse(id)) throw new Problem(409, `${quote(name)} is in use: a member has it.`, { about: 'inUse' })
    app.roles.delete(String(id))
  },
}

function changeable({ app, path }: Call<'updateRole' | 'deleteRole'>): Role {
  const role = app.role(path.roleId)
  if (role.name === ownerRole) throw new Problem(403, `The role ${ownerRole} cannot be changed or deleted.`)
  return role
}
