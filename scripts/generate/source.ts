/** The first line of every generated file. */
export const madeBy = 'Made by `npm run generate` from openapi/. Do not edit.'

export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by)
}

/** Prints a TSDoc comment. */
export function doc(lines: readonly string[]): string {
  const text = lines.join('\n').replaceAll('*/', '*\\/').split('\n')
  return text.length === 1 ? `/** ${text[0]} */` : `/**\n${text.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`
}

export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Prints a TypeScript literal, with bare keys and single quotes where possible. */
export function literal(value: unknown, spread = false): string {
  if (typeof value === 'string')
    return JSON.stringify(value).includes("'")
      ? JSON.stringify(value)
      : `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"')}'`
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, spread))
    return spread && items.some((item) => item.includes('\n'))
      ? `[\n${items.map((item) => indent(item, '  ')).join(',\n')},\n]`
      : `[${items.join(', ')}]`
  }
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`}: ${literal(field, spread)}`)
  if (fields.length === 0) return '{}'
  return spread ? `{\n${fields.map((field) => indent(field, '  ')).join(',\n')},\n}` : `{ ${fields.join(', ')} }`
}
