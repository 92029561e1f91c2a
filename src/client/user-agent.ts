import { version } from '../../generated/operations.js'

/** Returns whether this is a browser. Every browser, page or worker, identifies as Mozilla; no server runtime does. */
export function isBrowser(): boolean {
  return /^Mozilla\//.test(runtimeName())
}

/** Returns the `User-Agent` of this package, with the runtime if it states its name, such as `Node.js/22`. */
export function defaultUserAgent(): string | false {
  const runtime = runtimeName()
  return `sceyt-platform/${version}${/^[\w.-]+(\/[\w.-]+)?$/.test(runtime) ? ` ${runtime}` : ''}`
}

function runtimeName(): string {
  return globalThis.navigator?.userAgent ?? ''
}
