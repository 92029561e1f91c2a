import { defaultRoles } from '../../../generated/rules.js'
import type { Role } from '../../../generated/schema.js'
import { ownFields } from '../../common/own-fields.js'
import { fail, Problem } from '../problem.js'
import { Collection } from './collection.js'
import { pickFields } from './pick-fields.js'
import type { StateSize } from './state-size.js'

/** The roles that exist from the start: of the owner of a channel, and of a member without another role. */
export const [{ name: ownerRole }, { name: participantRole }] = defaultRoles

type NewRole = Omit<Role, 'id' | 'permissions'> & {
  id?: number | undefined
  permissions?: readonly number[] | undefined
}

/** The roles of an application, by id. Owner and Participant always exist. */
export class RoleStore {
  readonly all: Collection<Role>
  readonly #appId: string
  readonly #idsByName = new Map<string, number>()
  #lastId = 0

  constructor(appId: string, size: StateSize) {
    this.all = new Collection(size, ({ id }) => String(id))
    this.#appId = appId
    for (const role of defaultRoles) this.add(role)
  }

  /** The highest id so far, also of roles that were deleted. */
  get lastId(): number {
    return this.#lastId
  }

  /** Makes every further id higher than this one. */
  pass(id: number): void {
    this.#lastId = Math.max(this.#lastId, id)
  }

  /** @throws Problem 409 if the name or the id is taken. */
  add(role: NewRole): Role {
    if (this.find(role.name)) fail('roleTaken', { name: role.name })
    const { id = this.#lastId + 1, permissions } = ownFields(role)
    if (this.all.has(String(id))) throw new Problem(409, `id ${id} is taken by another role.`)
    this.pass(id)
    const added = pickFields('Role', role, {
      id,
      app_id: this.#appId,
      permissions: permissions && [...permissions],
    })
    this.all.add(added)
    this.#idsByName.set(added.name, added.id)
    return added
  }

  /** @throws Problem 404 if there is no such role. */
  get(id: number): Role {
    return this.all.get(String(id)) ?? fail('roleNotFound', { roleId: id })
  }

  /** Changes a role. Its new name must be free. */
  update(role: Role, fields: Partial<Role>): Role {
    const changed = this.all.replace({ ...role, ...fields })
    this.#idsByName.delete(role.name)
    this.#idsByName.set(changed.name, changed.id)
    return changed
  }

  delete(id: number): void {
    const role = this.all.delete(String(id))
    if (role) this.#idsByName.delete(role.name)
  }

  /** Finds the role with a name. */
  find(name: string): Role | undefined {
    return this.all.get(String(this.#idsByName.get(name)))
  }

  /** @throws Problem 422 naming the field of a body that refers to the role, if there is no such role. */
  getReferenced(field: string, name: string): Role {
    return this.find(name) ?? fail('unknownRole', { field, role: name })
  }
}
