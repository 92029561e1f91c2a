import type { Role } from '../../../generated/schema.js'
import { Problem, quote } from '../problem.js'

/**
 * The permissions of roles. Sceyt publishes their names, but not the numbers that roles list: in the sandbox a
 * permission's number is its position in this list, from 1.
 */
const names = [
  'Delete Channel',
  'Edit Channel',
  'Add Member',
  'Kick Member',
  'Kick and Block Member',
  'Change Member Role',
  'Send Message',
  'Edit Own Message',
  'Edit any Message',
  'Delete Own Message',
  'Delete any Message',
  'Mention Member',
  'Send Attachment Message',
  'Delete Own Attachment Message',
  'Add Message Reaction',
  'Delete Own Message Reaction',
  'Delete any Reaction',
] as const

export type Permission = (typeof names)[number]

/** Returns the number of a permission. */
export function permission(name: Permission): number {
  return names.indexOf(name) + 1
}

/** Returns the numbers of all permissions. */
export const allPermissions: readonly number[] = names.map((_name, index) => index + 1)

/** The permissions of the Participant role, as documented. */
export const participantPermissions: readonly number[] = (
  [
    'Add Member',
    'Change Member Role',
    'Send Message',
    'Edit Own Message',
    'Delete Own Message',
    'Mention Member',
    'Send Attachment Message',
    'Delete Own Attachment Message',
    'Add Message Reaction',
    'Delete Own Message Reaction',
  ] as const
).map(permission)

/** Checks whether a role has a permission. */
export function hasPermission(role: Role, name: Permission): boolean {
  return role.permissions?.includes(permission(name)) ?? false
}

/** @throws Problem 403 if the role of a user does not have the permission. */
export function checkPermission(role: Role, username: string, name: Permission): void {
  if (hasPermission(role, name)) return
  throw new Problem(403, `The role ${quote(role.name)} does not permit ${quote(username)} to ${name}.`)
}
