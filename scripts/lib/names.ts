/** The words of a name in camel case, kebab case or snake case, in lower case: `channel types` for `channelTypes`. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
}

/** The first form of a plural: `category` for `categories`. Other words stay as they are. */
export function singularOf(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, 'y')
  if (/(ss|x|ch|sh)es$/.test(word)) return word.replace(/es$/, '')
  return word.replace(/([^s])s$/, '$1')
}

/** `categories` for `category`. */
export function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies')
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

/** Checks whether a word is a plural that `singularOf` changes. */
export function isPlural(word: string): boolean {
  return singularOf(word) !== word
}

/** Returns the plural at the end of a method's name: `attachments` for `listAttachments`, and nothing for `listBlocked`. */
export function pluralIn(method: string): string | undefined {
  const [, ...rest] = wordsOf(method).split(' ')
  return rest.length > 0 && isPlural(rest.at(-1) ?? '') ? rest.join(' ') : undefined
}

/** A singular noun with its article: `a user`, `an attachment`. */
export function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`
}
