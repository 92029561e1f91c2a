/**
 * Parses JSON that a user typed or chose.
 *
 * @param name - What it is, for the error.
 * @throws Error that names it.
 */
export function parseJsonText(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${name} is not JSON: ${(cause as Error).message}`, { cause })
  }
}
