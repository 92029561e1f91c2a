import { checkFunctions } from './check-options.js'
import type * as server from './tracing.js'

/** Checks the subscribers. A page has no tracing channels. */
export const subscribeToCalls: typeof server.subscribeToCalls = (subscribers) => {
  checkFunctions('subscribers', subscribers, 'event', ['start', 'end', 'asyncStart', 'asyncEnd', 'error'])
  return () => {}
}

export const traced: typeof server.traced = (_call, work) => work()
