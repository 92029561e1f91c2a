import type { OperationObject, PermissionRule } from '../document.js'
import { isPlural, pluralIn, pluralOf, wordsOf } from '../lib/names.js'

/** Returns sentences on the rules of an operation that its own description does not repeat: the size of a page, and permissions. */
export function describeRules(operation: OperationObject): string[] {
  const { defaultLimit } = operation['x-pagination'] ?? {}
  const rules = operation['x-permissions'] ?? []
  return [
    ...(defaultLimit === undefined
      ? []
      : [`Without \`limit\`, a page has up to ${defaultLimit} ${itemsOf(operation)}.`]),
    ...(rules.length > 0 ? [`The role of \`from\` must have the permission ${joinRules(rules)}.`] : []),
  ]
}

/** Returns the plural noun of the items of a page: as the method or its resource calls them, or else the property that contains them. */
function itemsOf({ 'x-sdk-name': sdkName, 'x-pagination': pagination }: OperationObject): string {
  const [method = '', resource = ''] = sdkName.split('.').reverse()
  const property = pagination?.items.split('/').at(-1) ?? ''
  const names = [resource, property].filter((name) => name !== '' && name !== 'items')
  return pluralIn(method) ?? wordsOf(names.find(isPlural) ?? pluralOf(names.at(-1) ?? ''))
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
