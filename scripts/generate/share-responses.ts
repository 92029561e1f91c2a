import { endpointsOf, type OpenApiDocument, type ResponseObject, referenceName } from '../document.js'
import { capitalize } from './source.js'

/** Moves error responses that several operations have, word for word, to the components, so that the bundle contains them once. */
export function shareResponses(document: OpenApiDocument): void {
  const groups = new Map<string, { status: string; names: string[]; responses: Record<string, ResponseObject>[] }>()
  for (const { operation } of endpointsOf(document)) {
    for (const [status, names] of Object.entries(operation['x-errors'] ?? {})) {
      const response = operation.responses[status] as ResponseObject
      if (referenceName(response as object)) continue
      const key = JSON.stringify(response)
      const group = groups.get(key) ?? { status, names: [names].flat(), responses: [] }
      group.responses.push(operation.responses)
      groups.set(key, group)
    }
  }
  const { components } = document
  components['responses'] ??= {}
  const largest = [...groups.values()].sort((a, b) => b.responses.length - a.responses.length)
  for (const { status, names, responses } of largest) {
    const name = componentName(document, names)
    if (responses.length < 2 || name in components['responses']) continue
    components['responses'][name] = responses[0]?.[status]
    for (const one of responses) one[status] = { $ref: `#/components/responses/${name}` } as unknown as ResponseObject
  }
}

/** Names a response after its errors, except those that every call can have: `NotMemberOrBlocked`. */
function componentName(document: OpenApiDocument, names: readonly string[]): string {
  const own = names.filter((name) => !document['x-error-messages'][name]?.appliesTo?.includes('every call'))
  return own.map(capitalize).join('Or')
}
