import { endpointsOf, type OpenApiDocument, type ResponseObject, resolveIn } from '../../document.js'
import { showProvenance } from '../../lib/show-provenance.js'

/** What an error applies to if most calls can have it. */
const general = ['every call', 'body', 'application/json', 'multipart/form-data']

/** Returns a copy of the document, with what a person needs in Postman: one URL, notes on provenance, and fewer errors. */
export function prepare(document: OpenApiDocument): OpenApiDocument {
  const copy: OpenApiDocument = JSON.parse(showProvenance(JSON.stringify(document)))
  const resolve = resolveIn(copy)
  copy.servers = copy.servers.map(({ url, variables }) => ({
    url: url.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => variables[name]?.default ?? placeholder),
    variables: {},
  }))
  for (const { operation } of endpointsOf(copy)) {
    for (const [status, reference] of Object.entries(operation.responses)) {
      const response = Number(status) < 400 ? resolve(reference) : ownErrors(copy, resolve(reference))
      if (response) operation.responses[status] = nameExamples(response, resolve)
      else delete operation.responses[status]
    }
  }
  return copy
}

/** Keeps the errors that few calls can have, or returns undefined if there are none. */
function ownErrors(document: OpenApiDocument, response: ResponseObject): ResponseObject | undefined {
  const content = response.content?.['application/json']
  const examples = Object.entries(content?.examples ?? {}).filter(
    ([name]) => !document['x-error-messages'][name]?.appliesTo?.some((rule) => general.includes(rule)),
  )
  if (!content || examples.length === 0) return undefined
  return {
    ...response,
    content: { 'application/json': { ...content, examples: Object.fromEntries(examples) } },
  }
}

/** Leaves out the description of a response whose examples have summaries: the converter would name all of them after it. */
function nameExamples(response: ResponseObject, resolve: <T>(node: T) => T): ResponseObject {
  const content = Object.entries(response.content ?? {}).map(([type, { examples, ...rest }]) => {
    if (!examples) return [type, rest]
    const resolved = Object.entries(examples).map(([name, example]) => [name, resolve(example)])
    return [type, { ...rest, examples: Object.fromEntries(resolved) }]
  })
  if (content.length === 0) return response
  return { ...response, description: '', content: Object.fromEntries(content) }
}
