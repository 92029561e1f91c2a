import type { ResponseObject } from '../../document.js'
import type { Visitor } from '../visitor.js'

/** Requires that each operation lists the errors that can occur. */
export function responses(): Visitor {
  return {
    Operation: (operation, { report, location, resolve }) => {
      const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter).node)
      const needed: [status: string, reason: string][] = [
        ['400', 'any request can be malformed'],
        ['401', 'every call carries a key'],
        ['403', 'every call carries a key'],
        ['429', 'every call counts towards the rate limit'],
        ['500', 'every call can fail'],
      ]
      if (parameters.some((parameter) => parameter?.in === 'path')) needed.push(['404', 'the path has a parameter'])
      if (operation.requestBody || parameters.some((parameter) => parameter?.in === 'query'))
        needed.push(['422', 'the operation accepts input'])
      if (operation.requestBody)
        needed.push(['413', 'the operation accepts a body'], ['415', 'the operation accepts a body'])
      for (const [status, reason] of needed) {
        if (!operation.responses[status])
          report({ message: `Response ${status} is missing: ${reason}.`, location: location.child('responses') })
      }
    },
  }
}

/** Requires a Retry-After header for each 429. */
export function retryAfter(): Visitor {
  // A shared response is reported once, not once for each operation that shares it.
  const reported = new Set<ResponseObject>()
  return {
    Operation: (operation, { report, location, resolve }) => {
      const response = operation.responses['429'] && resolve(operation.responses['429']).node
      if (!response || response.headers?.['Retry-After'] || reported.has(response)) return
      reported.add(response)
      report({
        message: 'Response 429 must have a Retry-After header.',
        location: location.child(['responses', '429']),
      })
    },
  }
}
