/** Words before a placeholder that do not name its value. */
const others =
  'a|an|and|are|as|at|be|but|by|for|from|got|has|have|in|into|is|must|nor|not|of|on|only|or|than|that|the|to|under|was|with'
const isOther = new RegExp(`^(${others})$`, 'i')
/** Matches a word with the ending of a verb: `owns`, `joined`. */
const isVerb = /([^su]s|ed)$/i

/** An article and adjectives, which may be missing, a noun and a placeholder: `The channel type {name}`. */
const phrase = new RegExp(
  String.raw`\b(?:(there (?:is|are) no|no|the|this|an?) ((?:(?!(?:${others})\b)[a-z]+(?<![^su]s|ed) )*?))?([a-z]+) \{+(\w+)\}+`,
  'gi',
)

/**
 * Describes an error message without its values: `There is no user with this username.` for `There is no user {username}.`, and
 * `This uri is taken.` for `uri {uri} is taken.` Where that does not read well, the error has a summary of its own.
 */
export function describeMessage(template: string): string {
  const text = template
    .replace(/, got \{+\w+\}+\.$/, '.')
    .replace(
      phrase,
      (whole, article: string | undefined, adjectives: string | undefined, noun: string, name: string) => {
        const described = describeNoun(article?.toLowerCase(), adjectives?.trim().split(' ') ?? [], noun, wordsOf(name))
        if (described === undefined) return whole
        return /^[A-Z]/.test(whole) ? capitalize(described) : described
      },
    )
    .replace(/\{+(\w+)\}+/g, (_placeholder, name: string) => `this ${wordsOf(name).join(' ')}`)
  return capitalize(text)
}

/** Describes a noun whose value is left out, or returns undefined if the word before the value is not its noun. */
function describeNoun(
  article: string | undefined,
  adjectives: readonly string[],
  noun: string,
  words: readonly string[],
): string | undefined {
  const named = [...adjectives.filter((word) => word && !words.includes(word)), ...words].join(' ')
  // The placeholder repeats the noun: `name {first_name}`.
  if (words.at(-1) === noun.toLowerCase())
    return article?.endsWith('no') ? `${article.replace(/no$/, 'no such')} ${named}` : `this ${named}`
  // The placeholder begins with the noun: `user {username}`.
  if (isOther.test(noun)) return undefined
  const isPart = words.join('').startsWith(noun.toLowerCase())
  if (!isPart && (article === undefined || isVerb.test(noun))) return undefined
  const used = [...adjectives, noun.toLowerCase()]
  const left = words.filter((word) => !used.includes(word)).join(' ')
  return [article ?? 'the', ...adjectives, noun.toLowerCase(), 'with this', left || words.join(' ')]
    .filter(Boolean)
    .join(' ')
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Returns the words of a name: `channel id` for `channelId`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[ _]+/)
    .filter(Boolean)
}
