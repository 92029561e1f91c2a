export function parseFields(t: string): string[] {
  return t.split(',')
}
