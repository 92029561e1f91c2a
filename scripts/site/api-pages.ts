import { apiGuide } from '../docs/markdown/guides.js'
import { operationFile } from '../docs/markdown/operation-file.js'
import { operationPage } from '../docs/markdown/operation-page.js'
import { type Endpoint, endpointsOf, type OpenApiDocument } from '../document.js'
import { capitalize } from '../generate/source.js'
import { endpointsOfTag } from '../lib/endpoints-of-tag.js'
import { linkTo, markFields, type NavigationItem, type Page } from './page.js'

const downloads = `## Download

- OpenAPI 3.1: [openapi.json](../openapi.json)
- Postman: [postman-collection.json](../postman-collection.json), and [postman-environment.json](../postman-environment.json) for the base URL and the API key
- For tools that read text: [llms.txt](../llms.txt) lists the pages of this site as Markdown
`

/** Returns a page for the API as a whole and one for each operation, and the groups of the navigation. */
export function apiPages(document: OpenApiDocument): { pages: Page[]; navigation: NavigationItem[] } {
  const overview = {
    file: 'api/index.md',
    title: document.info.title,
    text: `${apiGuide(document, '')}\n${downloads}`,
  }
  return {
    pages: [overview, ...endpointsOf(document).map((endpoint) => operationOf(document, endpoint))],
    navigation: [
      { text: 'About the API', link: linkTo(overview.file) },
      ...document.tags.map((tag) => ({
        text: tag.name,
        collapsed: true,
        items: endpointsOfTag(document, tag).map((endpoint) => ({
          text: endpoint.operation.summary,
          link: linkTo(fileOf(endpoint)),
        })),
      })),
    ],
  }
}

/** Returns the path of an operation's page in the site. */
export function fileOf(endpoint: Pick<Endpoint, 'operation'>): string {
  return `api/${operationFile(endpoint)}`
}

function operationOf(document: OpenApiDocument, endpoint: Endpoint): Page {
  const text = operationPage(document, endpoint, { methodPage: methodLink })
  return {
    file: fileOf(endpoint),
    title: endpoint.operation.summary,
    text,
    rendered: markFields(tabsOf(text)).replace(
      /^`([A-Z]+) (.+)`$/m,
      (_line, method: string, path: string) =>
        // A long path continues with a whole segment.
        `<p class="endpoint"><b class="${method.toLowerCase()}">${method}</b> <code v-pre>${path.replaceAll(/(?<=.)\//g, '<wbr>/')}</code></p>`,
    ),
  }
}

/** Returns the link from an operation to its method of the client. */
function methodLink(name: string): string {
  const path = name.split('.')
  const method = path.pop() ?? ''
  return `../client/sceyt-platform/classes/${path.map(capitalize).join('')}Resource.md#${method.toLowerCase()}`
}

/** Puts samples that follow each other into tabs, named by the lines above them. */
function tabsOf(text: string): string {
  const [above = '', samples = ''] = text.split('## Samples\n')
  const blocks = samples.trim().replaceAll(/^(\S.*):\n\n```(\w*)$/gm, '```$2 [$1]')
  return `${above}## Samples\n\n::: code-group\n\n${blocks}\n\n:::\n`
}
