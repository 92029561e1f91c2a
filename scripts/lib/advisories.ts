import { run } from './run.js'

/** A known vulnerability of an installed package. */
interface Advisory {
  readonly severity: string
  /** Such as `ms (moderate): Inefficient Regular Expression Complexity, <2.0.0`. */
  readonly text: string
}

/** The result of `npm audit`: the advisories, or the reason why they could not be checked. */
export interface Audit {
  readonly advisories: readonly Advisory[]
  readonly problem?: string
}

interface AuditOutput {
  message?: string
  error?: { summary?: string }
  vulnerabilities?: Record<string, { via: (string | { title: string; severity: string; range: string })[] }>
}

/**
 * Looks up the advisories of the packages in a lock file.
 *
 * @param options - Options of `npm audit`, such as `--omit dev`.
 */
export async function findAdvisories(folder: string, options: string[] = []): Promise<Audit> {
  const command = ['audit', '--json', '--package-lock-only', '--fetch-retries', '0', ...options]
  const output = JSON.parse(await run('npm', command, { cwd: folder, exitCodes: [0, 1] })) as AuditOutput
  const { vulnerabilities } = output
  if (!vulnerabilities) return { advisories: [], problem: output.message ?? output.error?.summary ?? 'no report' }
  // A text is the name of another package that has the advisory.
  const advisories = Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((it) =>
      typeof it === 'string'
        ? []
        : [{ severity: it.severity, text: `${name} (${it.severity}): ${it.title}, ${it.range}` }],
    ),
  )
  return { advisories }
}
