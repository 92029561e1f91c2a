export async function profileNames(): Promise<string[]> {
  return []
}
