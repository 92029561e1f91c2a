import type { OpenApiDocument } from '../../document.js'
import { endpointsOfTag } from '../../lib/endpoints-of-tag.js'
import { operationPage } from './operation-page.js'
import { provenanceOf } from './provenance.js'

/** Prints the whole document as one text, with links that work from docs/. */
export function wholeText(document: OpenApiDocument): string {
  const { title, version, summary, description } = document.info
  const tags = document.tags.flatMap((tag) => [
    `## ${tag.name}`,
    tag.description.trim(),
    provenanceOf(tag),
    ...endpointsOfTag(document, tag).map((endpoint) => operationPage(document, endpoint, { level: 3, root: '' })),
  ])
  return [`# ${title} ${version}`, summary, description.trim(), ...tags].filter(Boolean).join('\n\n')
}
