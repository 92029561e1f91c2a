import type { Check, Finding, Json, Site } from './check.js'
import { aborts } from './checks/aborts.js'
import { connections } from './checks/connections.js'
import { encoding } from './checks/encoding.js'
import { files } from './checks/files.js'
import { key } from './checks/key.js'
import { lists } from './checks/lists.js'
import { redirects } from './checks/redirects.js'
import { responses } from './checks/responses.js'
import { retries } from './checks/retries.js'
import { sandbox } from './checks/sandbox.js'
import { timeouts } from './checks/timeouts.js'
import { tokens } from './checks/tokens.js'
import { userAgent } from './checks/user-agent.js'

/** The time limit of a check, in milliseconds. */
const limit = 15_000

/** The checks for every runtime. They use only web APIs. */
export const checks: readonly Check[] = [
  ...key,
  ...userAgent,
  ...encoding,
  ...retries,
  ...connections,
  ...timeouts,
  ...redirects,
  ...files,
  ...lists,
  ...aborts,
  ...responses,
  ...sandbox,
  ...tokens,
]

/** Runs the checks one after the other. */
export async function* run(site: Site): AsyncGenerator<Finding> {
  for (const check of checks) yield { check: check.name, received: await find(check, site) }
}

async function find({ run }: Check, site: Site): Promise<Json> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<Json>((resolve) => {
    timer = setTimeout(() => resolve(`not finished after ${limit} ms`), limit)
  })
  try {
    return await Promise.race([run(site), end])
  } catch (error) {
    const { stack, message } = error as Error
    return `threw ${stack?.includes(message) ? stack : `${error}\n${stack}`}`
  } finally {
    clearTimeout(timer)
  }
}
