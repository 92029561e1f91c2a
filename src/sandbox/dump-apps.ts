import type { AddedApp } from './change.js'
import { type ContentDump, dumpContents, dumpText } from './state/dump-seed.js'
import type { StateView } from './state/state-view.js'

/** Dumps applications as JSON, in small pieces: the state of each, and keys and initial states of added ones. */
export function* dumpApps(
  added: readonly AddedApp[],
  apps: readonly (readonly [appId: string, view: StateView])[],
  contentOf: ContentDump | undefined,
): Generator<string, void, undefined> {
  let start = '{"added":['
  for (const { seed, ...app } of added) {
    yield start + JSON.stringify({ ...app, seed: dumpContents(seed, contentOf) })
    start = ','
  }
  start = added.length > 0 ? '],"apps":{' : '{"apps":{'
  for (const [appId, view] of apps) {
    yield `${start}${JSON.stringify(appId)}:`
    yield* dumpText(view, contentOf)
    start = ','
  }
  yield '}}'
}
