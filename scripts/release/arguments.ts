import { parseArgs } from 'node:util'
import { Refusal } from '../lib/refusal.js'

const usage = `Usage: npm run release -- [patch|minor|major|VERSION] [--dry-run]

  Without a version, it is the lowest one that the unreleased changes allow.
  --dry-run   prepare and check everything, and change nothing in this folder`

/** Parses the command line. @throws Refusal with the usage. */
export function parseArguments(args: string[]): { version: string | undefined; dryRun: boolean } {
  // A release in place of its dry run cannot be taken back.
  if (process.env['npm_config_dry_run'] === 'true')
    throw new Refusal('Write `npm run release -- --dry-run`: without `--`, npm reads the option itself.')
  const { values, positionals } = parse(args)
  const [version, other] = positionals
  if (other !== undefined) throw new Refusal(`Unexpected argument ${JSON.stringify(other)}.\n\n${usage}`)
  if (version !== undefined && !/^(patch|minor|major|\d+\.\d+\.\d+)$/.test(version))
    throw new Refusal(
      `The version must be patch, minor, major or a version such as 1.2.3, got ${JSON.stringify(version)}.`,
    )
  return { version, dryRun: values['dry-run'] ?? false }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`)
  }
}
