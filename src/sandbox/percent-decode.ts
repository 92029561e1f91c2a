import { fail } from './problem.js'

/**
 * Decodes percent-encoded text.
 *
 * @param part - The part of the URL that the text is in, for the error.
 * @throws Problem 400 if it is malformed.
 */
export function percentDecode(part: 'path' | 'query', text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    fail('malformedUrl', { part })
  }
}
