const placeholder = /\{\{(\w+)\}\}|\{(\w+)\}/g

/** Lists the placeholders of an error message. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([, bare, quoted]) => bare ?? (quoted as string))
}

/**
 * Fills the placeholders of an error message: `{name}` with a value of the caller, in quotes if it is text, and `{{name}}` with
 * the value as it is.
 *
 * @throws Error if a placeholder has no value.
 */
export function fillMessage(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(placeholder, (_placeholder, bare?: string, quoted?: string) => {
    const name = bare ?? (quoted as string)
    // Not a value of the prototype, such as that of `toString`.
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`The message "${template}" needs a value for ${name}.`)
    return bare === undefined && typeof value === 'string' ? JSON.stringify(value) : String(value)
  })
}
