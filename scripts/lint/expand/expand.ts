import { type JsonSchema, methods, type OperationObject, type ParameterObject, type Reference } from '../../document.js'
import { callFacts } from './call-facts.js'
import { ErrorCatalogue } from './errors.js'
import { expandExamplePages } from './example-pages.js'
import type { Expansion, SourceRoot } from './expansion.js'

/** Adds to the sources what follows from a rule and is not written by hand, so that every tool sees a complete document. */
export function expand(): Expansion {
  const errors = new ErrorCatalogue()
  let source: SourceRoot = {}
  let path = ''
  return {
    Root: {
      enter: (root, context) => {
        source = root
        errors.read(root, context)
      },
      leave: (root) => {
        root['x-error-messages'] = errors.messages
      },
    },
    // The parameters of a path are those of each of its operations, unless an operation has its own with that name.
    PathItem: (item, { key, resolve, report, location }) => {
      const idOf = (parameter: ParameterObject | Reference) => {
        const { node } = resolve<ParameterObject>(parameter as Reference)
        return `${node?.in} ${node?.name}`
      }
      path = String(key)
      for (const method of methods) {
        const operation = item[method]
        if (!operation || !item.parameters) continue
        const { parameters = [], requestBody, responses, 'x-path-examples': examples = {} } = operation
        const own = parameters.map(idOf)
        const inherited = (item.parameters as ParameterObject[])
          .filter((parameter) => !own.includes(idOf(parameter)))
          .map((parameter) => withExample(parameter, resolve(parameter).node, examples))
        for (const name of Object.keys(examples))
          if (!inherited.some((parameter) => parameter.name === name))
            report({
              message: `x-path-examples has \`${name}\`, which is not a parameter of the path.`,
              location: location.child([method, 'x-path-examples', name]),
            })
        delete operation['x-path-examples']
        // Added again after the parameters, where readers look for them.
        delete operation.requestBody
        delete (operation as Partial<OperationObject>).responses
        Object.assign(operation, {
          parameters: [...inherited, ...parameters],
          ...(requestBody && { requestBody }),
          responses,
        })
      }
      delete item.parameters
    },
    Operation: (operation, context) => {
      for (const { permission } of operation['x-permissions'] ?? [])
        if (source['x-permissions']?.[permission] === undefined)
          context.report({
            message: `x-permissions lists \`${permission}\`, which is not a permission of the document.`,
            location: context.location.child('x-permissions'),
          })
      const facts = callFacts(operation, path, context)
      expandExamplePages(operation, facts, source, context)
      errors.expand(operation, facts, context)
    },
    // A field that another schema defines is copied, since a reference to it would make a schema of the field.
    Schema: ({ properties = {} }, { resolve }) => {
      for (const [name, property] of Object.entries(properties)) {
        if (!property.$ref?.includes('#/properties/')) continue
        const { $ref: _, ...own } = property
        const { node } = resolve<JsonSchema>(property as Reference)
        if (node) properties[name] = { ...structuredClone(node), ...own }
      }
    },
  }
}

/** Returns a parameter, or a copy of it that has the value of the operation as its plain example. */
function withExample(
  parameter: ParameterObject,
  node: ParameterObject | undefined,
  values: Readonly<Record<string, unknown>>,
): ParameterObject {
  if (!node || !Object.hasOwn(values, node.name)) return parameter
  const { schema, examples, ...others } = structuredClone(node)
  const value = values[node.name]
  return {
    ...others,
    schema: { ...schema, examples: [value] },
    examples: { ...examples, plain: { ...examples?.['plain'], value } },
  }
}
