import { UsageError } from './usage-error.js'

/**
 * Checks that a text has the parts of a condition, of which the client checks each.
 *
 * @throws UsageError that names the flag.
 */
export function checkCondition(flag: string, text: string): string {
  if (/^[^:]*:[^:]*:/.test(text)) return text
  throw new UsageError(`${flag} must be field:operator:value, such as type:eq:public, got ${JSON.stringify(text)}.`)
}
