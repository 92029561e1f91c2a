import type { OpenApiDocument } from '../document.js'
import { endpointsOf } from '../document.js'
import { operationFile } from './markdown/operation-file.js'
import { methodPage } from './method-page.js'

/** Adds links to its method of the client and to its text to each operation, and sections on the client and on the document itself. */
export function linkToClient(document: OpenApiDocument): void {
  for (const endpoint of endpointsOf(document)) {
    const { operation } = endpoint
    const name = operation['x-sdk-name']
    const links = `In the TypeScript client: [\`sceyt.${name}\`](${methodPage(name)}). [This operation as Markdown](operations/${operationFile(endpoint)}).`
    operation.description = `${operation.description.trim()}\n\n${links}`
  }
  document.info.description += `
## TypeScript client

A typed client calls this API from Node, Bun, Deno and workers: [its reference](client/index.html).

## Download

This document as OpenAPI 3.1: [openapi.json](openapi.json).

As a Postman collection: [postman-collection.json](postman-collection.json), with [postman-environment.json](postman-environment.json) for the base URL and the API key.

As Markdown, for tools that read text: [llms.txt](llms.txt) lists a page for each operation and each guide.
`
}
