import { capitalize } from '../../generate/source.js'

interface Sourced {
  'x-provenance'?: string
  'x-provenance-note'?: string
  'x-observed-in'?: string
}

/** Returns sentences on where a fact comes from, or an empty text if there is no more to say than its kind. */
export function provenanceOf({
  'x-provenance': kind = '',
  'x-provenance-note': note,
  'x-observed-in': place,
}: Sourced): string {
  if (!note && !place) return ''
  const first = place ? `Observed in ${place}.` : kind && `${capitalize(kind)}.`
  return `*Provenance:* ${[first, note].filter(Boolean).join(' ')}`
}
