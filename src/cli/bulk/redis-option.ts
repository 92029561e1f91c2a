import { Option } from 'commander'
import { UsageError } from '../usage-error.js'

/** The environment variable, since other users of the machine can read a command line with a password. */
const variable = 'SCEYT_REDIS_URL'

/** Creates the option for the URL of Redis. */
export function redisOption(): Option {
  return new Option('--redis <url>', 'URL of Redis, such as redis://127.0.0.1:6379.').env(variable)
}

/**
 * Checks the URL of Redis.
 *
 * @throws UsageError if there is none.
 */
export function checkRedisUrl(url: string | undefined): string {
  if (!url) throw new UsageError(`Pass --redis URL, or set ${variable}.`)
  if (/^rediss?:\/\//.test(url) && URL.canParse(url)) return url
  // It may contain a password.
  throw new UsageError(
    '--redis must be a URL that begins with redis:// or rediss://. Special characters of a password must be percent-encoded.',
  )
}
