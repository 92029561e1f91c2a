import type { ErrorExample } from '../../document.js'
import type { CallFacts } from './call-facts.js'
import { exampleViolation } from './example-violation.js'

/** Checks whether a rule of an error applies to a call. */
export function appliesTo(error: ErrorExample, facts: CallFacts): boolean {
  return (error['x-applies-to'] ?? []).some((rule) => isMet(rule, facts))
}

/** Checks whether a text is a rule that `x-applies-to` may list. */
export function isRule(text: string): boolean {
  return /^(every call|query|body|path integer|x-permissions|(path|input)\.\w+|\w+\/[\w-]+)$/.test(text)
}

function isMet(rule: string, { parameters, media, fields, permissions }: CallFacts): boolean {
  const [place, name] = rule.split('.') as [string, string?]
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  switch (place) {
    case 'every call':
      return true
    case 'path':
      return inPath.some((parameter) => parameter.name === name)
    case 'path integer':
      return inPath.some(({ schema }) => schema.type === 'integer')
    case 'query':
      return inQuery.length > 0
    case 'body':
      return media !== undefined
    case 'input':
      return name !== undefined && (Object.hasOwn(fields, name) || inQuery.some((parameter) => parameter.name === name))
    case 'x-permissions':
      return permissions.length > 0
    default:
      return place === media
  }
}

/** Returns the values with which the message of an error is shown for a call. */
export function valuesOf(error: ErrorExample, facts: CallFacts): Record<string, unknown> {
  const { body, media: mediaType, fields, parameters, permissions } = facts
  const rule = error['x-applies-to']?.find((one) => one.startsWith('input.') && isMet(one, facts))
  const [first = ''] = body?.required ?? []
  const input = rule?.slice('input.'.length) ?? first
  const integer = parameters.find(({ in: place, schema }) => place === 'path' && schema.type === 'integer')
  return {
    ...facts.values,
    username: userOf(facts),
    mediaType,
    permission: permissions[0]?.permission,
    permissions: permissions.map(({ permission }) => permission).join(' or '),
    violation: exampleViolation(facts),
    field: fields[input]?.type === 'array' ? `${input}/0/username` : input,
    parameter: integer?.name,
    ...error['x-values'],
  }
}

/** Returns the example of the user that a call is about. */
function userOf({ values }: CallFacts): unknown {
  const [member] = Array.isArray(values['members']) ? values['members'] : []
  return values['username'] ?? values['from'] ?? values['owner'] ?? member?.username ?? member
}
