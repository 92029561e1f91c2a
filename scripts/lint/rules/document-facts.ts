import type { JsonSchema } from '../../document.js'
import { type Context, componentName, type Location, place, type Visitor } from '../visitor.js'

/** Requires the facts that the client takes from the document as a whole, each once. */
export function documentFacts(): Visitor {
  const filters = new Map<object, Location>()
  const codes: { code: unknown; name: string; status: string; location: Location }[] = []
  const schemas = new Map<string | undefined, JsonSchema>()
  const addresses: { schema: string; property: string; location: Location }[] = []
  const seen = new Set<object>()
  let errorBody: { schema: JsonSchema; location: Location } | undefined
  return {
    Parameter: ({ schema, 'x-sdk-address': address }, { location }) => {
      if (address) addresses.push({ ...address, location: location.child('x-sdk-address') })
      const grammar = schema?.items?.['x-filter']
      if (grammar) filters.set(grammar, location.child('schema'))
    },
    Schema: (schema, { location }) => {
      const name = componentName(location)
      schemas.set(name, schema)
      if (name === 'ErrorBody') errorBody = { schema, location: location.child('x-error-reasons') }
    },
    Operation: (operation, context) => {
      for (const [status, raw] of Object.entries(operation.responses)) {
        const { node: response, from } = place(context, raw)
        if (Number(status) < 400 || !response || seen.has(response)) continue
        seen.add(response)
        for (const [name, example] of Object.entries(response.content?.['application/json']?.examples ?? {})) {
          const { code } = (place(context, example, from).node?.value ?? {}) as { code?: unknown }
          codes.push({ code, name, status, location: context.location.child(['responses', status]) })
        }
      }
    },
    Root: {
      leave: (root, context) => {
        const { report, location } = context
        if (filters.size !== 1)
          report({ message: `The document must have one filter grammar, but has ${filters.size}.`, location })
        const { epoch, shift } = root['x-snowflake'] ?? {}
        if (!Number.isInteger(epoch) || !Number.isInteger(shift))
          report({ message: 'x-snowflake must have `epoch` and `shift`, both integers.', location })
        if (!schemas.get('Channel')?.properties?.['type']?.['x-enum-varnames'])
          report({ message: 'The schema Channel must have a `type` with x-enum-varnames.', location })
        for (const { schema, property, location } of addresses)
          if (!schemas.get(schema)?.properties?.[property])
            report({ message: `x-sdk-address needs a schema \`${schema}\` with a property \`${property}\`.`, location })
        checkReasons(errorBody, codes, context)
      },
    },
  }
}

/** Checks that each code of an error has one reason, and each example a code with a reason. */
function checkReasons(
  errorBody: { schema: JsonSchema; location: Location } | undefined,
  examples: { code: unknown; name: string; status: string; location: Location }[],
  { report, location: root }: Context,
): void {
  const reasons = Object.entries(errorBody?.schema['x-error-reasons'] ?? {})
  const location = errorBody?.location ?? root
  if (reasons.length === 0) {
    report({ message: 'The schema ErrorBody must have x-error-reasons.', location })
    return
  }
  const reasonOf = new Map<string, string>()
  for (const [reason, { codes = {}, types = [], statuses = [] }] of reasons) {
    const keys = [
      ...Object.keys(codes).map((code) => `the code ${code}`),
      ...types.map((type) => `the type ${type}`),
      ...statuses.map((status) => `the status ${status}`),
    ]
    for (const key of keys) {
      const other = reasonOf.get(key)
      if (other)
        report({ message: `x-error-reasons lists ${key} twice, as \`${other}\` and as \`${reason}\`.`, location })
      reasonOf.set(key, reason)
    }
  }
  for (const { code, name, status, location } of examples)
    if (!reasonOf.has(`the code ${code}`))
      report({
        message: `The example \`${name}\` of status ${status} has the code ${code}, which x-error-reasons does not list.`,
        location,
      })
}
