import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec'

/**
 * Keeps, of the mappings of each line, those at which another line of a source begins. The code has the lines and the names of
 * its sources, so columns say little; they would be two thirds of a map.
 */
export function toLineMappings(map: string): string {
  const { mappings, ...rest } = JSON.parse(map) as { mappings: string; names: string[] }
  return JSON.stringify({ ...rest, names: [], mappings: encode(decode(mappings).map(toLines)) })
}

function toLines(segments: SourceMapSegment[]): SourceMapSegment[] {
  let last: string | undefined
  return segments.flatMap((segment): SourceMapSegment[] => {
    const [column, source, line, sourceColumn] = segment
    const place = `${source}:${line}`
    if (place === last) return []
    last = place
    return source === undefined || line === undefined || sourceColumn === undefined
      ? [[column]]
      : [[column, source, line, sourceColumn]]
  })
}
