import type { Ask } from '../ask.js'
import { UsageError } from '../usage-error.js'
import { hostOf, type Server } from './server.js'

/**
 * Asks before a write to a production profile. Other servers need no confirmation.
 *
 * @param description - The request, such as `POST /users`.
 * @param yes - Whether `--yes` was passed, which replaces the question.
 * @throws UsageError if the user declines, or cannot be asked.
 */
export async function confirmWrite(
  { options, name, isProduction }: Server,
  description: string,
  yes: boolean,
  ask: Ask,
): Promise<void> {
  if (!isProduction || yes) return
  const what = `${description} on the production profile ${JSON.stringify(name)} (${hostOf(options)})`
  if (!ask.isInteractive)
    throw new UsageError(
      `${what} needs a confirmation, and there is no terminal to ask on. Pass --yes. Nothing was sent.`,
    )
  if (!(await ask.confirm(`${what}. Continue?`, false))) throw new UsageError('Nothing was sent.')
}
