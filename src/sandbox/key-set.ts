/** The keys of the applications that there are. */
export class KeySet {
  readonly #apps: ReadonlyMap<string, { readonly apiKey: string }>
  #keys: Set<string> | undefined

  constructor(apps: ReadonlyMap<string, { readonly apiKey: string }>) {
    this.#apps = apps
  }

  has(text: string): boolean {
    this.#keys ??= new Set([...this.#apps.values()].map(({ apiKey }) => apiKey))
    return this.#keys.has(text)
  }

  /** Reads the keys again when they are needed, since an application was added or removed. */
  refresh(): void {
    this.#keys = undefined
  }
}
