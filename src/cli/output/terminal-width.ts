export function terminalWidth(s: { columns?: number }): number {
  return s.columns ?? 80
}
