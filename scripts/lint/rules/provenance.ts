import { isProvenance, provenances } from '../../document.js'
import { type Context, isNamedSchema, type Visitor } from '../visitor.js'

interface Marked {
  'x-provenance'?: unknown
  'x-provenance-note'?: unknown
  'x-observed-in'?: unknown
  'x-uncertain'?: unknown
}

/**
 * Requires the provenance of each operation, query parameter and named schema, with the source of an observed one and a note on
 * a decided call. An operation that no page documents must say what callers cannot rely on.
 */
export function provenance(): Visitor {
  const check = (node: Marked, { report, location }: Context) => {
    const { 'x-provenance': mark, 'x-observed-in': place } = node
    if (!isProvenance(mark))
      report({
        message: `x-provenance must be one of ${provenances.join(', ')}.`,
        location: location.child('x-provenance'),
      })
    const at = location.child('x-observed-in')
    if (mark === 'observed' && !(typeof place === 'string' && place.trim()))
      report({ message: 'x-observed-in must name the source of an observed fact.', location: at })
    if (mark !== 'observed' && place !== undefined)
      report({ message: 'x-observed-in is for facts whose x-provenance is observed.', location: at })
  }
  const checkCall = (node: Marked, context: Context) => {
    check(node, context)
    const { 'x-provenance': mark, 'x-provenance-note': note } = node
    if (mark === 'decided' && !(typeof note === 'string' && note.trim()))
      context.report({
        message: 'x-provenance-note must explain a decided fact.',
        location: context.location.child('x-provenance-note'),
      })
  }
  return {
    Operation: (operation: Marked, context) => {
      checkCall(operation, context)
      const { 'x-provenance': mark, 'x-uncertain': words } = operation
      const location = context.location.child('x-uncertain')
      const isUndocumented = mark === 'observed' || mark === 'inferred'
      if (isUndocumented && !(typeof words === 'string' && words.trim()))
        context.report({
          message: `x-uncertain must say what is not certain in an operation that is ${mark}.`,
          location,
        })
      if (!isUndocumented && words !== undefined)
        context.report({ message: 'x-uncertain is for operations that are observed or inferred.', location })
    },
    Schema: (schema, context) => {
      if (isNamedSchema(context.location)) check(schema, context)
    },
    // The documentation names no parameter of a query but the filter.
    Parameter: (parameter, context) => {
      if (parameter.in === 'query') checkCall(parameter, context)
    },
  }
}
