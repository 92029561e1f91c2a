/** Calls a function with the reason, if a value is a promise, of whatever library, that rejects. */
export function onRejected(value: unknown, notify: (reason: unknown) => void): void {
  const then = (value as { then?: unknown } | null | undefined)?.then
  if (typeof then === 'function') Promise.resolve(value).catch(notify)
}
