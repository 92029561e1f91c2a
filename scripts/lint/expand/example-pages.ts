import type { JsonSchema, OperationObject } from '../../document.js'
import type { CallFacts } from './call-facts.js'
import type { ExpandContext, SourceRoot } from './expansion.js'

/** Replaces `x-example-pages`, the examples of the items, by an example of each page, with links to the operation's own path. */
export function expandExamplePages(
  operation: OperationObject,
  facts: CallFacts,
  root: SourceRoot,
  { resolve }: ExpandContext,
): void {
  const content = operation.responses['200']?.content?.['application/json']
  const references = content?.['x-example-pages']
  const pointer = operation['x-pagination']?.items
  if (!content || !references || !pointer) return
  const items = references.map((reference) => resolve<{ value: unknown }>(reference).node?.value)
  const { properties = {} } = resolve<JsonSchema>(content.schema).node ?? {}
  const limit = Number(facts.parameters.find(({ name }) => name === 'limit')?.example)
  const page = (offset: number) => {
    const shown = items.slice(offset, offset + limit)
    const values: Record<string, unknown> = {
      count: shown.length,
      total_count: items.length,
      links: linksOf(urlOf(facts, root), limit, offset, items.length),
      [pointer.slice(1)]: shown,
    }
    return Object.fromEntries(Object.keys(properties).map((name) => [name, values[name]]))
  }
  delete content['x-example-pages']
  content.examples = {
    firstPage: { summary: 'The first of two pages', value: page(0) },
    lastPage: { summary: 'The last page', value: page(limit) },
  }
}

function linksOf(url: string, limit: number, offset: number, total: number): Record<string, string | null> {
  const link = (at: number) => (at >= 0 && at < total ? `${url}?limit=${limit}&offset=${at}` : null)
  return {
    current: link(offset),
    previews: link(offset - limit),
    next: link(offset + limit),
    first: link(0),
    last: link(Math.ceil(total / limit - 1) * limit),
  }
}

/** Returns the URL of a path, with the defaults of the server and the examples of the parameters. */
function urlOf({ path, values }: CallFacts, { servers = [] }: SourceRoot): string {
  const [{ url = '', variables = {} } = {}] = servers
  const value = (name: string) => String(variables[name]?.default ?? values[name])
  return (url + path).replace(/\{(\w+)\}/g, (_placeholder, name: string) => value(name))
}
