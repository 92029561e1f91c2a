import type { JsonSchema } from '../../document.js'
import { type Context, follower, isNamedSchema, type Visitor } from '../visitor.js'

/** Rejects words about how the documentation was read. They belong in `x-provenance-note`, since descriptions become comments in the client. */
export function descriptionWords(): Visitor {
  const check = (node: { description?: string }, { report, location }: Context) => {
    const [word] = /\b(documentation|decided|inferred|observed|SDKs?|Sceyt's)\b/i.exec(node.description ?? '') ?? []
    if (word)
      report({
        message: `The description says "${word}": how the documentation was read belongs in x-provenance-note.`,
        location: location.child('description'),
      })
  }
  return { Operation: check, Parameter: check, Schema: check }
}

/** Requires words for each pattern, which messages and comments show in its place. A filter has its grammar. */
export function patternWords(): Visitor {
  return {
    Schema: (schema, { report, location }) => {
      const { pattern, 'x-pattern-words': words, 'x-filter': filter } = schema
      const at = location.child('x-pattern-words')
      if (pattern !== undefined && !filter && !words?.trim())
        report({ message: 'x-pattern-words must describe the pattern in words.', location: at })
      if (pattern === undefined && words !== undefined)
        report({ message: 'x-pattern-words is for a schema with a pattern.', location: at })
    },
  }
}

function hasExample(schema: JsonSchema, resolve: <T>(node: T) => T | undefined): boolean {
  if (schema.examples?.length) return true
  if (schema.type === 'array' && schema.items) {
    const items = resolve(schema.items)
    return items !== undefined && hasExample(items, resolve)
  }
  return schema.properties !== undefined || schema.oneOf !== undefined
}

/** Requires a description, a type and an example of each parameter and property. */
export function described(): Visitor {
  return {
    Parameter: (parameter, { report, location }) => {
      if (!parameter.description) report({ message: `Parameter \`${parameter.name}\` has no description.` })
      if (!parameter.schema?.type)
        report({ message: `Parameter \`${parameter.name}\` has no type.`, location: location.child('schema') })
      if (parameter.example === undefined && !parameter.examples)
        report({ message: `Parameter \`${parameter.name}\` has no example.` })
    },
    Schema: (schema, context) => {
      const { report, location } = context
      if (isNamedSchema(location) && !schema.description) report({ message: 'The schema has no description.' })
      for (const [name, raw] of Object.entries(schema.properties ?? {})) {
        const at = location.child(['properties', name])
        const follow = follower(context)
        const property = follow(raw)
        if (!property) continue
        if (!property.description) report({ message: `Property \`${name}\` has no description.`, location: at })
        if (!property.type && !property.oneOf) report({ message: `Property \`${name}\` has no type.`, location: at })
        if (!hasExample(property, follow)) report({ message: `Property \`${name}\` has no example.`, location: at })
      }
    },
  }
}
