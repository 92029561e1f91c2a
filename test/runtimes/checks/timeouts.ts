import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'
import { openScene, type Step } from '../scene.js'

export const timeouts: readonly Check[] = [
  timeout('a timeout ends the wait for headers, and the request', 'hang', 'headers'),
  timeout('a timeout ends the wait for the body, and the request', 'stall', 'body'),
]

function timeout(name: string, step: Step, phase: string): Check {
  return {
    name,
    expected: { error: 'TimeoutError', limit: 'timeout', phase, ended: 1 },
    async run(site) {
      // Long enough for headers to arrive on a busy machine.
      const { sceyt, ended } = openScene(site, [step], { timeout: 800, maxRetries: 0 })
      return { ...(await describeFailure(sceyt.users.get('zoe'), 'limit', 'phase')), ended: (await ended()).length }
    },
  }
}
