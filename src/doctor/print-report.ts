import type { Unexamined } from './examine.js'
import type { Finding } from './finding.js'

const verdicts = ['differs', 'holds', 'not seen'] as const
const titles = { differs: 'What differs', holds: 'What matches', 'not seen': 'What could not be checked' }

/** The content of a report besides the findings. */
export interface ReportContext {
  /** Host of the server. */
  server: string
  /** The program that ran the doctor, such as `sceyt-platform 0.1.0, Node v20.20.2`. */
  client: string
  /** Whether a request was accepted, so that more than the key could be checked. */
  accepted: boolean
  requests: number
  /** Names of methods that were not tried, because they write. */
  writes: readonly string[]
  /** What was not examined, and why, if the examination was stopped. */
  unexamined?: Unexamined | undefined
}

/** Prints findings as Markdown, differences first. */
export function printReport(
  findings: readonly Finding[],
  { server, client, accepted, requests, writes, unexamined }: ReportContext,
): string {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  return [
    '# sceyt-platform doctor',
    `${server}, checked with ${client}: ${requests} requests, all GET.`,
    `**${count('differs')} ${count('differs') === 1 ? 'fact differs' : 'facts differ'}, ${count('holds')} match, ${count('not seen')} could not be checked.**`,
    ...(accepted
      ? []
      : [
          'The server accepted no request, so only the key was checked. Check that it is the right key, for this application and this IP address.',
        ]),
    ...(unexamined
      ? [`The examination is incomplete: ${unexamined.why}. Not examined: ${unexamined.parts.join(', ')}.`]
      : []),
    ...verdicts.filter(count).map((verdict) => printTable(verdict, findings)),
    `No write was tried. These are not documented, so nothing confirms them: ${writes.map((name) => `\`${name}\``).join(', ')}.`,
    ...printSettings(findings),
  ].join('\n\n')
}

/** Prints the options for this server, at the end, where a terminal shows them. */
function printSettings(findings: readonly Finding[]): string[] {
  const settings = new Set(findings.flatMap(({ setting }) => setting ?? []))
  return settings.size > 0
    ? ['## What to set for this server', [...settings].map((setting) => `- ${setting}.`).join('\n')]
    : []
}

function printTable(verdict: Finding['verdict'], findings: readonly Finding[]): string {
  const rows = findings
    .filter((finding) => finding.verdict === verdict)
    .map(({ fact, mark, expected, received }) => [fact, mark, expected, received])
  const lines = [['fact', 'provenance', 'expected', verdict === 'not seen' ? 'reason' : 'received'], ...rows].map(
    (cells) => `| ${cells.map(toCell).join(' | ')} |`,
  )
  lines.splice(1, 0, '|---|---|---|---|')
  return `## ${titles[verdict]}\n\n${lines.join('\n')}`
}

/** Escapes what would break the table or the terminal. Text from a server has been escaped by `showText`. */
function toCell(text: string): string {
  return text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('*', '\\*')).replaceAll('|', '\\|'))
    .join('')
}
