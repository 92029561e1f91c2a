import { excerpt } from '../errors/excerpt.js'
import type { Redact } from '../errors/redact.js'
import { type FastResponse, mayBeCut, readWhole } from './fast-path.js'

/**
 * Returns why nothing would report that the end of a file is missing.
 *
 * @param coding - Its content coding; empty if it has none.
 */
export function whyUnchecked(response: FastResponse, coding: string, redact: Redact): string | undefined {
  if (mayBeCut in response)
    return 'the file is chunked, with `Connection: close`, and this `fetch` cannot detect whether it is truncated: use Node 22.23 or 24.21 or later, pooledFetch with undici 7.26 or 8.3, or serve the file with a Content-Length'
  // Only `pooledFetch` reports that a compressed body is truncated. The others decompress what there is, and so does zstd of Node 22.
  const isChecked =
    !coding ||
    (readWhole in response && coding.split(',').every((part) => /^\s*((x-)?gzip|deflate|br)\s*$/i.test(part)))
  return isChecked
    ? undefined
    : `the file has the Content-Encoding ${excerpt(coding, 100, redact)}, and this \`fetch\` cannot detect whether it is truncated: serve the file uncompressed, or in gzip to pooledFetch of sceyt-platform/node`
}
