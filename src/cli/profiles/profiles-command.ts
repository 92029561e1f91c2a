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
  const profiles = program
    .command('profiles')
    .description(description)
    .summary('Keep servers, and where their API keys come from')
  // What runs a command is imported only then, so that help starts at once.
  profiles
    .command('list')
    .summary('List the profiles')
    .description('Lists the profiles. No key is shown.')
    .addOption(new Option('--output <format>', 'Format of the list.').choices(['table', 'json']).default('table'))
    .action(async (flags: { output: 'table' | 'json' }) => {
      const { listProfiles } = await import('./list-profiles.js')
      await listProfiles(flags, context ?? (await processContext()))
    })
  profiles
    .command('current')
    .summary('Show which server commands use')
    .description(
      'Shows which server commands use, why, and where its API key comes from. The key is not read, and no request is made.',
    )
    .option('--profile <name>', 'Show the server for this --profile.')
    .addOption(new Option('--output <format>', 'Format of the result.').choices(['table', 'json']).default('table'))
    .addHelpText('after', '\nExample:\n  sceyt-platform profiles current --output json')
    .action(async (flags: { output: 'table' | 'json'; profile?: string }) => {
      const { showCurrent } = await import('./show-current.js')
      await showCurrent(flags, context ?? (await processContext()))
    })
  profiles
    .command('add')
    .summary('Add a profile')
    .description(
      'Adds a profile. Without a flag for the API key, you are asked for it. The first profile becomes the default.',
    )
    .argument('<name>', 'Name of the profile.')
    .option('--base-url <url>', 'Base URL, with the id of the application.')
    .option('--api-url <host>', 'API host. Needs --app-id.')
    .option('--app-id <id>', 'Id of the application. Needs --api-url.')
    .option('--sandbox', 'Use a sandbox with a demo world, kept in a file, instead of a server.')
    .option('--key-env <variable>', 'Environment variable with the API key.')
    .option('--key-file <file>', 'File with the API key.')
    .option('--key-command <command>', 'Shell command that prints the API key, such as that of a password store.')
    .option('--api-key-header <name>', 'Header that the API key is sent in.')
    .option('--filter-separator <separator>', 'Separator between the values of an in filter: ; or &.')
    .option('--production', 'Ask for a confirmation before each write.')
    .option('--default', 'Make it the default.')
    .option('--force', 'Replace the profile if there is one.')
    .addOption(new Option('--key [key]').argParser(refuseKey).preset('').hideHelp())
    .addOption(new Option('--api-key [key]').argParser(refuseKey).preset('').hideHelp())
    .addHelpText(
      'after',
      '\nExample:\n  sceyt-platform profiles add local --base-url http://127.0.0.1:4010/v1/sandbox --key-env LOCAL_KEY',
    )
    .action(async (name: string, flags: AddFlags) => {
      const { addProfile } = await import('./add-profile.js')
      await addProfile(name, flags, context ?? (await processContext()))
    })
  profiles
    .command('use')
    .summary('Make a profile the default')
    .description('Makes a profile the default.')
    .argument('<name>', 'Name of the profile.')
    .action(async (name: string) => {
      const { useProfile } = await import('./use-profile.js')
      await useProfile(name, context ?? (await processContext()))
    })
  profiles
    .command('remove')
    .summary('Remove a profile')
    .description('Removes a profile. The state of a sandbox stays in its file.')
    .argument('<name>', 'Name of the profile.')
    .action(async (name: string) => {
      const { removeProfile } = await import('./remove-profile.js')
      await removeProfile(name, context ?? (await processContext()))
    })
  profiles
    .command('path')
    .summary('Print the path of the file')
    .description('Prints the path of the file with the profiles.')
    .action(async () => {
      const { profilesPath } = await import('./profiles-file.js')
      const { environment, print } = context ?? (await processContext())
      await print(profilesPath(environment))
    })
}

async function processContext(): Promise<ProfilesContext> {
  const [{ createAsk }, { printNote }, { writeToStdout }] = await Promise.all([
    import('../ask.js'),
    import('../print-note.js'),
    import('../stdout.js'),
  ])
  return {
    environment: process.env,
    ask: createAsk(process.stdin, process.stderr),
    print: (text) => writeToStdout(`${text}\n`),
    note: printNote,
  }
}

function refuseKey(): never {
  throw new UsageError(
    'A key cannot be passed as a flag, since other users of the machine can read a command line. Leave the flag out to be asked for the key, or use --key-env, --key-file or --key-command.',
  )
}
