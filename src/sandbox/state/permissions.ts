import { type Permission, permissions } from '../../../generated/permissions.js'
import { operationPermissions } from '../../../generated/rules.js'
import type { Role } from '../../../generated/schema.js'
import { fail } from '../problem.js'

/** Checks whether a role has a permission. */
export function hasPermission(role: Role, name: Permission): boolean {
  return role.permissions?.includes(permissions[name]) ?? false
}

/** @throws Problem 403 if the role of a user does not have the permission. */
export function checkPermission(role: Role, username: string, permission: Permission): void {
  if (!hasPermission(role, permission)) fail('notPermitted', { role: role.name, username, permission })
}

/**
 * Checks every permission that an operation needs for a body: always, or if a list in the body is not empty.
 *
 * @throws Problem 403 if the role of the user does not have one of them.
 */
export function checkPermissions(
  operation: keyof typeof operationPermissions,
  role: Role,
  username: string,
  body: object,
): void {
  for (const rule of operationPermissions[operation]) {
    const list = 'if' in rule ? (body as Readonly<Record<string, unknown>>)[rule.if] : undefined
    if (!('if' in rule) || (Array.isArray(list) && list.length > 0)) checkPermission(role, username, rule.permission)
  }
}
