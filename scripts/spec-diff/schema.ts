import { type FilterGrammar, type JsonSchema, referenceName } from '../document.js'
import type { Report } from './changes.js'
import { compareRest, requireKnown } from './keywords.js'

/** Direction of the value, from the view of callers. Sent values may only become less strict, received ones only stricter. */
export type Direction = 'sent' | 'got'

/** Resolve references of the two documents. */
export interface Resolvers {
  before<T>(node: T): T
  after<T>(node: T): T
}

/** A schema with one of the types that a value may have. */
interface Variant {
  type: string
  name: string | undefined
  schema: JsonSchema
  /** Whether it is one of the schemas of a `oneOf` or an `anyOf`. */
  inUnion: boolean
}

const upperBounds = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
const lowerBounds = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const constraints = ['pattern', 'format']
const exact = 'const default multipleOf uniqueItems readOnly writeOnly contentEncoding contentMediaType'.split(' ')
const plain: ReadonlySet<string> = new Set([...upperBounds, ...lowerBounds, ...constraints, ...exact])
const unions = ['oneOf', 'anyOf'] as const
const structure = '$ref type enum items properties required additionalProperties x-filter'.split(' ')
const followed: ReadonlySet<string> = new Set([...plain, ...unions, ...structure])
/** The keywords that constrain values of some types only. */
const keywordsByTypes: readonly [types: readonly string[], keywords: readonly string[]][] = [
  [
    ['string', 'file'],
    ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  ],
  [
    ['integer', 'number'],
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ],
  [['array'], ['items', 'minItems', 'maxItems', 'uniqueItems']],
  [['object'], ['properties', 'minProperties', 'maxProperties']],
]

/**
 * Compares two schemas of one place, and every schema that they refer to.
 *
 * @param at - The name of the value in reports.
 */
export function compareSchemas(
  before: JsonSchema,
  after: JsonSchema,
  at: string,
  direction: Direction,
  resolve: Resolvers,
  report: Report,
): void {
  new SchemaComparison(direction, resolve, report).compare(before, after, at)
}

class SchemaComparison {
  readonly #direction: Direction
  readonly #resolve: Resolvers
  readonly #report: Report
  /** The pairs that are being compared, since a schema may contain itself. */
  readonly #trail: [JsonSchema, JsonSchema][] = []

  constructor(direction: Direction, resolve: Resolvers, report: Report) {
    this.#direction = direction
    this.#resolve = resolve
    this.#report = report
  }

  compare(before: JsonSchema, after: JsonSchema, at: string): void {
    compareRest(this.#resolve.before(before), this.#resolve.after(after), followed, this.#report)
    this.#compareVariants(variantsOf(before, this.#resolve.before), variantsOf(after, this.#resolve.after), at)
  }

  #narrower(what: string): void {
    this.#report(what, this.#direction === 'sent')
  }

  #wider(what: string): void {
    this.#report(what, this.#direction === 'got')
  }

  #compareVariants(before: Variant[], after: Variant[], at: string): void {
    const pairs = pairUp(before, after)
    // A name that both have does not show the change.
    const nameOf = ({ name, type }: Variant, others: Variant[]) =>
      others.some((other) => other.name === name) ? type : (name ?? type)
    const lost = (was: Variant) => this.#narrower(`\`${at}\` is no longer ${nameOf(was, after)}`)
    const gained = (is: Variant) => this.#wider(`\`${at}\` may be ${nameOf(is, before)}`)
    for (const [was, is] of pairs) {
      if (covers(is, was)) gained(is)
      else if (covers(was, is)) lost(was)
      if (was.inUnion && is.inUnion) compareRest(was.schema, is.schema, followed, this.#report)
      if (was.type === 'null' || this.#trail.some(([one, other]) => one === was.schema && other === is.schema)) continue
      this.#trail.push([was.schema, is.schema])
      this.#compareOne(was, is, at)
      this.#trail.pop()
    }
    const unpaired = (variants: Variant[]) =>
      variants.filter((variant) => !pairs.some((pair) => pair.includes(variant)))
    for (const was of unpaired(before)) if (!after.some((is) => covers(is, was))) lost(was)
    for (const is of unpaired(after)) if (!before.some((was) => covers(was, is))) gained(is)
  }

  #compareOne(was: Variant, is: Variant, at: string): void {
    const [before, after] = [was.schema, is.schema]
    const constrains = (keyword: string) => constrainsType(keyword, was.type) && constrainsType(keyword, is.type)
    for (const keyword of Object.keys({ ...before, ...after })) {
      if (plain.has(keyword) && constrains(keyword)) this.#compareKeyword(keyword, before, after, at)
    }
    this.#compareWords(before.enum, after.enum, at)
    this.#compareWords(
      wordsOf(before['x-filter'], after['x-filter']),
      wordsOf(after['x-filter'], before['x-filter']),
      at,
    )
    if (constrains('properties')) this.#compareProperties(before, after, at)
    if (constrains('items') && (before.items ?? after.items))
      this.compare(before.items ?? {}, after.items ?? {}, `${at}[]`)
  }

  #compareKeyword(keyword: string, before: JsonSchema, after: JsonSchema, at: string): void {
    const [was, is] = [before, after].map((schema) => (schema as Record<string, unknown>)[keyword])
    if (was === is) return
    // A request has the field either way.
    if (keyword === 'writeOnly' && this.#direction === 'sent') return
    const what = `\`${keyword}\` of \`${at}\` is ${print(is)}, and was ${print(was)}`
    const isUpper = upperBounds.includes(keyword)
    if (isUpper || lowerBounds.includes(keyword)) {
      // No length is below 0, so a lower bound of 0 allows as much as none.
      const none = isUpper ? Number.POSITIVE_INFINITY : keyword.endsWith('inimum') ? Number.NEGATIVE_INFINITY : 0
      const [old, now] = [Number(was ?? none), Number(is ?? none)]
      if (now !== old && now < old === isUpper) this.#narrower(what)
      else if (now !== old) this.#wider(what)
    } else if (constraints.includes(keyword)) {
      // The pattern of a filter follows from its grammar.
      if (keyword === 'pattern' && before['x-filter'] && after['x-filter']) return
      if (was === undefined) this.#narrower(what)
      else if (is === undefined) this.#wider(what)
      else this.#report(what, true)
    } else if (print(was) !== print(is)) this.#report(what, true)
  }

  #compareWords(before: unknown[] | undefined, after: unknown[] | undefined, at: string): void {
    if (!before && after) this.#narrower(`\`${at}\` is one of ${after.map(print).join(', ')}, and was any`)
    else if (before && !after) this.#wider(`\`${at}\` may be anything, and was one of ${before.map(print).join(', ')}`)
    const missingIn = (words: unknown[] = [], others: unknown[] = words) =>
      words.map(print).filter((word) => !others.map(print).includes(word))
    for (const word of missingIn(before, after)) this.#narrower(`\`${at}\` is no longer ${word}`)
    for (const word of missingIn(after, before)) this.#wider(`\`${at}\` may be ${word}`)
  }

  #compareProperties(before: JsonSchema, after: JsonSchema, at: string): void {
    for (const name of namesOf(before, after)) {
      const [was, is] = [before.properties?.[name], after.properties?.[name]]
      const [wasRequired, isRequired] = [before, after].map(({ required }) => required?.includes(name) ?? false)
      const place = at === 'body' ? name : `${at}.${name}`
      if (was && is) this.compare(was, is, place)
      if (was && !is) this.#report(`\`${place}\` was removed`, true)
      else if (!was && is)
        this.#report(
          `\`${place}\` is new${isRequired ? ', and required' : ''}`,
          this.#direction === 'sent' && isRequired === true,
        )
      else if (isRequired && !wasRequired) this.#narrower(`\`${place}\` is required`)
      else if (wasRequired && !isRequired) this.#wider(`\`${place}\` is no longer required`)
    }
    const [was, is] = [before.additionalProperties ?? true, after.additionalProperties ?? true]
    if (was === is) return
    if (was !== false && is !== false) this.compare(was === true ? {} : was, is === true ? {} : is, `${at}.*`)
    else if (was !== false) this.#narrower(`\`${at}\` no longer allows additional properties`)
    else if (is !== false) this.#wider(`\`${at}\` allows additional properties`)
  }
}

function variantsOf(schema: JsonSchema, resolve: <T>(node: T) => T): Variant[] {
  const found = resolve(schema)
  for (const keyword of Object.keys(found)) if (!followed.has(keyword)) requireKnown(keyword)
  const union = unions.find((keyword) => found[keyword])
  if (union) {
    const sibling = Object.keys(found).find((keyword) => keyword !== union && followed.has(keyword))
    if (sibling)
      throw new Error(`\`${sibling}\` beside \`${union}\` is not supported: put it into each of its schemas.`)
    return (found[union] ?? [])
      .flatMap((variant) => variantsOf(variant, resolve))
      .map((variant) => ({ ...variant, inUnion: true }))
  }
  return [found.type ?? 'anything'].flat().map((type) => ({
    // On the wire, a file is a string; in every client, it has another type.
    type: found.format === 'binary' ? 'file' : type,
    name: referenceName(schema),
    schema: found,
    inUnion: false,
  }))
}

/** Pairs variants by type and name, or else by type and keywords, by type alone, or as a wider and a narrower type. */
function pairUp(before: Variant[], after: Variant[]): [Variant, Variant][] {
  const pairs: [Variant, Variant][] = []
  const free = new Set(after)
  const take = (was: Variant, fits: (is: Variant) => boolean) => {
    const is = [...free].find(fits)
    if (!is || pairs.some(([paired]) => paired === was)) return
    pairs.push([was, is])
    free.delete(is)
  }
  const sameType = (was: Variant, is: Variant) => was.type === is.type
  for (const was of before) take(was, (is) => sameType(was, is) && is.name !== undefined && is.name === was.name)
  for (const was of before) take(was, (is) => sameType(was, is) && print(is.schema) === print(was.schema))
  for (const was of before) take(was, (is) => sameType(was, is))
  for (const was of before) take(was, (is) => covers(is, was) || covers(was, is))
  return pairs
}

/** Checks whether a keyword constrains values of a type. */
function constrainsType(keyword: string, type: string): boolean {
  const [types] = keywordsByTypes.find(([, keywords]) => keywords.includes(keyword)) ?? []
  return !types || type === 'anything' || types.includes(type)
}

/** Checks whether a type is wider than another. */
function covers(wide: Variant, narrow: Variant): boolean {
  return (
    (wide.type === 'anything' && narrow.type !== 'anything') || (wide.type === 'number' && narrow.type === 'integer')
  )
}

function namesOf(...schemas: JsonSchema[]): Set<string> {
  return new Set(schemas.flatMap(({ properties = {}, required = [] }) => [...Object.keys(properties), ...required]))
}

/** Returns the words that conditions may contain. A field that accepts any text also accepts the words that the other grammar limits it to. */
function wordsOf(grammar: FilterGrammar | undefined, other: FilterGrammar | undefined): string[] | undefined {
  if (!grammar) return undefined
  const fields = Object.keys(grammar.fields).flatMap((field) => {
    const words = limitsOf(grammar, field) ?? ['…', ...(limitsOf(other, field) ?? [])]
    return words.map((word) => `${field}:${word}`)
  })
  const others = (grammar.otherSeparators ?? []).map((separator) => `in:…${separator}…`)
  return [...fields, ...Object.keys(grammar.operators), grammar.separator, ...others]
}

/** Returns the only words that a field accepts, as released documents may have it. */
function limitsOf(grammar: FilterGrammar | undefined, field: string): string[] | undefined {
  return (grammar?.fields[field] as { enum?: string[] } | undefined)?.enum
}

function print(value: unknown): string {
  return JSON.stringify(value) ?? 'none'
}
