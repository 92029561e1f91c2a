/** A command cannot begin: the command line is wrong, or what it names is not there. */
export class UsageError extends Error {}

/** Runs a command, and tells of what goes wrong by its message and by the exit status: 2 if it could not begin, 1 for the rest. */
export async function report(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    console.error(error.message)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
