import { AppState } from './app-state.js'
import { loadSeed, type SeedSource } from './load-seed.js'
import type { Seed } from './seed.js'

/** Creates the state that a seed describes. @throws SeedError naming what is invalid. */
export function stateOfSeed(appId: string, seed: Seed, source: SeedSource): AppState {
  const state = new AppState(appId)
  loadSeed(seed, state, source)
  return state
}
