import { type Endpoint, endpointsOf, type OpenApiDocument, referenceName, resolveIn } from '../document.js'
import { literal, madeBy } from './source.js'

/** Writes the number of each permission, which the sandbox exports. */
export function printPermissions(document: OpenApiDocument): string {
  const numbers = Object.entries(document['x-permissions'])
  return `// ${madeBy}
/**
 * Number of each permission in the sandbox, such as \`permissions['Send Message']\`, for the roles of a seed. Sceyt publishes only
 * the names.
 */
export const permissions = {
${numbers.map(([name, number]) => `  /** Permission ${number}. */\n  ${literal(name)}: ${number},\n`).join('')}} as const

/** The name of a permission. */
export type Permission = keyof typeof permissions
`
}

/** Writes the rules that the sandbox follows: errors, permissions of calls, roles, sizes of pages, and fields of what it stores. */
export function printRules(document: OpenApiDocument): string {
  const endpoints = endpointsOf(document)
  const ofEach = <T>(read: (operation: Endpoint['operation']) => T | undefined) =>
    Object.fromEntries(
      endpoints.flatMap(({ operation }) => {
        const value = read(operation)
        return value === undefined ? [] : [[operation.operationId, value] as const]
      }),
    )
  const messages = Object.entries(document['x-error-messages']).map(([name, { status, code, type, message }]) => [
    name,
    { status, code, type, message },
  ])
  const permissions = document['x-permissions']
  const roles = document['x-roles'].map((role) => ({
    ...role,
    permissions: (role.permissions === 'all' ? Object.keys(permissions) : role.permissions).map(
      (name) => permissions[name],
    ),
  }))
  const errors = ofEach(({ 'x-errors': names = {} }) => Object.values(names).flat())
  const rules = ofEach((operation) => operation['x-permissions'])
  const limits = ofEach((operation) => operation['x-pagination']?.defaultLimit)
  const stored = Object.fromEntries(
    endpoints.flatMap(({ operation }) => {
      const names = storedFields(document, operation)
      return names ? [[operation.operationId, names] as const] : []
    }),
  )
  const names = endpoints.map(({ operation }) => literal(operation['x-sdk-name']))
  return `// ${madeBy}
/** The name of an operation in the client. */
export type OperationName =
${names.map((name) => `  | ${name}\n`).join('')}
/** The operations of each resource of the client. */
export interface OperationsOf {
${[...byResource(endpoints)].map(([resource, ids]) => `  ${literal({ [resource]: 0 }).slice(2, -5)}: ${ids.map((id) => literal(id)).join(' | ')}\n`).join('')}}

/** The errors of the API. In a message, \`{name}\` stands for a value of the caller, and \`{{name}}\` for any other. */
export const errorMessages = {
${messages.map(([name, message]) => `  ${name}: ${literal(message)},\n`).join('')}} as const

/** The errors of each operation. */
export const operationErrors = ${literal(errors, true)} as const

/** The permissions that the role of the acting user needs: always, or only for one's own messages, those of others, or with a field. */
export const operationPermissions = ${literal(rules, true)} as const

/** The roles that exist from the start. */
export const defaultRoles = ${literal(roles, true)} as const

/** Number of items on a page if the request has no limit. */
export const defaultLimits = ${literal(limits, true)} as const

/** The fields of each resource in responses. */
export const fields = ${literal(fieldsOf(document), true)} as const

/** The fields of a request that its response shows, and their names in the response. */
export const storedFields = ${literal(stored, true)} as const
`
}

/** Groups the operations by resource, such as `channels.members`. */
function byResource(endpoints: Endpoint[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { operation } of endpoints) {
    const resource = operation['x-sdk-name'].split('.').slice(0, -1).join('.')
    groups.set(resource, [...(groups.get(resource) ?? []), operation.operationId])
  }
  return groups
}

/** Lists the fields of each schema that responses consist of. */
function fieldsOf(document: OpenApiDocument): Record<string, string[]> {
  const resolve = resolveIn(document)
  const fields: Record<string, string[]> = {}
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    const name = referenceName(node)
    if (name && !fields[name]) {
      const { properties, items } = resolve(node) as { properties?: object; items?: object }
      if (properties) fields[name] = Object.keys(properties)
      visit(properties)
      visit(items)
    }
    for (const value of Object.values(node)) visit(value)
  }
  for (const { operation } of endpointsOf(document))
    visit(resolve(operation.responses['200'])?.content?.['application/json']?.schema)
  return fields
}

/** Returns the fields of a body that the response shows, with the names that they have there. */
function storedFields(document: OpenApiDocument, operation: Endpoint['operation']): Record<string, string> | undefined {
  const resolve = resolveIn(document)
  const request = resolve(operation.requestBody?.content['application/json']?.schema)?.properties
  const response = resolve(resolve(operation.responses['200'])?.content?.['application/json']?.schema)?.properties
  if (!request || !response) return undefined
  const names = Object.entries(request).map(([name, { 'x-response-name': other = name }]) => [name, other] as const)
  return Object.fromEntries(names.filter(([, name]) => name in response))
}
