import { place, type Visitor } from '../visitor.js'

/** Requires examples of the 200 response: those of the body have one each, with the same name. */
export function responseExamples(): Visitor {
  return {
    Operation: (operation, context) => {
      const { report, location } = context
      const content = place(context, operation.responses['200']).node?.content?.['application/json']
      // A list in the sources has other examples, from which its pages derive.
      if (!content || content['x-example-pages']) return
      const { examples = {} } = content
      const [body] = Object.values(operation.requestBody?.content ?? {})
      const missing = Object.keys(body?.examples ?? {}).filter((name) => !examples[name])
      const at = location.child(['responses', '200'])
      if (Object.keys(examples).length === 0) report({ message: 'The 200 response has no examples.', location: at })
      else
        for (const name of missing)
          report({ message: `The 200 response has no example named \`${name}\`, as the body has.`, location: at })
    },
  }
}
