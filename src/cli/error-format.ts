/** How errors and notes are printed on stderr. */
export type ErrorFormat = 'text' | 'json'

/** Returns the format of `--errors`. Some errors precede the parsing of the command line. */
export function errorFormat(): ErrorFormat {
  const words = process.argv.slice(2)
  const isJson = words.some(
    (word, index) => word === '--errors=json' || (word === '--errors' && words[index + 1] === 'json'),
  )
  return isJson ? 'json' : 'text'
}
