import type { OpenApiDocument } from '../../document.js'
import { endpointsOfTag } from '../../lib/endpoints-of-tag.js'
import type { Guide, Guides } from './guides.js'
import { operationFile } from './operation-file.js'

/** Prints the list of all pages, in the format of llmstxt.org. */
export function llmsList(document: OpenApiDocument, { sections, recipes }: Guides): string {
  const { title, summary } = document.info
  const [server] = document.servers
  const [scheme] = Object.values(document.components.securitySchemes)
  const linkTo = ({ title: name, file, description }: Guide) =>
    `- [${name}](${file})${description === undefined ? '' : `: ${description}`}`
  const operations = document.tags.flatMap((tag) => [
    `## ${tag.name}`,
    endpointsOfTag(document, tag)
      .map((endpoint) => {
        const { method, path, operation } = endpoint
        const call = `${method.toUpperCase()} ${path}, or \`sceyt.${operation['x-sdk-name']}\` of the client`
        return `- [${operation.summary}](operations/${operationFile(endpoint)}): ${call}`
      })
      .join('\n'),
  ])
  return `${[
    `# ${title}`,
    `> ${summary}`,
    'This is an independent project: a description of the API, a typed client and a local sandbox. Sceyt does not make, review or support it.',
    `The base URL is \`${server?.url}\`. Each request has the API key in the header \`${scheme?.name}\`.`,
    '## Guides',
    sections.map(linkTo).join('\n'),
    ...operations,
    '## Cookbook',
    recipes.map(linkTo).join('\n'),
    '## Optional',
    [
      '- [OpenAPI 3.1 document](openapi.json): every operation, machine-readable',
      '- [API page](index.html): every operation, as one HTML file',
      '- [Reference of the client](client/index.html): every export of the package',
    ].join('\n'),
  ].join('\n\n')}\n`
}
