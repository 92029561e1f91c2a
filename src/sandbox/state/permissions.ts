/**
 * What a role may permit. Sceyt publishes the names, but not the numbers by which roles carry them:
 * in the sandbox a permission's number is its place in this list, from 1.
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

/** The number of a permission. */
export function permission(name: Permission): number {
  return names.indexOf(name) + 1
}

/** Every number there is. */
export const allPermissions: readonly number[] = names.map((_name, index) => index + 1)

/** Permissions of the Participant role, as documented. */
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
