import type { Role } from '../../../generated/schema.js'
import { notFound, Problem, quote, unacceptable } from '../problem.js'
import { Collection } from './collection.js'
import { compact } from './compact.js'
import { allPermissions, participantPermissions } from './permissions.js'

export const ownerRole = 'Owner'
export const participantRole = 'Participant'

/** The roles of an application, by id. Owner and Participant always exist. */
export class RoleStore {
  readonly all = new Collection<Role>(({ id }) => String(id))
  readonly #appId: string
  #lastId = 0

  constructor(appId: string) {
    this.#appId = appId
    this.add({ name: ownerRole, description: 'Owns the channel', permissions: [...allPermissions], priority: 99 })
    this.add({
      name: participantRole,
      description: 'Takes part in the channel',
      permissions: [...participantPermissions],
      priority: 1,
    })
  }

  /** @throws Problem 409 if the name or the id is taken. */
  add(role: Omit<Role, 'id'> & { id?: number | undefined }): Role {
    if (this.find(role.name)) throw new Problem(409, `name ${quote(role.name)} is taken by another role.`)
    const { id = this.#lastId + 1, name, description, access, priority, permissions } = role
    if (this.all.has(String(id))) throw new Problem(409, `id ${id} is taken by another role.`)
    this.#lastId = Math.max(this.#lastId, id)
    const added = compact({
      id,
      app_id: this.#appId,
      name,
      description,
      access,
      priority,
      permissions: permissions && [...permissions],
    })
    this.all.add(added)
    return added
  }

  /** @throws Problem 404 if there is no such role. */
  get(id: number): Role {
    return this.all.get(String(id)) ?? notFound('role', String(id))
  }

  /** Finds the role with a name. */
  find(name: string): Role | undefined {
    for (const role of this.all) if (role.name === name) return role
    return undefined
  }

  /** @throws Problem 422 naming the field of a body that refers to the role, if there is no such role. */
  getReferenced(field: string, name: string): Role {
    return this.find(name) ?? unacceptable(`${field} must be an existing role, got ${quote(name)}.`)
  }
}
