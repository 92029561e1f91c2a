import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearestName } from '../common/unknown-name.js'

/**
 * Parses a command line as `parseArgs` does, but an error about an unknown flag names the nearest known one.
 *
 * @throws Error naming the flag that is not known or not valid.
 */
export function parseFlags<const Options extends NonNullable<ParseArgsConfig['options']>>(
  parameters: readonly string[],
  options: Options,
  allowPositionals = false,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: boolean }>> {
  const args = [...parameters]
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue
    const nearest = nearestName(token.name, Object.keys(options))
    throw new Error(`Unknown option ${token.rawName}${nearest ? `; did you mean --${nearest}?` : '.'}`)
  }
  return parseArgs({ args, options, allowPositionals })
}
