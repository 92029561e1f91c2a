import type { Finding } from './finding.js'

const verdicts = ['differs', 'holds', 'not seen'] as const
const titles = { differs: 'What differs', holds: 'What holds', 'not seen': 'What was not seen' }

/** What a report tells besides the findings. */
export interface ReportContext {
  /** Host of the server. */
  server: string
  /** What ran the doctor, such as `sceyt-platform 0.1.0, Node v20.20.2`. */
  client: string
  requests: number
  /** Names of methods that were not tried, since they write. */
  writes: readonly string[]
}

/** Prints findings as Markdown, what differs first. */
export function printReport(findings: readonly Finding[], { server, client, requests, writes }: ReportContext): string {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  return [
    '# sceyt-platform doctor',
    `${server}, asked by ${client}: ${requests} requests, all GET.`,
    `**${count('differs')} ${count('differs') === 1 ? 'fact differs' : 'facts differ'}, ${count('holds')} hold, ${count('not seen')} were not seen.**`,
    ...verdicts.filter(count).map((verdict) => printTable(verdict, findings)),
    `Not tried, since they write: ${writes.map((name) => `\`${name}\``).join(', ')}.`,
  ].join('\n\n')
}

function printTable(verdict: Finding['verdict'], findings: readonly Finding[]): string {
  const rows = findings.filter((finding) => finding.verdict === verdict).map(({ fact, mark, due, came }) => [fact, mark, due, came])
  const lines = [['fact', 'mark', 'due', verdict === 'not seen' ? 'why' : 'came'], ...rows].map((cells) => `| ${cells.map(toCell).join(' | ')} |`)
  lines.splice(1, 0, '|---|---|---|---|')
  return `## ${titles[verdict]}\n\n${lines.join('\n')}`
}

/** What a server says must not break the table, nor the terminal. */
function toCell(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').replaceAll('|', '\\|')
}
