/** Sends a program's result to the process that started it. */
export function report(result: unknown): void {
  process.send?.(result)
}
