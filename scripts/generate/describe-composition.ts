import { transientStatuses } from '../../src/http/retry.js'
import { type Composition, stepsOf } from '../document.js'
import { retriesOfWrites } from './describe-retries.js'
import { lowerFirst } from './source.js'

/** States, in sentences, what a composed method calls, and after which errors of its create. */
export function describeComposition(create: string, composition: Composition): string[] {
  const steps = stepsOf(composition)
    .map((step) => `\`${step}\``)
    .join(' and ')
  const updates = 'update' in composition.otherwise
  const statuses = transientStatuses.filter((status) => status !== 429)
  const unknown = `a timeout, a broken connection, or a ${statuses.slice(0, -1).join(', ')} or ${statuses.at(-1)}`
  const next = updates
    ? `calls ${steps} too, and creates again what is not found, at most \`maxRetries\` times`
    : `looks for it too, and never creates a second one`
  return [
    `Calls \`${create}\`. If that fails with the reason \`already-exists\`, it ${updates ? `calls ${steps}` : `looks for the existing one with ${steps}`}.`,
    `If the outcome of the create is unknown (${unknown}), it ${next}. \`maxRetries: 0\` turns this off.`,
    'Calls of one client for the same resource run one after another, in order: two creates of it are never in flight at once.',
    `The create itself is ${lowerFirst(retriesOfWrites)}`,
  ]
}
