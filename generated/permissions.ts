// Made by `npm run generate` from openapi/. Do not edit.
/**
 * Number of each permission in the sandbox, such as `permissions['Send Message']`, for the roles of a seed. Sceyt publishes only
 * the names.
 */
export const permissions = {
  'Delete Channel': 1,
  'Edit Channel': 2,
  'Add Member': 3,
  'Kick Member': 4,
  'Kick and Block Member': 5,
  'Change Member Role': 6,
  'Send Message': 7,
  'Edit Own Message': 8,
  'Edit any Message': 9,
  'Delete Own Message': 10,
  'Delete any Message': 11,
  'Mention Member': 12,
  'Send Attachment Message': 13,
  'Delete Own Attachment Message': 14,
  'Add Message Reaction': 15,
  'Delete Own Message Reaction': 16,
  'Delete any Reaction': 17,
} as const

/** The name of a permission. */
export type Permission = keyof typeof permissions
