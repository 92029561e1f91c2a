import { type Attributes, type Context, type Histogram, type MeterProvider, metrics } from '@opentelemetry/api'
import { version } from '../../generated/operations.js'

/** The name and the version that spans and metrics are made under. */
export const scope = ['sceyt-platform', version] as const

/** The boundaries that the semantic conventions advise, in seconds. */
const explicitBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

const histograms = {
  request: ['http.client.request.duration', 'Duration of HTTP client requests.'],
  call: ['sceyt.client.call.duration', 'Duration of calls, with their retries and waits.'],
} as const

/** Records how long something has taken, in milliseconds. */
export type RecordDuration = (
  what: keyof typeof histograms,
  milliseconds: number,
  attributes: Attributes,
  context: Context,
) => void

/** Creates the histograms of a provider, or of the global one, which may be registered later. */
export function createDurations(given: MeterProvider | undefined): RecordDuration {
  let provider: MeterProvider | undefined
  let created: Partial<Record<keyof typeof histograms, Histogram>> = {}
  return (what, milliseconds, attributes, context) => {
    const current = given ?? metrics.getMeterProvider()
    if (current !== provider) created = {}
    provider = current
    const [name, description] = histograms[what]
    created[what] ??= current
      .getMeter(...scope)
      .createHistogram(name, { description, unit: 's', advice: { explicitBucketBoundaries } })
    created[what].record(milliseconds / 1000, attributes, context)
  }
}
