import type { Ask } from '../ask.js'
import { printNote } from '../print-note.js'
import { UsageError } from '../usage-error.js'
import { sandboxPath } from './profiles-file.js'
import type { Wanted } from './server.js'
import { writeProfiles } from './write-profiles.js'

/** What to do without a server. */
export const advice = `No server is configured. Use one of these:
  set SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY in the environment; SCEYT_BASE_URL replaces the first two
  run: sceyt-platform profiles add NAME --base-url URL
  run: sceyt-platform profiles add NAME --sandbox, for a sandbox with a demo world`

/**
 * Offers a sandbox to a user who has configured nothing, and makes it the default profile.
 *
 * @throws UsageError if the user declines, or cannot be asked.
 */
export async function offerSandbox(path: string, ask: Ask, { needsKey }: Wanted): Promise<void> {
  if (!ask.isInteractive || !needsKey) throw new UsageError(advice)
  const file = sandboxPath(path, 'sandbox')
  const question = `No server is configured. Use a sandbox with a demo world, kept in ${file}?`
  if (!(await ask.confirm(question, true))) throw new UsageError(advice)
  await writeProfiles(path, { default: 'sandbox', byName: new Map([['sandbox', { sandbox: true }]]) })
  printNote('The default profile is now "sandbox". To remove it: sceyt-platform profiles remove sandbox')
}
