const invalid = ' is invalid'
const allowed = '. Allowed choices are '

/** Returns the parser's error about a value that is not one of the choices in other words, or undefined if it is another error. */
export function describeChoice(problem: string): string | undefined {
  const end = problem.lastIndexOf(allowed)
  const from = problem.lastIndexOf(invalid, end)
  if (end < 0 || from < 0) return undefined
  const choices = problem.slice(end + allowed.length).replace(/\.$/, '')
  const [option, flag] = /^option '(--[\w-]+) [^']*' argument /.exec(problem) ?? []
  if (option !== undefined) return `${flag} must be one of ${choices}, got ${problem.slice(option.length, from)}.`
  const value = problem.slice('command-argument value '.length, from)
  const [, name] = /'([^']*)'$/.exec(problem.slice(from, end)) ?? []
  return `<${name}> must be one of ${choices}, got ${value}.`
}
