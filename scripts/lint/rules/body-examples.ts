import type { JsonSchema } from '../../document.js'
import { type Context, type Placed, place, type Visitor } from '../visitor.js'

const scripts = {
  'username_new*user': /username_new\*user/,
  Armenian: /\p{Script=Armenian}/u,
  Chinese: /\p{Script=Han}/u,
  emoji: /\p{Extended_Pictographic}/u,
}

/**
 * Requires a plain example of each body, in ASCII. A body with text of the caller's choice needs a second one, that breaks if
 * anything is encoded wrongly.
 */
export function bodyExamples(): Visitor {
  return {
    Operation: (operation, context) => {
      const { report, location, resolve } = context
      for (const [media, { schema, examples = {} }] of Object.entries(operation.requestBody?.content ?? {})) {
        const at = location.child(['requestBody', 'content', media])
        const isText = hasFreeText(context, '', place(context, schema))
        for (const name of isText ? ['plain', 'unicode'] : ['plain']) {
          if (!examples[name]) report({ message: `The body has no example named \`${name}\`.`, location: at })
        }
        const plain = JSON.stringify(examples['plain'] && resolve(examples['plain']).node?.value)
        const [letter] = /[^ -~]/u.exec(plain ?? '') ?? []
        if (letter)
          report({ message: `The example \`plain\` must be ASCII, but contains \`${letter}\`.`, location: at })
        const text = JSON.stringify(examples['unicode'] && resolve(examples['unicode']).node?.value)
        for (const [script, pattern] of isText ? Object.entries(scripts) : []) {
          if (text && !pattern.test(text))
            report({ message: `The example \`unicode\` contains no ${script}.`, location: at })
        }
      }
    },
  }
}

/** Checks whether a value may contain any text: neither ids, nor what a format, a pattern or a list limits. */
function hasFreeText(
  context: Context,
  name: string,
  { node, from }: Placed<JsonSchema>,
  above: readonly JsonSchema[] = [],
): boolean {
  if (!node || above.includes(node)) return false
  const inside = [...above, node]
  const { type, format, pattern, enum: values } = node
  const isLimited =
    /^ids?$|_ids?$|Ids?$/.test(name) || format !== undefined || pattern !== undefined || values !== undefined
  if ([type].flat().includes('string') && !isLimited) return true
  const parts = [node.items ?? [], node.oneOf ?? [], node.anyOf ?? []].flat().map((part) => [name, part] as const)
  return [...parts, ...Object.entries(node.properties ?? {})].some(([key, part]) =>
    hasFreeText(context, key, place(context, part, from), inside),
  )
}
