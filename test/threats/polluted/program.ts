/** Runs every scene with a polluted `Object.prototype`, and prints what differs from a run without one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import type { Package } from './package.js'
import { type Log, type Step, scenes } from './scenes.js'
import { show } from './show.js'

/** A moment at which another script may pollute the prototype. */
const moments = ['import', 'client', 'call'] as const
type Moment = (typeof moments)[number]

/** The values of the fields that it adds. */
const kinds = {
  text: 'polluted',
  number: 7,
  true: true,
  null: null,
  object: { polluted: 'polluted' },
  array: ['polluted'],
  function: () => 'polluted',
}
type Kind = keyof typeof kinds

const { defineProperty, create, assign, keys } = Object
const { stringify } = JSON
const neverEnds = 'never ends'
/** Milliseconds after which a step counts as one that never ends. */
const longest = 5_000

const [, , file = '', origin = '', list = '[]', only = '', from = ''] = process.argv
const names = (JSON.parse(list) as string[]).filter((name) => !(name in Object.prototype))
const require = createRequire(from)
// Loaded first: a polluted prototype breaks the loader of Node.
for (const name of ['undici', 'msw']) require(name)
const evaluate = compileFunction(readFileSync(file, 'utf8'), ['require', 'provide', 'bundleUrl'], { filename: file })

function load(): Package {
  let loaded: Package | undefined
  const provide = (entries: Package) => {
    loaded = entries
  }
  evaluate(require, provide, pathToFileURL(from).href)
  return loaded as unknown as Package
}

function pollute(polluted: readonly string[], kind: Kind): void {
  const value = kinds[kind]
  const descriptor = assign(create(null), { value, writable: true, enumerable: true, configurable: true })
  for (const name of polluted) defineProperty(Object.prototype, name, descriptor)
}

function clean(polluted: readonly string[]): void {
  for (const name of polluted) delete (Object.prototype as Record<string, unknown>)[name]
}

const unhandled: unknown[] = []
for (const event of ['unhandledRejection', 'uncaughtException'])
  process.on(event, (error) => {
    unhandled[unhandled.length] = error
  })
for (const level of ['debug', 'info', 'warn', 'error'] as const) console[level] = () => {}

/** Runs every scene, and returns the outcome of each step as text, by its name. */
async function run(
  polluted: readonly string[] = [],
  kind: Kind = 'text',
  moment?: Moment,
): Promise<Map<string, string>> {
  const outcomes = new Map<string, [unknown, Log]>()
  unhandled.length = 0
  if (origin) await fetch(`${origin}/_sandbox/reset`, { method: 'POST' })
  try {
    if (moment === 'import') pollute(polluted, kind)
    const it = load()
    if (moment === 'client') pollute(polluted, kind)
    const started: [string, Record<string, Step>, Log][] = []
    for (const scene of keys(scenes)) {
      if (!only.split(',').includes(scene)) continue
      const log: Log = []
      try {
        const start = scenes[scene] as (typeof scenes)[string]
        started[started.length] = [scene, start(it, log, origin), log]
      } catch (error) {
        outcomes.set(scene, [error, log])
      }
    }
    if (moment === 'call') pollute(polluted, kind)
    for (const [scene, steps, log] of started) {
      for (const name of keys(steps)) {
        let outcome: unknown
        try {
          outcome = await inTime((steps[name] as Step)())
        } catch (error) {
          outcome = error
        }
        outcomes.set(`${scene}.${name}`, [outcome, log.splice(0)])
        // The next ones would not end either.
        if (outcome === neverEnds) return describe(outcomes)
      }
    }
  } catch (error) {
    outcomes.set('all', [error, []])
  } finally {
    clean(polluted)
  }
  await wait(0)
  if (unhandled.length > 0) outcomes.set('unhandled', [unhandled.slice(), []])
  return describe(outcomes)
}

function describe(outcomes: ReadonlyMap<string, unknown>): Map<string, string> {
  const shown = new Map<string, string>()
  for (const [name, outcome] of outcomes) shown.set(name, stringify(show(outcome)))
  return shown
}

/** Gives up on a step that never ends. */
function inTime(step: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, longest, neverEnds)
    Promise.resolve(step).then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

/** The most findings that are printed, since each takes several runs. */
const most = 3
let found = 0
let runs = 0
await run()
const expected = await run()

/**
 * Finds the names that change something, by halves: most runs pollute all of them at once.
 *
 * @returns Whether it has found any.
 */
async function find(polluted: readonly string[], kind: Kind, moment: Moment): Promise<boolean> {
  if (found >= most) return true
  runs++
  const received = await run(polluted, kind, moment)
  const steps = [...new Set([...expected.keys(), ...received.keys()])]
  const different = steps.filter((step) => expected.get(step) !== received.get(step))
  const [first] = different
  if (!first) return false
  const half = polluted.length >> 1
  const ofFirst = half > 0 && (await find(polluted.slice(0, half), kind, moment))
  const ofSecond = half > 0 && (await find(polluted.slice(half), kind, moment))
  // Some do harm only together.
  if (!ofFirst && !ofSecond) {
    found++
    console.log(
      stringify({
        names: polluted,
        kind,
        moment,
        steps: different.slice(0, 4),
        expected: expected.get(first),
        received: received.get(first),
      }),
    )
  }
  return true
}

for (const moment of moments) for (const kind of keys(kinds) as Kind[]) await find(names, kind, moment)
console.log(stringify({ steps: expected.size, runs }))
process.exit()
