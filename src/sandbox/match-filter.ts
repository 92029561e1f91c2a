import { filterGrammar } from '../../generated/operations.js'
import { type FilterField, type FilterOperator, filterProblem } from '../operation/filter.js'
import { unacceptable } from './problem.js'
import type { ChannelRecord } from './state/app-state.js'

type Compare = (found: string, value: string) => boolean

const comparisons: Record<FilterOperator, Compare> = {
  eq: (found, value) => found === value,
  not_eq: (found, value) => found !== value,
  gte: (found, value) => found >= value,
  lte: (found, value) => found <= value,
  contains: (found, value) => found.includes(value),
  begins: (found, value) => found.startsWith(value),
  ends: (found, value) => found.endsWith(value),
  in: (found, value) => value.split(filterGrammar.separator).includes(found),
}

/**
 * Whether a channel meets all conditions.
 *
 * @throws Problem 422 if one of them is beyond the grammar.
 */
export function matching(conditions: readonly string[]): (channel: ChannelRecord) => boolean {
  const tests = conditions.map(testOf)
  return (channel) => tests.every((test) => test(channel))
}

function testOf(condition: string): (channel: ChannelRecord) => boolean {
  const problem = filterProblem(condition)
  if (problem) unacceptable(`filter ${JSON.stringify(condition)} ${problem}`)
  const [field, operator, ...rest] = condition.split(':') as [FilterField, FilterOperator, ...string[]]
  const value = rest.join(':')
  if (field === 'created_at') return testTime(operator, value)
  const compare = comparisons[operator]
  const read = field === 'type' ? ({ kind }: ChannelRecord) => kind : (channel: ChannelRecord) => channel[field]
  return (channel) => {
    const found = read(channel)
    return found === undefined ? operator === 'not_eq' : compare(found, value)
  }
}

/** A day, a month or a year is met by every moment in it; a moment is compared as such, whatever its time zone. */
function testTime(operator: FilterOperator, value: string): (channel: ChannelRecord) => boolean {
  const compare = comparisons[operator]
  const isText = ['contains', 'begins', 'ends'].includes(operator)
  const values = operator === 'in' ? value.split(filterGrammar.separator) : [value]
  const read = values.map((item) => {
    if (isText || /^\d{4}(-\d\d(-\d\d)?)?$/.test(item)) return { item, length: isText ? Infinity : item.length }
    const time = new Date(item)
    if (Number.isNaN(time.getTime()))
      unacceptable(`filter must compare \`created_at\` with a date such as 2020-12-01, got ${JSON.stringify(item)}.`)
    return { item: time.toISOString(), length: Infinity }
  })
  const test = ({ created_at }: ChannelRecord) =>
    read.some(({ item, length }) => (operator === 'in' ? comparisons.eq : compare)(created_at.slice(0, length), item))
  return test
}
