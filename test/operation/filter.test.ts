import { describe, expect, it } from 'vitest'
import { filterGrammar } from '../../generated/operations.js'
import { filterProblem, filterSeparators, where } from '../../src/operation/filter.js'

const fields = Object.keys(filterGrammar.fields) as (keyof typeof filterGrammar.fields)[]
const { operators } = filterGrammar
const texts = ['a:b;c', '2026-01-01T00:00:00.000Z', 'Ա😀', ' ', '"', 'a&b']
const valuesOf = (field: (typeof fields)[number]): readonly string[] => [...filterGrammar.fields[field], ...texts]
const pairs = fields.flatMap((field) => operators.map((operator) => [field, operator] as const))
// The overloads tie values to fields; here every combination is tried, also those that do not type.
const whereAny = where as (field: unknown, operator: unknown, value: unknown) => string
const refusal = (...named: string[]) =>
  expect.objectContaining({
    name: 'InputError',
    message: expect.toSatisfy((message: string) => named.every((each) => message.includes(each)), `names ${named}`),
  })

it('has words to suggest, the operator `in`, and two separators for it', () => {
  expect(fields.flatMap((field) => filterGrammar.fields[field])).not.toEqual([])
  expect(operators).toContain('in')
  expect(filterSeparators).toEqual([';', '&'])
})

describe('where', () => {
  it.each(pairs.filter(([, operator]) => operator !== 'in'))(
    'writes %s %s and any value that it allows',
    (field, operator) => {
      for (const value of valuesOf(field))
        expect(whereAny(field, operator, value)).toBe(`${field}:${operator}:${value}`)
    },
  )

  it.each(fields)('joins the values of %s in [...] with a semicolon', (field) => {
    const values = valuesOf(field).map((value) => value.replaceAll(';', ','))
    expect(whereAny(field, 'in', values)).toBe(`${field}:in:${values.join(';')}`)
    expect(whereAny(field, 'in', values.slice(0, 1))).toBe(`${field}:in:${values[0]}`)
  })

  it.each(pairs)('refuses an empty value of %s %s, naming the condition', (field, operator) => {
    expect(() => whereAny(field, operator, operator === 'in' ? [''] : '')).toThrow(refusal(`${field}:${operator}:`))
  })

  it('accepts types of channels beyond those that it suggests', () => {
    expect(where('type', 'eq', 'broadcast')).toBe('type:eq:broadcast')
    expect(where('type', 'in', ['public', 'broadcast'])).toBe('type:in:public;broadcast')
  })

  it.each(['owner', '', 'Type', 'toString', '__proto__', 'uri:eq', undefined, null])(
    'refuses the field %j, naming the supported ones',
    (field) => {
      for (const operator of operators)
        expect(() => whereAny(field, operator, operator === 'in' ? ['public'] : 'public')).toThrow(
          refusal(fields.join(', ')),
        )
    },
  )

  it.each(['is', '', 'EQ', 'toString', 'eq:x', 'in:a;', undefined, null])(
    'refuses the operator %j, naming the supported ones',
    (operator) => {
      for (const field of fields)
        expect(() => whereAny(field, operator, valuesOf(field)[0])).toThrow(refusal(operators.join(', ')))
    },
  )

  it.each<[string, unknown, string]>([
    ['a number', 5, 'a string, got the number 5'],
    ['null', null, 'a string, got null'],
    ['undefined', undefined, 'a string'],
    ['an object', {}, 'a string'],
    ['a boolean', true, 'a string'],
    ['a lone surrogate', 'a\ud83d', 'well-formed'],
  ])('refuses %s as a value of any field and operator', (_what, value, allowed) => {
    for (const [field, operator] of pairs) {
      expect(() => whereAny(field, operator, operator === 'in' ? ['a', value] : value)).toThrow(
        refusal(allowed, 'filter'),
      )
    }
  })

  it.each([
    ['a string', 'a'],
    ['no values', []],
    ['nothing', undefined],
    ['a Date', new Date(0)],
  ])('refuses `in` with %s, asking for an array', (_what, value) => {
    for (const field of fields)
      expect(() => whereAny(field, 'in', value)).toThrow(refusal('value of a filter', 'array'))
  })

  it.each(operators.filter((operator) => operator !== 'in'))(
    'refuses an array with %s, asking for a string',
    (operator) => {
      for (const field of fields) expect(() => whereAny(field, operator, valuesOf(field))).toThrow(refusal('a string'))
    },
  )

  it('writes a Date in ISO 8601, alone or within `in`', () => {
    const date = new Date(Date.UTC(2020, 11, 1))
    expect(where('created_at', 'gte', date)).toBe('created_at:gte:2020-12-01T00:00:00.000Z')
    expect(where('created_at', 'in', ['2020-11', date])).toBe('created_at:in:2020-11;2020-12-01T00:00:00.000Z')
  })

  it.each([['eq'], ['in']])('refuses a Date that is not valid with %s', (operator) => {
    const date = new Date('yesterday')
    expect(() => whereAny('created_at', operator, operator === 'in' ? [date] : date)).toThrow(
      refusal('value of a filter', 'must be a valid Date, got an invalid one.'),
    )
  })

  it.each(['a;b', ';', 'a;', ';a'])('refuses %j within `in`, where it would become two values', (value) => {
    for (const field of fields) {
      expect(() => whereAny(field, 'in', ['x', value])).toThrow(refusal('value of a filter', '`;`', 'separates'))
      expect(whereAny(field, 'eq', value)).toBe(`${field}:eq:${value}`)
    }
  })
})

describe('filterProblem', () => {
  it.each([
    'type:eq:public',
    'type:in:public;secret',
    'uri:contains::',
    'subject:eq:two\nlines',
    'label:eq:a;b',
    'label:in:a&b',
  ])('finds nothing wrong with %j', (condition) => {
    expect(filterProblem(condition)).toBeUndefined()
  })

  it.each([
    ['', 'type'],
    ['type', 'known operator'],
    ['type:eq', 'value'],
    ['owner:eq:a', 'created_at'],
    ['type:is:public', 'not_eq'],
    ['type:eq:', 'value'],
    ['uri:in:a;;b', 'value'],
    ['type:in:public;', 'value'],
    ['uri:eq:\udc00', 'well-formed'],
  ])('says what is wrong with %j', (condition, problem) => {
    expect(filterProblem(condition)).toContain(problem)
  })
})
