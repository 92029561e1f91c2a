import { follower, type Visitor } from '../visitor.js'

/** Requires that the response shows each field of a body, under its name or its `x-response-name`, unless it is `writeOnly`. */
export function storedFields(): Visitor {
  return {
    Operation: (operation, context) => {
      const { report, location } = context
      const [content] = Object.values(operation.requestBody?.content ?? {})
      const response = follower(context)(operation.responses['200']?.content?.['application/json']?.schema)
      const follow = follower(context)
      const body = follow(content?.schema)
      if (!body?.properties || !response?.properties || response.additionalProperties) return
      for (const [name, raw] of Object.entries(body.properties)) {
        const field = follow(raw)
        const { 'x-response-name': shown = name, writeOnly } = field ?? {}
        if (writeOnly || raw.writeOnly || shown in response.properties) continue
        report({
          message: `The body has \`${name}\`, which the response does not show: add \`${shown}\` to it, or mark the field as writeOnly.`,
          location: location.child('requestBody'),
        })
      }
    },
  }
}
