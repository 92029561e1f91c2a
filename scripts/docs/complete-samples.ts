import { endpointsOf, type OpenApiDocument } from '../document.js'
import { fullSuffix } from '../generate/samples.js'

/**
 * Gives each operation the full samples: where the shortest call is the full one, they are the same. With one list of languages
 * everywhere, Redoc keeps the choice of a reader from operation to operation.
 */
export function completeSamples(document: OpenApiDocument): void {
  for (const { operation } of endpointsOf(document)) {
    const samples = operation['x-codeSamples'] ?? []
    const labels = samples.map(({ label }) => label)
    const missing = samples.filter(({ label }) => !label.endsWith(fullSuffix) && !labels.includes(label + fullSuffix))
    operation['x-codeSamples'] = [
      ...samples,
      ...missing.map((sample) => ({ ...sample, label: sample.label + fullSuffix })),
    ]
  }
}
