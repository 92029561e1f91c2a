import { format } from './format.js'
import { describeGoal, isMet, type Row, us } from './row.js'

/** Rows of cells, the headings first. */
export type Table = readonly (readonly string[])[]

/** One row for each of our figures, followed by those of the peers, the best first. */
export function tabulate(rows: readonly Row[]): Table {
  const lines = rows.filter(({ who }) => who.startsWith(us)).map((row) => lineOf(row, peersOf(row, rows)))
  return [['measure', 'what', 'unit', 'ours', 'goal', '', 'others'], ...lines]
}

function lineOf({ measure, what, who, value, unit, goal }: Row, peers: readonly Row[]): string[] {
  const others = peers.map((peer) => `${peer.who} ${format(peer.value)}`).join(', ')
  const verdict = goal ? (isMet(value, goal) ? 'met' : 'missed') : ''
  return [measure, what + who.slice(us.length), unit, format(value), goal ? describeGoal(goal) : '', verdict, others]
}

function peersOf({ measure, what, who }: Row, rows: readonly Row[]): Row[] {
  if (who !== us) return []
  const group = rows.filter((row) => row.measure === measure && row.what === what)
  const more = group.some(({ goal }) => goal && 'atLeast' in goal) ? -1 : 1
  return group.filter((row) => !row.who.startsWith(us)).sort((a, b) => (Number(a.value) - Number(b.value)) * more)
}

/** One row for each case, and one column for each client. */
export function crossTabulate(rows: readonly Row[]): Table {
  const clients = [...new Set(rows.map(({ who }) => who))]
  const cases = [...new Set(rows.map(({ what }) => what))]
  const cell = (name: string, client: string) =>
    format(rows.find(({ what, who }) => what === name && who === client)?.value ?? '')
  return [['', ...clients], ...cases.map((name) => [name, ...clients.map((client) => cell(name, client))])]
}

export function toText(table: Table): string {
  return align(table)
    .map((line) => line.join('  ').trimEnd())
    .join('\n')
}

export function toMarkdown(table: Table): string {
  const [headings = [], ...lines] = align(table)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(headings), row(headings.map((heading) => '-'.repeat(heading.length))), ...lines.map(row)].join('\n')
}

function align(table: Table): Table {
  const widths = table[0]?.map((_, column) => Math.max(3, ...table.map((line) => line[column]?.length ?? 0))) ?? []
  return table.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
}
