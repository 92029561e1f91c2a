import { format } from './format.js'
import { describeGoal, isMet, type Row, us } from './row.js'

/** Lines of cells, the headings first. */
export type Table = readonly (readonly string[])[]

/** One line for each figure of ours, with the peers' beside it, the best of them first. */
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

/** One line for each thing that was tried, with a column for everybody. */
export function crossTabulate(rows: readonly Row[]): Table {
  const everybody = [...new Set(rows.map(({ who }) => who))]
  const things = [...new Set(rows.map(({ what }) => what))]
  const cell = (thing: string, person: string) =>
    format(rows.find(({ what, who }) => what === thing && who === person)?.value ?? '')
  return [['', ...everybody], ...things.map((thing) => [thing, ...everybody.map((person) => cell(thing, person))])]
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
