import { excerpt } from '../errors/excerpt.js'
import type * as server from './unchecked-file.js'

/** A browser decompresses what there is of a truncated file. It reports every other truncation. */
export const whyUnchecked: typeof server.whyUnchecked = (_response, coding, redact) =>
  coding
    ? `the file has the Content-Encoding ${excerpt(coding, 100, redact)}, and a browser does not report whether it is truncated: serve the file uncompressed`
    : undefined
