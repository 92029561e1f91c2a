import { filterGrammar } from '../generated/operations.js'
import { isWellFormed } from './encoding.js'
import { InputError } from './errors.js'

type Grammar = typeof filterGrammar
/** A field that channels can be filtered by. */
export type FilterField = keyof Grammar['fields']
/** How a field is compared. */
export type FilterOperator = Grammar['operators'][number]
/** What a field is compared with: certain words for some fields, any text for the others. */
export type FilterValue<Field extends FilterField> = Grammar['fields'][Field] extends readonly (infer Word)[] ? Word : string

const { separator } = filterGrammar
const operators: readonly string[] = filterGrammar.operators
const words: Readonly<Record<string, readonly string[] | null>> = filterGrammar.fields

/**
 * Writes one condition for `channels.list`. Several conditions must all hold.
 *
 * @param field - What to look at.
 * @param operator - How to compare.
 * @param value - What to compare with; an array for `in`, a string for the others.
 * @returns The condition as it travels, such as `type:eq:public`.
 * @throws InputError if the grammar does not know one of them, naming what it knows.
 */
export function where<Field extends FilterField>(field: Field, operator: 'in', value: readonly FilterValue<Field>[]): string
export function where<Field extends FilterField>(field: Field, operator: Exclude<FilterOperator, 'in'>, value: FilterValue<Field>): string
export function where(field: string, operator: string, value: unknown): string {
  const values = operator === 'in' && Array.isArray(value) ? value : [value]
  if (operator === 'in' && (!Array.isArray(value) || value.length === 0))
    throw new InputError('value', 'of a filter with `in` must be an array of one or more strings.')
  for (const item of values) {
    if (typeof item !== 'string') {
      throw new InputError(
        'value',
        `of a filter must be a string${item instanceof Date ? '; write a date as `date.toISOString()`' : `, got ${item === null ? 'null' : typeof item}`}.`,
      )
    }
    if (operator === 'in' && item.includes(separator))
      throw new InputError('value', `of a filter with \`in\` cannot hold \`${separator}\`, which separates values.`)
  }
  const problem = conditionProblem(field, operator, values.join(separator))
  if (problem) throw new InputError('filter', problem)
  return `${field}:${operator}:${values.join(separator)}`
}

/** What is wrong with a condition as it travels, if anything. */
export function filterProblem(condition: string): string | undefined {
  const [field = '', operator = '', ...value] = condition.split(':')
  return conditionProblem(field, operator, value.join(':'))
}

function conditionProblem(field: string, operator: string, value: string): string | undefined {
  const known = Object.hasOwn(words, field) ? words[field] : undefined
  if (known === undefined) return `must begin with a known field (${Object.keys(words).join(', ')}), got ${JSON.stringify(field)}.`
  if (!operators.includes(operator)) return `must use a known operator (${operators.join(', ')}), got ${JSON.stringify(operator)}.`
  if (!isWellFormed(value)) return 'must be well-formed text; it holds half of a surrogate pair.'
  for (const item of operator === 'in' ? value.split(separator) : [value]) {
    if (item === '') return `must have a value after ${JSON.stringify(`${field}:${operator}:`)}.`
    if (known && !known.includes(item)) return `must compare \`${field}\` with one of ${known.join(', ')}, got ${JSON.stringify(item)}.`
  }
  return undefined
}
