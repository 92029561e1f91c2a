/** Drops fields that are undefined, since the API leaves absent fields out. */
export function compact<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
} {
  const present: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) present[name] = value
  return present as ReturnType<typeof compact<T>>
}

/** A value as it is in JSON, where optional fields are missing and never `undefined`. */
export type WithoutUndefined<T> = T extends string
  ? T
  : T extends object
    ? { [K in keyof T]: WithoutUndefined<Exclude<T[K], undefined>> }
    : T
