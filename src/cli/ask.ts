export function createAsk(_a: unknown, _b: unknown): object {
  return {}
}
