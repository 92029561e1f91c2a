import { type Command, Option } from 'commander'
import { UsageError } from '../usage-error.js'
import type { AddFlags } from './add-profile.js'
import type { ProfilesContext } from './profiles-context.js'

const description = `Servers and their API keys, by name, in a file that only you can read.

A command uses the profile of --profile, or SCEYT_PROFILE; without them, the server of the environment, or else the default profile.`

/**
 * Adds the command `profiles` to the program.
 *
 * @param context - The environment and the streams; by default those of the process.
 */
export function addProfilesCommand(program: Command, context?: ProfilesContext): void {
  const profiles = program.command('profiles').description(description).summary('servers and their API keys, by name')
  // What runs a command is imported only then, so that help starts at once.
  profiles
    .command('list')
    .description('List the profiles. No key is shown.')
    .addOption(new Option('--output <format>', 'the format').choices(['table', 'json']).default('table'))
    .action(async (flags: { output: 'table' | 'json' }) => {
      const { listProfiles } = await import('./list-profiles.js')
      await listProfiles(flags, context ?? (await processContext()))
    })
  profiles
    .command('add')
    .description(
      'Add a profile. Without a flag for the key, you are asked for it. The first profile becomes the default.',
    )
    .argument('<name>', 'name of the profile')
    .option('--base-url <url>', 'the base URL, with the id of the application')
    .option('--api-url <host>', 'the API host; needs --app-id')
    .option('--app-id <id>', 'the id of the application; needs --api-url')
    .option('--sandbox', 'a sandbox with a demo world, kept in a file, in place of a server')
    .option('--key-env <variable>', 'the environment variable with the key')
    .option('--key-file <file>', 'the file with the key')
    .option('--key-command <command>', 'the shell command that prints the key, such as that of a password store')
    .option('--api-key-header <name>', 'the header that the key is sent in')
    .option('--filter-separator <separator>', 'the separator between the values of an in filter: ; or &')
    .option('--production', 'ask before each write')
    .option('--default', 'make it the default')
    .option('--force', 'replace the profile if there is one')
    .addOption(new Option('--key [key]').argParser(refuseKey).preset('').hideHelp())
    .addOption(new Option('--api-key [key]').argParser(refuseKey).preset('').hideHelp())
    .action(async (name: string, flags: AddFlags) => {
      const { addProfile } = await import('./add-profile.js')
      await addProfile(name, flags, context ?? (await processContext()))
    })
  profiles
    .command('use')
    .description('Make a profile the default.')
    .argument('<name>', 'name of the profile')
    .action(async (name: string) => {
      const { useProfile } = await import('./use-profile.js')
      await useProfile(name, context ?? (await processContext()))
    })
  profiles
    .command('remove')
    .description('Remove a profile. The state of a sandbox stays in its file.')
    .argument('<name>', 'name of the profile')
    .action(async (name: string) => {
      const { removeProfile } = await import('./remove-profile.js')
      await removeProfile(name, context ?? (await processContext()))
    })
  profiles
    .command('path')
    .description('Print the path of the file with the profiles.')
    .action(async () => {
      const { profilesPath } = await import('./profiles-file.js')
      const { environment, print } = context ?? (await processContext())
      print(profilesPath(environment))
    })
}

async function processContext(): Promise<ProfilesContext> {
  const { createAsk } = await import('../ask.js')
  return {
    environment: process.env,
    ask: createAsk(process.stdin, process.stderr),
    print: (text) => console.log(text),
    note: (text) => console.error(text),
  }
}

function refuseKey(): never {
  throw new UsageError(
    'A key cannot be passed as a flag, since other users of the machine can read a command line. Leave the flag out to be asked for the key, or use --key-env, --key-file or --key-command.',
  )
}
