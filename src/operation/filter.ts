import { filterGrammar } from '../../generated/operations.js'
import { describe } from '../common/describe.js'
import { didYouMean } from '../common/unknown-name.js'
import { InputError, toInputError } from '../errors/input-error.js'
import { isWellFormed } from './encode-url.js'
import type { Operation } from './operation.js'

type Grammar = typeof filterGrammar
/** A field that channels can be filtered by. */
export type FilterField = keyof Grammar['fields']
/** An operator of a filter condition. */
export type FilterOperator = Grammar['operators'][number]
/** The value that a field is compared with: any text, or a `Date` for a time. For some fields, editors suggest the usual words. */
export type FilterValue<Field extends FilterField> = Grammar['fields'][Field] extends readonly []
  ? string | (Field extends `${string}_at` ? Date : never)
  : Grammar['fields'][Field][number] | (string & {})
/** The value of a condition: an array for `in`, a text for any other operator. */
export type FilterOperand<Field extends FilterField, Operator extends FilterOperator> = [Operator] extends ['in']
  ? readonly FilterValue<Field>[]
  : 'in' extends Operator
    ? never
    : FilterValue<Field>
/** The separator between the values of an `in` condition in the request. */
export type FilterSeparator = Grammar['separator'] | Grammar['otherSeparators'][number]

const fields = filterGrammar.fields
const separator = filterGrammar.separator
const operators: readonly string[] = filterGrammar.operators
/** Every separator that a server may expect, the documented one first. */
export const filterSeparators: readonly FilterSeparator[] = [separator, ...filterGrammar.otherSeparators]

/**
 * Creates one condition for `channels.list`. A channel must meet all conditions of a list.
 *
 * @param field - The field to compare.
 * @param operator - How to compare.
 * @param value - The text to compare with; for `in` an array of texts. A `Date` is written in ISO 8601, in UTC.
 * @returns The condition, such as `type:eq:public`. Values of `in` are separated by `;`; the option `filterSeparator` of the
 * client replaces it in the request.
 * @throws InputError if the field, the operator or a value is not allowed, with the fields and operators that are.
 *
 * @example
 * ```ts
 * console.log(where('type', 'in', ['public', 'private'])) // type:in:public;private
 * ```
 */
export function where<Field extends FilterField, Operator extends FilterOperator>(
  field: Field,
  operator: Operator,
  value: FilterOperand<Field, Operator>,
): string
export function where(field: string, operator: string, value: unknown): string {
  try {
    return conditionOf(field, operator, value)
  } catch (cause) {
    throw toInputError(cause, 'value')
  }
}

function conditionOf(field: string, operator: string, value: unknown): string {
  const given: readonly unknown[] = operator === 'in' && Array.isArray(value) ? value : [value]
  const values = given.map((item) => (item instanceof Date ? toText(item) : item))
  if (operator === 'in' && (!Array.isArray(value) || value.length === 0))
    throw new InputError('value', 'of a filter with `in` must be an array of one or more strings.')
  for (const item of values) {
    if (typeof item !== 'string') throw new InputError('value', `of a filter must be a string, got ${describe(item)}.`)
    if (operator === 'in' && item.includes(separator))
      throw new InputError(
        'value',
        `of a filter with \`in\` must not contain \`${separator}\`, which separates values.`,
      )
  }
  const problem = conditionProblem(field, operator, values.join(separator))
  if (problem) throw new InputError('filter', problem)
  return `${field}:${operator}:${values.join(separator)}`
}

function toText(date: Date): string {
  if (Number.isNaN(date.getTime()))
    throw new InputError('value', 'of a filter must be a valid Date, got an invalid one.')
  return date.toISOString()
}

/** Returns the problem of a condition that is not valid. */
export function filterProblem(condition: string): string | undefined {
  const { field, operator, value } = parseCondition(condition)
  return conditionProblem(field, operator, value)
}

/**
 * Replaces the separator between the values of `in` conditions in a query.
 *
 * @param query - A query that `checkInput` has accepted.
 * @throws InputError naming a condition whose values contain that separator, since the server would split them.
 */
export function separateFilters(operation: Operation, query: object, by: FilterSeparator): object {
  const separated: Record<string, unknown> = { ...query }
  for (const [name, { items }] of Object.entries(operation.query?.properties ?? {})) {
    const conditions = separated[name]
    if (!items?.filter || !Array.isArray(conditions)) continue
    separated[name] = conditions.map((condition: string, index) => {
      if (parseCondition(condition).operator !== 'in') return condition
      if (condition.includes(by)) {
        const problem = `must not contain \`${by}\`, which separates the values of \`in\` on this server, got ${JSON.stringify(condition)}. Use \`eq\`, one value at a time.`
        throw new InputError(`${name}[${index}]`, problem)
      }
      return condition.replaceAll(separator, by)
    })
  }
  return separated
}

function parseCondition(condition: string): { field: string; operator: string; value: string } {
  const [field = '', operator = '', ...value] = condition.split(':')
  return { field, operator, value: value.join(':') }
}

function conditionProblem(field: string, operator: string, value: string): string | undefined {
  const known = Object.keys(fields)
  if (!known.includes(field))
    return `must begin with a known field (${known.join(', ')}), got ${describe(field)}${didYouMean(field, known)}`
  if (!operators.includes(operator))
    return `must use a known operator (${operators.join(', ')}), got ${describe(operator)}${didYouMean(operator, operators)}`
  if (!isWellFormed(value)) return 'must be well-formed text; it contains a lone surrogate.'
  for (const item of operator === 'in' ? value.split(separator) : [value]) {
    if (item === '') return `must have a value after ${JSON.stringify(`${field}:${operator}:`)}.`
  }
  return undefined
}
