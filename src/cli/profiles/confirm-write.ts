export async function confirmWrite(..._: unknown[]): Promise<void> {}
