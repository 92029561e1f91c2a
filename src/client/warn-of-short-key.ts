import { isTooShort } from '../errors/redact.js'
import { createLog } from './log.js'
import type { ResolvedOptions } from './options.js'

/** Logs that the API key is not redacted, if it is so short that it would match ordinary words. */
export function warnOfShortKey({ apiKey, logger, logLevel }: ResolvedOptions): void {
  if (!isTooShort(apiKey)) return
  createLog(logger, logLevel)(
    'warn',
    'the API key is shorter than 8 characters, so it is not redacted in errors and logs',
  )
}
