import {
  type JsonSchema,
  type OperationObject,
  type ParameterObject,
  pointInto,
  referenceName,
} from '../../document.js'
import { type Context, follower, place, type Visitor } from '../visitor.js'
import { bodyProblems } from './supported-body.js'

const methods = ['get', 'put', 'post', 'delete']

/** Requires what the generator can turn into code: it does not support all of OpenAPI. */
export function supported(): Visitor {
  return {
    PathItem: (item, { report, location }) => {
      for (const key of Object.keys(item).filter((key) => ![...methods, 'parameters'].includes(key)))
        report({
          message: `\`${key}\` is not supported by the generator in a path, only ${methods.join(', ')} and parameters.`,
          location: location.child(key).key(),
        })
    },
    Parameter: (parameter, { report, location }) => {
      for (const [message, key] of parameterProblems(parameter)) report({ message, location: location.child(key) })
    },
    Operation: (operation, context) => {
      const { report, location } = context
      for (const message of bodyProblems(operation, context))
        report({ message, location: location.child('requestBody') })
      for (const message of responseProblems(operation, context))
        report({ message, location: location.child('responses') })
    },
  }
}

function parameterProblems(parameter: ParameterObject): [message: string, key: string][] {
  const { name, in: kind, schema, 'x-sdk-address': address } = parameter
  if (kind !== 'path' && kind !== 'query')
    return [[`The parameter \`${name}\` must be in the path or the query, not in the ${kind}.`, 'in']]
  const problems: [string, string][] = []
  if (schema?.$ref) return [[`The schema of the parameter \`${name}\` must be inline, not a reference.`, 'schema']]
  const allowed = kind === 'path' ? ['string', 'integer'] : ['string', 'integer', 'array']
  const type = schema?.type
  // A missing type is found by another rule.
  if (type !== undefined && !allowed.includes(String(type)))
    problems.push([`The parameter \`${name}\` in the ${kind} must be of type ${list(allowed)}, not ${type}.`, 'schema'])
  const items = schema?.items?.type
  if (type === 'array' && items !== 'string' && items !== 'integer')
    problems.push([`The items of the parameter \`${name}\` must be of type string or integer.`, 'schema'])
  if (address && kind !== 'path') problems.push(['x-sdk-address is for a parameter in the path.', 'x-sdk-address'])
  return problems
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function responseProblems(operation: OperationObject, context: Context): string[] {
  const { responses, 'x-pagination': paging } = operation
  const statuses = Object.keys(responses)
  const problems = statuses
    .filter((status) => !/^[1-5]\d\d$/.test(status))
    .map((status) => `The response \`${status}\` must have a status of three digits.`)
  const success = statuses.filter((status) => status < '400')
  // What is missing from a list is found by another rule.
  if (!paging && !(success.length === 1 && /^20[04]$/.test(success[0] ?? '')))
    problems.push(
      `An operation must have one success, 200 or 204, but this one has ${success.length > 0 ? success.join(' and ') : 'none'}.`,
    )
  const response = place(context, responses['200'])
  const schema = response.node?.content?.['application/json']?.schema
  if (!schema) return problems
  const { type } = place(context, schema, response.from).node ?? {}
  if (!referenceName(schema)) problems.push('The 200 response must have a `$ref` to a named schema, not an inline one.')
  if (type !== 'object' && type !== 'array')
    problems.push(`The 200 response must be an object or an array, not ${type}.`)
  return paging ? [...problems, ...itemProblems(schema, paging.items, context)] : problems
}

/** Lists what samples of a list need of its items, but lack. */
function itemProblems(schema: JsonSchema, pointer: string, context: Context): string[] {
  const follow = follower(context)
  const items = pointInto(schema, pointer, follow)?.items
  if (!items) return []
  if (!referenceName(items)) return ['The items of a list must have a `$ref` to a named schema, not an inline one.']
  return follow(items)?.required?.length ? [] : ['The items of a list must have a required field, which samples print.']
}
