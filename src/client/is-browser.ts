/** Returns whether this is a browser. Every browser, page or worker, identifies as Mozilla; no server runtime does. */
export function isBrowser(): boolean {
  return /^Mozilla\//.test(globalThis.navigator?.userAgent ?? '')
}
