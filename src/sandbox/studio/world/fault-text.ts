import type { Fault } from '../../fault.js'

/** Describes what a fault does, such as `Status 503: sendMessage, 2 more times`. */
export function describeFault({
  operation,
  status,
  retryAfter,
  headers,
  reset,
  cut,
  latency,
  times,
  rate,
}: Fault): string {
  const effects = [
    status === undefined ? '' : `status ${status}${retryAfter === undefined ? '' : ` with Retry-After ${retryAfter}`}`,
    reset === undefined ? '' : `connection broken ${reset} the request is carried out`,
    cut ? 'response cut off halfway' : '',
    latency === undefined ? '' : `${latency} ms of latency`,
    headers === undefined ? '' : `headers ${Object.keys(headers).join(', ')}`,
  ].filter(Boolean)
  const scope = [
    operation ?? 'all operations',
    rate === undefined ? '' : `${Math.round(rate * 1000) / 10}% of requests`,
    !times ? '' : `${times} more ${times === 1 ? 'time' : 'times'}`,
  ].filter(Boolean)
  const [first = '', ...rest] = `${effects.join(', ')}: ${scope.join(', ')}`
  return first.toUpperCase() + rest.join('')
}
