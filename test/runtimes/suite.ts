import type { Check, Finding, Json, Site } from './check.js'
import { aborts } from './checks/aborts.js'
import { answers } from './checks/answers.js'
import { connections } from './checks/connections.js'
import { encoding } from './checks/encoding.js'
import { files } from './checks/files.js'
import { key } from './checks/key.js'
import { lists } from './checks/lists.js'
import { redirects } from './checks/redirects.js'
import { retries } from './checks/retries.js'
import { sandbox } from './checks/sandbox.js'
import { timeouts } from './checks/timeouts.js'
import { tokens } from './checks/tokens.js'

/** Milliseconds that a check may take. */
const limit = 15_000

/** Everything that must hold in every runtime. It knows of none of them, and needs nothing but the web's own functions. */
export const checks: readonly Check[] = [
  ...key,
  ...encoding,
  ...retries,
  ...connections,
  ...timeouts,
  ...redirects,
  ...files,
  ...lists,
  ...aborts,
  ...answers,
  ...sandbox,
  ...tokens,
]

/** Runs one check after the other. */
export async function* run(site: Site): AsyncGenerator<Finding> {
  for (const check of checks) yield { check: check.name, came: await find(check, site) }
}

async function find({ run }: Check, site: Site): Promise<Json> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<Json>((resolve) => {
    timer = setTimeout(() => resolve(`no end after ${limit} ms`), limit)
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
