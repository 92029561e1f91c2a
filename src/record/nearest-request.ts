import { excerpt } from '../errors/excerpt.js'
import type { RecordedLine } from './read-recording.js'
import type { RecordedRequest } from './recorded-exchange.js'
import { type ComparedParts, partsOf } from './recorded-request.js'

const longestText = 300

/** Describes the recorded request that is nearest to another one, and how they differ. */
export function describeNearest(request: RecordedRequest, lines: readonly RecordedLine[]): string {
  const requested = partsOf(request)
  let nearest: { line: number; parts: ComparedParts; score: number } | undefined
  for (const { request: recorded, line } of lines) {
    const parts = partsOf(recorded)
    const score = similarity(parts, requested)
    if (!nearest || score > nearest.score) nearest = { line, parts, score }
  }
  if (!nearest) return 'It has no requests.'
  const { line, parts } = nearest
  const names = (Object.keys(parts) as Array<keyof ComparedParts>).filter((name) => parts[name] !== requested[name])
  const differences = names.map((name) => `${name} ${show(parts[name])}, not ${show(requested[name])}`)
  return `The nearest one, in line ${line}, is ${describeRequest(parts)}: its ${differences.join('; its ')}.`
}

/** Describes a request by its method, path and query. */
export function describeRequest({ method, path, query }: ComparedParts): string {
  return excerpt(`${method} ${path}${query && `?${query}`}`, longestText)
}

function show(text: string): string {
  return text === '' ? 'none' : excerpt(text, longestText)
}

/** Rates how similar two requests are. The path counts most: a wrong query is more likely than a wrong path. */
function similarity(one: ComparedParts, other: ComparedParts): number {
  const weights = { path: 16, method: 4, body: 2, query: 2 } as const
  return (Object.keys(weights) as Array<keyof ComparedParts>).reduce(
    (score, name) => score + weights[name] * shareInCommon(one[name], other[name]),
    0,
  )
}

/** Returns the share of two texts that their beginnings and ends have in common. */
function shareInCommon(one: string, other: string): number {
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  if (one === other) return 1
  let start = 0
  while (start < shorter && one[start] === other[start]) start++
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return (start + end) / (longer + 1)
}
