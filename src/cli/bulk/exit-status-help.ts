/** The exit statuses of `import` and `broadcast`, as their help describes them. */
const meanings: Readonly<Record<number, string>> = {
  0: 'Every row is done.',
  1: 'Rows failed: the server rejected them, or their outcome is unknown after all retries.',
  2: 'The command line, a file, a row or a profile is wrong, or you declined. Nothing was sent.',
  3: 'Rows are parked: they may have been sent, and are not retried automatically.',
  4: 'Stopped: the server could not be reached, or the outcome of 50 rows in a row is unknown.',
  5: 'Stopped: the server rejected the API key.',
  130: 'After Ctrl-C.',
}

/**
 * Returns the exit statuses as a section of a help text.
 *
 * @param notes - Sentences after the list.
 */
export function exitStatusHelp(...notes: string[]): string {
  const lines = Object.entries(meanings).map(([status, meaning]) => `  ${status.padEnd(5)}${meaning}`)
  const after = [
    'After 4 and 130, and with a valid key after 5, run the same command again to continue.',
    'After 1, it retries the rows that failed. 1 also means that the command could not go on.',
  ]
  return `\nExit status:\n${lines.join('\n')}\n\n${[...after, ...notes].join('\n')}`
}
