import { encodePath } from '../../../src/operation/encode-url.js'
import type { JsonSchema, OperationObject, ParameterObject } from '../../document.js'
import { type Context, type Placed, place, type RootObject, type Visitor } from '../visitor.js'

/** Requires that the links in the examples of a page are of the operation's own path, under the default base URL. */
export function exampleLinks(): Visitor {
  let base = ''
  const items = new Map<OperationObject, string>()
  return {
    Root: { enter: (root) => (base = baseOf(root)) },
    PathItem: (item, { key }) => {
      for (const operation of Object.values(item)) items.set(operation as OperationObject, String(key))
    },
    Operation: (operation, context) => {
      const path = items.get(operation)
      const next = operation['x-pagination']?.next
      if (next === undefined || path === undefined) return
      const url = urlOf(base, path, pathExamples(operation, context))
      if (url === undefined) return
      for (const { name, value } of responseExamples(operation, context)) {
        const links = next
          .split('/')
          .slice(1, -1)
          .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], value)
        for (const [key, link] of Object.entries((links ?? {}) as Record<string, unknown>)) {
          if (typeof link === 'string' && link.split('?')[0] !== url)
            context.report({
              message: `The link \`${key}\` of the example \`${name}\` must be \`${url}\` with a query, not \`${link}\`.`,
              location: context.location.child(['responses', '200']),
            })
        }
      }
    },
  }
}

/** Requires that each property of a body, at any depth, is in an example of the body, but for objects of an unknown shape. */
export function exampleFields(): Visitor {
  return {
    Operation: (operation, context) => {
      for (const [media, content] of Object.entries(operation.requestBody?.content ?? {})) {
        const values = Object.values(content.examples ?? {}).flatMap((example) => {
          const value = place(context, example).node?.value
          return value === undefined ? [] : [value]
        })
        // Without a plain example, that is what is missing, which another rule reports.
        if (!content.examples?.['plain']) continue
        for (const name of missingFields(context, place(context, content.schema), values))
          context.report({
            message: `No example of the body has \`${name}\`.`,
            location: context.location.child(['requestBody', 'content', media, 'examples']),
          })
      }
    },
  }
}

/** Lists the properties that are in none of the values. A schema is not followed into itself. */
function missingFields(
  context: Context,
  { node, from }: Placed<JsonSchema>,
  values: unknown[],
  above: readonly JsonSchema[] = [],
): string[] {
  if (!node || above.includes(node)) return []
  const inside = [...above, node]
  if (node.items) return missingFields(context, place(context, node.items, from), values.flat(), inside)
  return Object.entries(node.properties ?? {}).flatMap(([name, property]) => {
    const found = values.flatMap((value) => {
      const field = (value as Record<string, unknown> | null)?.[name]
      return field === undefined ? [] : [field]
    })
    const inner = place(context, property, from)
    // An object of an unknown shape has no meaningful example.
    const isOpen = [inner.node?.type].flat().includes('object') && !inner.node?.properties
    if (found.length === 0) return isOpen ? [] : [name]
    return missingFields(context, inner, found, inside).map((field) => `${name}.${field}`)
  })
}

/** Requires that the examples of a body and of its response with one name agree in the fields that both have. */
export function exampleAgreement(): Visitor {
  return {
    Operation: (operation, context) => {
      const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
      const returned = new Map(responseExamples(operation, context).map(({ name, value }) => [name, value]))
      const { properties = {} } = (content && place(context, content.schema).node) ?? {}
      for (const [name, example] of Object.entries(content?.examples ?? {})) {
        const sent = place(context, example).node?.value
        for (const message of disagreements(sent, returned.get(name), properties))
          context.report({
            message: `In the example \`${name}\`, ${message}`,
            location: context.location.child(['requestBody', 'content', media ?? '', 'examples', name]),
          })
      }
    },
  }
}

function disagreements(sent: unknown, returned: unknown, properties: Record<string, JsonSchema> = {}): string[] {
  if (!isObject(sent) || !isObject(returned)) return []
  return Object.entries(sent).flatMap(([field, value]) => {
    const other = properties[field]?.['x-response-name'] ?? field
    const result = returned[other]
    if (result === undefined) return []
    if (isObject(value)) return disagreements(value, result)
    if (Array.isArray(value) || typeof result === 'object' || value === result) return []
    return [
      `the body has ${JSON.stringify(value)} as \`${field}\`, but the response has ${JSON.stringify(result)} as \`${other}\`.`,
    ]
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns the examples of the 200 response in JSON. */
function responseExamples(operation: OperationObject, context: Context): { name: string; value: unknown }[] {
  const response = place(context, operation.responses['200'])
  const { examples = {} } = response.node?.content?.['application/json'] ?? {}
  return Object.entries(examples).map(([name, example]) => ({
    name,
    value: place(context, example, response.from).node?.value,
  }))
}

/** Returns the first example of each parameter of a path, as the code samples do. */
function pathExamples(operation: OperationObject, context: Context): Record<string, unknown> {
  return Object.fromEntries(
    (operation.parameters ?? []).flatMap((raw) => {
      const { node: parameter, from } = place<ParameterObject>(context, raw)
      if (parameter?.in !== 'path') return []
      const { examples = {}, example } = parameter
      const chosen = examples['plain'] ?? Object.values(examples)[0]
      return [[parameter.name, chosen === undefined ? example : place(context, chosen, from).node?.value]]
    }),
  )
}

/** Returns the URL of a call, or undefined if an example of its path is missing or cannot be in a path. */
function urlOf(base: string, path: string, values: Record<string, unknown>): string | undefined {
  try {
    return `${base}${encodePath(path, values)}`
  } catch {
    return undefined
  }
}

/** Returns the base URL of the first server, with the defaults of its variables. */
function baseOf({ servers }: RootObject): string {
  const [server] = servers ?? []
  return (server?.url ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => server?.variables?.[name]?.default ?? '')
}
