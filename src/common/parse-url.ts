/**
 * Parses a URL.
 *
 * @returns The URL, or `undefined` if it is not valid. `URL.canParse` of Node 20 and 22, once it is optimized, rejects every
 * URL with letters such as `ü`.
 */
export function parseUrl(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
