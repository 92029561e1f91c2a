import type { JsonSchema, OperationObject, ParameterObject, Reference } from '../../document.js'
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
    PathItem: (item, { key, resolve }) => {
      const idOf = (parameter: ParameterObject | Reference) => {
        const { node } = resolve<ParameterObject>(parameter as Reference)
        return `${node?.in} ${node?.name}`
      }
      path = String(key)
      for (const operation of [item.get, item.put, item.post, item.delete]) {
        if (!operation || !item.parameters) continue
        const { parameters = [], requestBody, responses } = operation
        const own = parameters.map(idOf)
        const inherited = (item.parameters as ParameterObject[]).filter((parameter) => !own.includes(idOf(parameter)))
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
