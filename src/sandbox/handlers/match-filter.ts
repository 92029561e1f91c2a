import { filterGrammar } from '../../../generated/operations.js'
import { type FilterField, type FilterOperator, filterProblem } from '../../operation/filter.js'
import { quote, unacceptable } from '../problem.js'
import type { ChannelRecord } from '../state/channel-record.js'
import { includesText } from './includes-text.js'

type Compare = (actual: string, value: string) => boolean
type Test = (channel: ChannelRecord) => boolean

const comparisons: Record<Exclude<FilterOperator, 'in'>, Compare> = {
  eq: (actual, value) => actual === value,
  not_eq: (actual, value) => actual !== value,
  gte: (actual, value) => actual >= value,
  lte: (actual, value) => actual <= value,
  contains: includesText,
  begins: (actual, value) => actual.startsWith(value),
  ends: (actual, value) => actual.endsWith(value),
}

/**
 * Makes a test of whether a channel meets all conditions of a filter.
 *
 * @throws Problem 422 if a condition is not in the grammar.
 */
export function matchesFilter(conditions: readonly string[]): Test {
  const tests = conditions.map(testOf)
  return (channel) => tests.every((test) => test(channel))
}

function testOf(condition: string): Test {
  const problem = filterProblem(condition)
  if (problem) unacceptable(`filter ${quote(condition)} ${problem}`)
  const [field, operator, ...rest] = condition.split(':') as [FilterField, FilterOperator, ...string[]]
  const value = rest.join(':')
  if (field === 'created_at') return timeTestOf(operator, value)
  const compare = comparerOf(operator, value)
  const read = field === 'type' ? ({ kind }: ChannelRecord) => kind : (channel: ChannelRecord) => channel[field]
  return (channel) => {
    const actual = read(channel)
    return actual === undefined ? operator === 'not_eq' : compare(actual)
  }
}

function comparerOf(operator: FilterOperator, value: string): (actual: string) => boolean {
  if (operator !== 'in') return (actual) => comparisons[operator](actual, value)
  const values = new Set(value.split(filterGrammar.separator))
  return (actual) => values.has(actual)
}

/** Creates the test of a time: a day, a month or a year equals every time in it. A full time may be in any time zone. */
function timeTestOf(operator: FilterOperator, value: string): Test {
  const isText = ['contains', 'begins', 'ends'].includes(operator)
  const values = operator === 'in' ? value.split(filterGrammar.separator) : [value]
  const bounds = values.map((item) => {
    if (isText || /^\d{4}(-\d\d(-\d\d)?)?$/.test(item)) return { item, length: isText ? Infinity : item.length }
    const time = new Date(item)
    if (Number.isNaN(time.getTime()))
      unacceptable(`filter must compare \`created_at\` with a date such as 2020-12-01, got ${quote(item)}.`)
    return { item: time.toISOString(), length: Infinity }
  })
  const tests = [...new Set(bounds.map(({ length }) => length))].map((length) => {
    const items = bounds.filter((bound) => bound.length === length).map(({ item }) => item)
    return { length, compare: comparerOf(operator, items.join(filterGrammar.separator)) }
  })
  return ({ created_at }) => tests.some(({ length, compare }) => compare(created_at.slice(0, length)))
}
