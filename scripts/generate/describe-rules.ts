import type { OperationObject, PermissionRule } from '../document.js'

/** Returns sentences on the rules of an operation that its own description does not repeat: the size of a page, and permissions. */
export function describeRules({ summary, ...operation }: OperationObject): string[] {
  const { defaultLimit } = operation['x-pagination'] ?? {}
  const rules = operation['x-permissions'] ?? []
  const items = summary.split(' ').at(-1)
  return [
    ...(defaultLimit === undefined ? [] : [`Without \`limit\`, a page has up to ${defaultLimit} ${items}.`]),
    ...(rules.length > 0 ? [`The role of \`from\` must have the permission ${joinRules(rules)}.`] : []),
  ]
}

/** Joins rules that all apply, and those of which one is enough. */
function joinRules(rules: readonly PermissionRule[]): string {
  return rules.map(describeRule).join(rules.some(({ if: condition }) => condition === 'other') ? ', or ' : ', and ')
}

function describeRule({ permission, if: condition }: PermissionRule): string {
  if (condition === undefined) return `"${permission}"`
  if (condition === 'own') return `"${permission}" for a message that the user wrote`
  return condition === 'other' ? `"${permission}" for any message` : `"${permission}" if there are \`${condition}\``
}
