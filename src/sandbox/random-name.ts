/** Letters and digits that are hard to confuse. There are 32, so that a random byte selects each equally often. */
const characters = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * Returns a random name that is valid in a path and in a header, such as `app-x3k9w2m7qa`.
 *
 * @param length - Number of random characters.
 */
export function randomName(prefix: string, length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return prefix + [...bytes].map((byte) => characters[byte % characters.length]).join('')
}
