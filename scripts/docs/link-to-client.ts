import type { OpenApiDocument } from '../document.js'
import { endpointsOf } from '../document.js'

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Adds a link to its method of the client to each operation, and a section on the client and on the document itself. */
export function linkToClient(document: OpenApiDocument): void {
  for (const { operation } of endpointsOf(document)) {
    const name = operation['x-sdk-name']
    operation.description = `${operation.description.trim()}\n\nIn the TypeScript client: [\`sceyt.${name}\`](${pageOf(name)})`
  }
  document.info.description += `
## TypeScript client

A typed client calls this API from Node, Bun, Deno and workers: [its reference](client/index.html).

## Download

This document as OpenAPI 3.1: [openapi.json](openapi.json).
`
}

/** Returns the page of a method in the reference of the client: that of its class, at the method. */
function pageOf(name: string): string {
  const path = name.split('.')
  const method = path.pop() ?? ''
  return `client/classes/sceyt-platform.${path.map(upperFirst).join('')}Resource.html#${method.toLowerCase()}`
}
