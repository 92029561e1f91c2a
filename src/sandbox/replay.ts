import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import type { Apps } from './apps.js'
import type { AddedApp, CallChange, Change } from './change.js'
import type { OperationId } from './described-operations.js'
import type { Handler, HandlerCall } from './handlers/handler.js'
import { handlers } from './handlers/index.js'
import { checkApp } from './sandbox-options.js'
import type { Clock } from './state/clock.js'
import { checkSeed } from './state/load-seed.js'
import { SeedError } from './state/seed.js'

/**
 * Makes a change that was recorded, and may keep parts of it.
 *
 * @throws RangeError if there is no such application or operation.
 * @throws SeedError if the change was rejected when it was made, or if it is damaged.
 */
export function replay(change: Change, apps: Apps, clock: Clock): void {
  if ('operation' in change) call(change, apps)
  else if ('seed' in change) apps.seed(change.seed, change.app, 'record')
  else if ('state' in change) apps.replace(change.app, change.state, 'record')
  else if ('add' in change) add(change.add, apps)
  else if ('remove' in change) remove(change.remove, apps)
  else if ('clock' in change) clock.state = change.clock
  else if ('restore' in change) apps.restore(change.restore, change.isValid ? 'state' : 'record')
  else {
    apps.restore(change.reset, 'record')
    clock.state = { offset: 0 }
  }
}

/** Handles a request again. If it was rejected, it is rejected again. */
function call({ time, app, operation, path, query, body }: CallChange, apps: Apps): void {
  const [, { state }] = apps.get(app)
  if (!Object.hasOwn(handlers, operation)) throw new RangeError(`There is no operation ${describe(operation)}.`)
  const call = { operation, app: state, time: Date.parse(time), path, query, body, url: '', baseUrl: '', cursor: {} }
  try {
    ;(handlers[operation] as Handler<OperationId>)(call as HandlerCall as never)
  } catch {}
}

/** Adds an application. If the options have one with its id now, that one gets its state. */
function add(given: AddedApp, apps: Apps): void {
  const app = ownFields(given ?? {})
  const { appId, seed } = app
  try {
    checkApp(app)
    checkSeed(seed, 'record')
    if (apps.isGiven(appId)) apps.replace(appId, seed, 'record')
    else apps.add(app, 'record')
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new SeedError(`Invalid application: ${cause.message}`, { cause })
  }
}

/** Removes an application. If the options have one with its id now, that one goes back to its initial state. */
function remove(appId: string, apps: Apps): void {
  const [, { seed }] = apps.get(appId)
  if (apps.isGiven(appId)) apps.replace(appId, seed, 'record')
  else apps.remove(appId)
}
