/** A command cannot begin: the command line is wrong, or what it names does not exist. */
export class UsageError extends Error {}

/** Runs a command. If it fails, prints the message and sets the exit status: 2 if it could not begin, 1 otherwise. */
export async function report(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    console.error(error.message)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
