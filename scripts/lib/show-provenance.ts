interface Noted {
  description?: string
  'x-provenance-note'?: string
  'x-observed-in'?: string
}

/**
 * Moves each note on provenance to the end of the description beside it, as a quotation: Redoc shows extensions above the
 * description, without Markdown, and those of tags not at all.
 */
export function showProvenance(json: string): string {
  const document: unknown = JSON.parse(json, (_key, value: unknown) => (isNoted(value) ? withNotes(value) : value))
  return JSON.stringify(document)
}

function isNoted(value: unknown): value is Noted {
  return typeof value === 'object' && value !== null && ('x-provenance-note' in value || 'x-observed-in' in value)
}

function withNotes({ 'x-provenance-note': note, 'x-observed-in': place, ...node }: Noted): Noted {
  const observed = place && `Observed in ${place}.`
  const quotation = `> **Provenance:** ${[observed, note].filter(Boolean).join(' ')}`
  return { ...node, description: [node.description?.trim(), quotation].filter(Boolean).join('\n\n') }
}
