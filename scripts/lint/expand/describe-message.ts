/**
 * Describes an error message without its values: `There is no user with this username.` for `There is no user {username}.`, and
 * `This uri is taken.` for `uri {uri} is taken.` Where that does not read well, the error has a summary of its own.
 */
export function describeMessage(template: string): string {
  const text = template
    .replace(/, got \{+\w+\}+\.$/, '.')
    .replace(
      /\b((?:There is no|the|an?) ([a-z ]+?)) \{(\w+)\}/g,
      (_whole, start: string, resource: string, name: string) => {
        return `${start} with this ${wordsOf(name, resource.split(' '))}`
      },
    )
    .replace(/\b(\w+) \{\1\}/g, 'this $1')
    .replace(/\{+(\w+)\}+/g, (_placeholder, name: string) => `this ${wordsOf(name, [])}`)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Returns the words of a name that were not used before it: `id` for `channelId` of a channel. */
function wordsOf(name: string, used: readonly string[]): string {
  const words = name
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[ _]+/)
  return words.filter((word) => !used.includes(word)).join(' ') || words.join(' ')
}
