import type { AddedApp, Change, Sandbox, Snapshot } from 'sceyt-platform/sandbox'
import type { StoredSnapshot } from './database.js'

/** Returns the state of a sandbox, as it is stored. */
export function storedState(sandbox: Sandbox): StoredSnapshot {
  const { validatorsHash, clock } = sandbox
  return { json: [...sandbox.snapshotText()].join(''), clock: clock.state, validatorsHash }
}

/**
 * Replaces the state of a sandbox, with the applications that were added.
 *
 * @throws SeedError or RangeError if it is not a state of this sandbox.
 */
export function loadState(sandbox: Sandbox, { json, clock, validatorsHash }: StoredSnapshot): void {
  const { apps, added = [] } = JSON.parse(json) as Snapshot & { added?: readonly AddedApp[] }
  const keys = new Map(sandbox.apps.map(({ appId, apiKey }) => [appId, apiKey]))
  for (const appId of Object.keys(apps))
    if (!keys.has(appId) && !added.some((app) => app.appId === appId))
      throw new RangeError(`The sandbox has no application ${JSON.stringify(appId)}.`)
  for (const add of added) {
    const key = keys.get(add.appId)
    if (key === add.apiKey) continue
    if (key !== undefined) sandbox.replay({ remove: add.appId })
    sandbox.replay({ add })
  }
  sandbox.replay({ restore: { apps }, isValid: validatorsHash === sandbox.validatorsHash })
  // Of those that this sandbox has as options, a new one goes back to its seed.
  for (const appId of keys.keys()) if (!Object.hasOwn(apps, appId)) sandbox.replay({ remove: appId })
  sandbox.replay({ clock })
}

/** Makes a stored change. Returns whether it could be made. */
export function replayStored(sandbox: Sandbox, change: Change): boolean {
  try {
    sandbox.replay(change)
    return true
  } catch {
    return false
  }
}
