import type { JsonSchema, OperationObject } from '../../document.js'
import type { CallFacts } from './call-facts.js'
import type { ExpandContext, SourceRoot } from './expansion.js'

const media = 'application/json'

/** Replaces `x-example-pages`, the examples of the items, by an example of each page, with links to the operation's own path. */
export function expandExamplePages(
  operation: OperationObject,
  facts: CallFacts,
  root: SourceRoot,
  { resolve, report, location }: ExpandContext,
): void {
  const response = operation.responses['200']
  const content = response?.content?.[media]
  const { 'x-example-pages': references, ...others } = content ?? {}
  if (!content || !references) return
  const at = location.child(['responses', '200', 'content', media, 'x-example-pages'])
  const pointer = operation['x-pagination']?.items
  const limit = Number(facts.parameters.find(({ name }) => name === 'limit')?.example)
  const problem = problemOf(references, pointer, limit)
  if (problem) report({ message: `x-example-pages ${problem}`, location: at })
  const items = references.map((reference) => resolve<{ value: unknown }>(reference).node?.value)
  items.forEach((item, index) => {
    if (item === undefined)
      report({
        message: `x-example-pages refers to ${references[index]?.$ref}, which does not exist or has no value.`,
        location: at,
      })
  })
  const { properties = {} } = resolve<JsonSchema>(content.schema).node ?? {}
  const page = (offset: number) => {
    const shown = items.slice(offset, offset + limit)
    const values: Record<string, unknown> = {
      count: shown.length,
      total_count: items.length,
      links: linksOf(urlOf(facts, root), limit, offset, items.length),
      [String(pointer).slice(1)]: shown,
    }
    return Object.fromEntries(Object.keys(properties).map((name) => [name, values[name]]))
  }
  const isComplete = !problem && !items.includes(undefined)
  const examples = {
    firstPage: { summary: 'The first of two pages', value: page(0) },
    lastPage: { summary: 'The last page', value: page(limit) },
  }
  // Another operation may have the same objects, by a YAML alias, so they are replaced and not changed.
  const expanded = { ...others, schema: content.schema, ...(isComplete && { examples }) }
  operation.responses = {
    ...operation.responses,
    '200': { ...response, content: { ...response.content, [media]: expanded } },
  }
}

/** Describes why there are no two pages with a full one and one that is not empty. */
function problemOf(references: readonly unknown[], pointer: string | undefined, limit: number): string | undefined {
  if (pointer === undefined) return 'needs x-pagination.items, the place of the items on a page.'
  if (!(limit > 0)) return 'needs an `example` of the parameter `limit`, the number of items on the first page.'
  const [least, most] = [limit + 1, limit * 2]
  if (references.length >= least && references.length <= most) return undefined
  const range = least === most ? least : `${least} to ${most}`
  return `must list ${range} items: two pages with the limit ${limit} of the example, got ${references.length}.`
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
