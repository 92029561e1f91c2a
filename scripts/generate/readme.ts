import { endpointsOf, type OpenApiDocument, type Provenance } from '../document.js'

/** Writes into the README the operations of each provenance, between the comments that name it. */
export function updateReadme(readme: string, document: OpenApiDocument): string {
  return readme.replace(
    /(<!-- (\w+), written by `npm run generate` -->\n).*?(?=\s*<!-- -->)/gs,
    (_whole, start: string, provenance: Provenance) => `${start}${namesOf(document, provenance)}`,
  )
}

function namesOf(document: OpenApiDocument, provenance: Provenance): string {
  const names = endpointsOf(document).flatMap(({ operation }) =>
    operation['x-provenance'] === provenance ? [`\`${operation.operationId}\``] : [],
  )
  return `  ${names.join(', ')}.`
}
