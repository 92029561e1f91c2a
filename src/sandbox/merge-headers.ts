/** Headers of a response by name, such as `Content-Type`. */
export type ResponseHeaders = Readonly<Record<string, string>>

/** Merges headers, whose names may differ in case. A later one replaces an earlier one of the same name. */
export function mergeHeaders(...lists: readonly (ResponseHeaders | undefined)[]): ResponseHeaders {
  const merged = new Map<string, [name: string, value: string]>()
  for (const list of lists)
    for (const [name, value] of Object.entries(list ?? {})) merged.set(name.toLowerCase(), [name, value])
  return Object.fromEntries(merged.values())
}
