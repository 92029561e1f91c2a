import type { FilterGrammar } from '../../../scripts/document.js'
import type { Item } from './places.js'

const isDay = /^\d{4}(-\d\d(-\d\d)?)?$/

/** Checks whether a condition follows the grammar of the document. */
export function isCondition(condition: string, { fields, operators, separator }: FilterGrammar): boolean {
  const { field, operator, value } = partsOf(condition)
  const values = operator === 'in' ? value.split(separator) : [value]
  const isText = ['contains', 'begins', 'ends'].includes(operator)
  return (
    Object.hasOwn(fields, field) &&
    Object.hasOwn(operators, operator) &&
    values.every((one) => one !== '') &&
    (field !== 'created_at' || isText || values.every((one) => isDay.test(one) || !Number.isNaN(Date.parse(one))))
  )
}

/** Checks whether an item meets a condition. Of fields that it does not have, only `not_eq` is true. */
export function meets(item: Item, condition: string, { separator }: FilterGrammar): boolean {
  const { field, operator, value } = partsOf(condition)
  const actual = item[field]
  if (actual === undefined) return operator === 'not_eq'
  if (operator === 'in')
    return value.split(separator).some((one) => meets(item, `${field}:eq:${one}`, { separator } as FilterGrammar))
  if (field !== 'created_at' || ['contains', 'begins', 'ends'].includes(operator))
    return compare(String(actual), operator, value)
  // A day, a month or a year is every time in it.
  const bound = isDay.test(value) ? value : new Date(value).toISOString()
  return compare(String(actual).slice(0, bound.length), operator, bound)
}

function compare(actual: string, operator: string, value: string): boolean {
  switch (operator) {
    case 'eq':
      return actual === value
    case 'not_eq':
      return actual !== value
    case 'gte':
      return actual >= value
    case 'lte':
      return actual <= value
    case 'contains':
      return actual.indexOf(value) >= 0
    case 'begins':
      return actual.indexOf(value) === 0
    case 'ends':
      return actual.length >= value.length && actual.lastIndexOf(value) === actual.length - value.length
    default:
      throw new Error(`The model does not know the filter operator ${operator}: add it here.`)
  }
}

function partsOf(condition: string): { field: string; operator: string; value: string } {
  const [field = '', operator = '', ...value] = condition.split(':')
  return { field, operator, value: value.join(':') }
}
