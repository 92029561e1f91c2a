import { endpointsOf, type OpenApiDocument, type Provenance } from '../document.js'

/** Writes into a guide the operations of each provenance, between the comments that name it. */
export function updateProvenanceLists(guide: string, document: OpenApiDocument): string {
  return guide.replace(
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
