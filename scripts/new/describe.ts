import { capitalize } from '../generate/source.js'
import { pluralIn, singularOf, withArticle, wordsOf } from '../lib/names.js'
import type { NewOperation } from './new-operation.js'

/** The words for an operation, as its names suggest them. */
export interface OperationWords {
  /** `List the channels of a user`. */
  summary: string
  /** `lists the channels of a user`. */
  does: string
}

export function describeOperation({ sdkName, listOf }: NewOperation): OperationWords {
  const names = sdkName.split('.')
  const name = names.pop() ?? ''
  const [verb = '', ...rest] = wordsOf(name).split(' ')
  const [last = '', ...others] = names.reverse()
  const items = listOf && pluralIn(name)
  const owners = others.map((owner) => ` of ${withArticle(wordsOf(singularOf(owner)))}`).join('')
  const noun = items
    ? `the ${items} of ${withArticle(wordsOf(singularOf(last)))}`
    : listOf
      ? `${owners && 'the '}${[...rest, wordsOf(last)].join(' ')}`
      : `${rest.length > 0 ? `the ${rest.join(' ')} of ` : ''}${withArticle(wordsOf(singularOf(last)))}`
  const does = verb === 'get' ? 'returns' : thirdPerson(verb)
  return { summary: `${capitalize(verb)} ${noun}${owners}`, does: `${does} ${noun}${owners}` }
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, 'ies')
  return /(s|x|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`
}
