import { type Method, pointInto } from '../../document.js'
import { follower, type Visitor } from '../visitor.js'

/** Requires that the pointers of `x-pagination` lead to a list and to the URL of the next page. */
export function pagination(): Visitor {
  return {
    Operation: (operation, context) => {
      const { report, location, key } = context
      const paging = operation['x-pagination']
      const at = location.child('x-pagination')
      if (!paging) {
        if ((key as Method) === 'get' && /\.list\w*$/.test(operation['x-sdk-name']))
          report({ message: 'A list must have x-pagination.', location: at })
        return
      }
      if (paging.next !== undefined && !Number.isInteger(paging.defaultLimit))
        report({
          message: 'x-pagination.defaultLimit must be the number of items on a page without a limit.',
          location: at,
        })
      const schema = operation.responses['200']?.content?.['application/json']?.schema
      const items = schema && pointInto(schema, paging.items, follower(context))
      if (items?.type !== 'array')
        report({
          message: `x-pagination.items \`${paging.items}\` does not lead to an array of the 200 response.`,
          location: at,
        })
      if (paging.next !== undefined && !(schema && pointInto(schema, paging.next, follower(context)))) {
        report({ message: `x-pagination.next \`${paging.next}\` does not lead into the 200 response.`, location: at })
      }
    },
  }
}
