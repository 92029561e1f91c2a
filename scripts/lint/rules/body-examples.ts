import type { Visitor } from '../visitor.js'

const scripts = {
  'username_new*user': /username_new\*user/,
  Armenian: /\p{Script=Armenian}/u,
  Chinese: /\p{Script=Han}/u,
  emoji: /\p{Extended_Pictographic}/u,
}

/** Requires two examples of each body: a plain one in ASCII, and one that breaks if anything is encoded wrongly. */
export function bodyExamples(): Visitor {
  return {
    Operation: (operation, { report, location, resolve }) => {
      for (const [media, { examples = {} }] of Object.entries(operation.requestBody?.content ?? {})) {
        const at = location.child(['requestBody', 'content', media])
        for (const name of ['plain', 'unicode']) {
          if (!examples[name]) report({ message: `The body has no example named \`${name}\`.`, location: at })
        }
        const plain = JSON.stringify(examples['plain'] && resolve(examples['plain']).node?.value)
        const [letter] = /[^ -~]/u.exec(plain ?? '') ?? []
        if (letter)
          report({ message: `The example \`plain\` must be ASCII, but contains \`${letter}\`.`, location: at })
        const text = JSON.stringify(examples['unicode'] && resolve(examples['unicode']).node?.value)
        for (const [script, pattern] of Object.entries(scripts)) {
          if (text && !pattern.test(text))
            report({ message: `The example \`unicode\` contains no ${script}.`, location: at })
        }
      }
    },
  }
}
