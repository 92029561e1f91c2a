/** A command cannot start: the command line is wrong, or names a file or a server that does not work. */
export class UsageError extends Error {}

/** Runs a command. If it fails, prints the message and sets the exit status: 2 if it could not start, 1 otherwise. */
export async function report(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    console.error(error.message)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
