import type { Method } from '../../document.js'
import type { Visitor } from '../visitor.js'

/** Requires `x-idempotent` in each operation. A GET is always idempotent. */
export function idempotent(): Visitor {
  return {
    Operation: (operation, { report, location, key }) => {
      const at = location.child('x-idempotent')
      if (typeof operation['x-idempotent'] !== 'boolean')
        report({ message: 'x-idempotent must be true or false.', location: at })
      else if ((key as Method) === 'get' && !operation['x-idempotent'])
        report({ message: 'A GET must be idempotent.', location: at })
    },
  }
}
