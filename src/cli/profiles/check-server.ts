import { createSceyt, InputError } from 'sceyt-platform'
import { UsageError } from '../usage-error.js'
import type { ServerOptions } from './server.js'

/** A key for checks and for requests that are not sent. */
export const placeholderKey = 'placeholder-for-the-key'

/** Where each option of the client was stated: a flag, a variable or a field. */
export type OptionNames = Readonly<
  Record<'baseUrl' | 'apiUrl' | 'appId' | 'apiKey' | 'apiKeyHeader' | 'filterSeparator', string>
>

/**
 * Checks the options of a server as the client does.
 *
 * @throws UsageError naming the flag, the variable or the field of the option that is not valid.
 */
export function checkServer(options: ServerOptions, names: OptionNames): void {
  try {
    createSceyt({ apiKey: placeholderKey, ...options, logLevel: 'silent' })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const message = error.message
      .replace(
        /\b(?:apiUrl|appId|baseUrl|apiKeyHeader|filterSeparator|apiKey)\b/g,
        (name) => names[name as keyof OptionNames],
      )
      .replace(/, or set allowHttp: true(?=\.)|allowHttp: true, or /, '')
    throw new UsageError(message)
  }
}
