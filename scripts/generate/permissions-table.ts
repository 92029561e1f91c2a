import type { OpenApiDocument } from '../document.js'

/** Prints the permissions as a Markdown table: the number of each, the roles that have it, and the operations that need it. */
export function permissionsTable(document: OpenApiDocument): string {
  const roles = document['x-roles'].filter(({ permissions }) => permissions !== 'all')
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
  const rows = Object.entries(document['x-permissions']).map(([name, number]) => {
    const inRoles = roles.map(({ permissions }) => (permissions.includes(name) ? 'yes' : ''))
    const needing = operations.filter(({ 'x-permissions': rules = [] }) =>
      rules.some(({ permission }) => permission === name),
    )
    return [number, name, ...inRoles, needing.map(({ operationId }) => `\`${operationId}\``).join(', ')]
  })
  const header = ['number in the sandbox', 'permission', ...roles.map(({ name }) => name), 'needed by']
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
