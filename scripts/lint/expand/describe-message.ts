/**
 * Describes an error message without its values: `There is no user with this username.` for `There is no user {username}.`, and
 * `This uri is taken.` for `uri {uri} is taken.` A message that is more than that needs a summary.
 */
export function describeMessage(template: string): string {
  return template
    .replace(/, got \{+\w+\}+\.$/, '.')
    .replace(/\b(There is no ([a-z ]+)) \{(\w+)\}/g, (_whole, start: string, resource: string, name: string) => {
      return `${start} with this ${wordsOf(name, resource.split(' '))}`
    })
    .replace(/^(\w+) \{\1\}/, 'This $1')
    .replace(/\b(\w+) \{\1\}/g, 'this $1')
}

/** Returns the words of a name but those that were said already: `id` for `channelId` of a channel. */
function wordsOf(name: string, said: readonly string[]): string {
  const words = name
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[ _]+/)
  return words.filter((word) => !said.includes(word)).join(' ') || words.join(' ')
}
