import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec'

/**
 * Keeps, of the mappings of each line, those at which another line of a source begins. The code has the lines and the names of
 * its sources, so columns say little; they would be two thirds of a map.
 *
 * @param code - The module of the map.
 * @param indented - The same module with another indentation, to which the map is adjusted.
 */
export function toLineMappings(map: string, code: string, indented: string): string {
  const { mappings, ...rest } = JSON.parse(map) as { mappings: string; names: string[] }
  const [before, after] = [code, indented].map((text) => text.split('\n').map((line) => line.search(/\S|$/)))
  const lines = decode(mappings).map((segments, line) => {
    const removed = (before?.[line] ?? 0) - (after?.[line] ?? 0)
    return toLines(segments).map(
      ([column, ...source]) => [Math.max(column - removed, 0), ...source] as SourceMapSegment,
    )
  })
  return JSON.stringify({ ...rest, names: [], mappings: encode(lines) })
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
