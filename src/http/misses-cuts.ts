import { fieldOf } from '../common/field-of.js'

/** The first minor version of undici, by major version, that reports a chunked body whose end is missing. */
const fixed: Readonly<Record<string, number>> = { 6: 26, 7: 26, 8: 3 }

/**
 * Returns whether this version of undici takes the end of a connection for that of a chunked body, if the server had announced
 * to close it. Such a body may be truncated.
 */
export function missesCuts(version: unknown): boolean {
  const [, major = '', minor] = /^(\d+)\.(\d+)\./.exec(`${version}`) ?? []
  // None is as old as 5 in a supported Node.
  return Number(minor) < (fixed[major] ?? 0)
}

/** The version of undici within Node, which its global `fetch` is from. */
export function ownUndici(): unknown {
  return fieldOf(fieldOf(fieldOf(globalThis, 'process'), 'versions'), 'undici')
}

/** Returns whether a response has a chunked body on a connection that the server closes after it. */
export function closesAfterChunks(connection: unknown, transferEncoding: unknown): boolean {
  return /(^|,)\s*close\s*(,|$)/i.test(`${connection}`) && /(^|,)\s*chunked\s*$/i.test(`${transferEncoding}`)
}
