import { readFileSync } from 'node:fs'

/** Reads the OpenAPI document. The build replaces this module by one that contains it: a bundle has no files beside it. */
export function readDocument(): { components: { securitySchemes: object } } {
  return JSON.parse(readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'))
}
