/** If a value is a promise of any library and rejects, calls a function with the reason. */
export function onRejected(value: unknown, notify: (reason: unknown) => void): void {
  const then = (value as { then?: unknown } | null | undefined)?.then
  if (typeof then === 'function') Promise.resolve(value).catch(notify)
}
