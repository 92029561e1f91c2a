// Made by `npm run generate` from openapi/. Do not edit.
/**
 * Number of each permission in the sandbox, such as `permissions['Send Message']`, for the roles of a seed. Sceyt publishes only
 * the names.
 */
export const permissions = {
  /** Permission 1. */
  'Delete Channel': 1,
  /** Permission 2. */
  'Edit Channel': 2,
  /** Permission 3. */
  'Add Member': 3,
  /** Permission 4. */
  'Kick Member': 4,
  /** Permission 5. */
  'Kick and Block Member': 5,
  /** Permission 6. */
  'Change Member Role': 6,
  /** Permission 7. */
  'Send Message': 7,
  /** Permission 8. */
  'Edit Own Message': 8,
  /** Permission 9. */
  'Edit any Message': 9,
  /** Permission 10. */
  'Delete Own Message': 10,
  /** Permission 11. */
  'Delete any Message': 11,
  /** Permission 12. */
  'Mention Member': 12,
  /** Permission 13. */
  'Send Attachment Message': 13,
  /** Permission 14. */
  'Delete Own Attachment Message': 14,
  /** Permission 15. */
  'Add Message Reaction': 15,
  /** Permission 16. */
  'Delete Own Message Reaction': 16,
  /** Permission 17. */
  'Delete any Reaction': 17,
} as const

/** The name of a permission. */
export type Permission = keyof typeof permissions
