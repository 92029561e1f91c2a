export interface Output {
  items(items: readonly unknown[]): Promise<void>
  value(value: unknown): Promise<void>
  end(): Promise<void>
}
export function createOutput(o: { write(t: string): Promise<void> } & Record<string, unknown>): Output {
  return {
    items: (i) => o.write(JSON.stringify(i) + '\n'),
    value: async (v) => {
      if (v !== undefined) await o.write(JSON.stringify(v, null, 2) + '\n')
    },
    end: async () => {},
  }
}
