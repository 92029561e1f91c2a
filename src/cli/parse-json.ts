export function parseJson(t: string, _n: string): unknown {
  return JSON.parse(t)
}
