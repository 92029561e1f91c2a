import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpointsOf, type FilterGrammar, type OpenApiDocument, type Provenance, stepsOf } from '../document.js'
import { redocly } from '../lint/redocly.js'
import { describeRules } from './describe-rules.js'
import { permissionsTable } from './permissions-table.js'
import { printJson } from './print-json.js'
import { codeSamples } from './samples.js'
import { shareResponses } from './share-responses.js'
import { lowerFirst, madeBy } from './source.js'

const badgeColors: Record<Provenance, string> = {
  documented: '#2f7d4f',
  observed: '#1f6feb',
  decided: '#9a6700',
  inferred: '#b3441e',
}

/** Bundles the sources into one document, and adds badges, code samples and patterns. */
export async function bundle(): Promise<OpenApiDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-bundle-'))
  try {
    const file = join(folder, 'openapi.json')
    await redocly('bundle', 'sources', '--output', file, '--component-renaming-conflicts-severity', 'error')
    return enrich(JSON.parse(await readFile(file, 'utf8')))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function enrich(document: OpenApiDocument): OpenApiDocument {
  shareResponses(document)
  for (const tag of document.tags)
    if (tag['x-lists-permissions']) tag.description = `${tag.description.trim()}\n\n${permissionsTable(document)}\n`
  for (const endpoint of endpointsOf(document)) {
    const { operation } = endpoint
    operation.description = [operation.description.trim(), ...describeRules(operation)].join('\n\n')
    const provenance = operation['x-provenance']
    operation['x-badges'] = [{ name: provenance, color: badgeColors[provenance] }]
    operation['x-codeSamples'] = codeSamples(document, endpoint)
    for (const { schema } of endpoint.parameters) {
      const grammar = schema.items?.['x-filter']
      if (schema.items && grammar) schema.items.pattern = filterPattern(grammar)
    }
  }
  return document
}

/** Converts the grammar to a pattern, for tools that do not support the extension. */
function filterPattern({ fields, operators }: FilterGrammar): string {
  return `^(${Object.keys(fields).join('|')}):(${Object.keys(operators).join('|')}):[\\s\\S]+$`
}

/**
 * Prints the document. JSON has no comments, so a property in the first line names its generator.
 * The indentation is spaces because Spectral and Scalar parse JSON as YAML, and warn about each tab.
 */
export function printBundle(document: OpenApiDocument): string {
  return `${printJson({ 'x-generated': madeBy, ...withComposedMethods(document) }).replace('{\n  ', '{ ')}\n`
}

/** Adds a sentence to each operation that a composed method of the client calls. */
function withComposedMethods(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document)
  for (const { operation } of endpointsOf(copy)) {
    const composition = operation['x-sdk-compose']
    if (!composition) continue
    const steps = stepsOf(composition).map((step) => `\`${step}\``)
    operation.description = `${operation.description.trim()}\n\nThe TypeScript client also has \`${composition.name}\` (${lowerFirst(composition.summary)}): it calls this operation, and ${steps.join(' and ')} if this fails with the reason \`already-exists\`, or its outcome is unknown.\n`
  }
  return copy
}
