/** A text in quotes, which may be cut; a bracket or a comma or a colon; spaces; anything else. */
const tokens = /"(?:[^"\\]|\\.)*"?|[[\]{},:]|\s+|[^\s"[\]{},:]+/gs
/** Levels that are indented. Without a limit, thousands of brackets would become millions of spaces. */
const deepest = 30

/**
 * Puts each field of JSON on a line of its own. All else stays as it is written, such as a number of many digits.
 *
 * @param isCut - Whether the end may be missing.
 */
export function formatJson(text: string, isCut = false): string {
  if (!isJson(text, isCut)) return text
  let result = ''
  let depth = 0
  const line = () => `\n${'  '.repeat(Math.min(depth, deepest))}`
  const parts = (text.match(tokens) ?? []).filter((part) => part.trim() !== '')
  for (const [index, part] of parts.entries()) {
    const isEmpty = /^[\]}]$/.test(parts[index + 1] ?? '')
    if (part === '[' || part === '{') {
      depth++
      result += isEmpty ? part : part + line()
    } else if (part === ']' || part === '}') {
      depth = Math.max(0, depth - 1)
      result += /^[[{]$/.test(parts[index - 1] ?? '') ? part : line() + part
    } else if (part === ',') result += part + line()
    else result += part === ':' ? ': ' : part
  }
  return result
}

function isJson(text: string, isCut: boolean): boolean {
  if (isCut) return /^\s*(\{\s*"|\[\s*[[{"\d])/.test(text)
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
