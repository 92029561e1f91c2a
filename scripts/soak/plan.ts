/** Every choice of a soak follows from its seed and the number of the call, so that a run can be replayed. */
const callWeights = {
  'messages.send': 28,
  'messages.edit': 12,
  'messages.delete': 7,
  'messages.list': 10,
  'users.create': 8,
  'users.get': 10,
  'users.update': 6,
  'channels.createPublic': 3,
  'channels.list': 4,
  'files.upload': 5,
  'files.download': 7,
}
/** "Before" and "after": the sandbox has not, or has, received the request. */
const faultWeights = {
  'reset before': 3,
  'reset after': 3,
  'body cut short': 4,
  'stall before': 1,
  'stall after': 1,
  delay: 6,
  '429': 3,
  '502 before': 2,
  '502 after': 2,
  '503 before': 2,
  '503 after': 2,
}

export type Kind = keyof typeof callWeights
export type Fault = keyof typeof faultWeights
export const kinds = Object.keys(callWeights) as Kind[]
export const faults = Object.keys(faultWeights) as Fault[]

/** Returns the method of a call. */
export const kindOf = (seed: number, call: number): Kind => pick(callWeights, random(seed, 4, call))
/** Returns one of several items, for a call. */
export const choose = <T>(seed: number, call: number, items: readonly T[]): T | undefined =>
  items[Math.floor(random(seed, 5, call) * items.length)]
/** Returns the text that a call writes. No other call writes the same. */
export const textOf = (seed: number, call: number) => `${seed}.${call} Բարեւ 你好 🎉`
/** Returns the fault of one attempt of a call, if it has one. */
export const faultOf = (seed: number, rate: number, call: number, attempt: number): Fault | undefined =>
  random(seed, 1, call, attempt) < rate ? pick(faultWeights, random(seed, 2, call, attempt)) : undefined
/** Returns the delay of an attempt, in milliseconds. */
export const delayOf = (seed: number, call: number, attempt: number) => Math.ceil(random(seed, 3, call, attempt) * 40)

export const userOfLane = (lane: number) => `lane-${lane}`
export const channelOfLane = (lane: number) => String(1_000_000_000_000 + lane)
export const userOf = (call: number) => `user-${call}`
export const fileOf = (call: number) => `file-${call}.txt`
export const uriOf = (call: number) => `channel_${call}`
/** The header with the number of the call that a request belongs to. */
export const callHeader = 'x-soak-call'

/** Derives a number from 0 to 1 from others. Calls end in another order on each run, so a stateful generator could not be replayed. */
function random(...keys: readonly number[]): number {
  let state = 0x9e3779b9
  for (const key of keys) {
    state = Math.imul(state ^ key, 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
    state = (state ^ (state >>> 16)) + 0x6d2b79f5
  }
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32
}

/** Picks a name with a probability proportional to its weight. */
function pick<Name extends string>(weights: Readonly<Record<Name, number>>, chance: number): Name {
  const names = Object.keys(weights) as Name[]
  const total = names.reduce((sum, name) => sum + weights[name], 0)
  let end = 0
  for (const name of names) {
    end += weights[name]
    if (chance * total < end) return name
  }
  throw new RangeError(`Nothing to pick from: ${chance}.`)
}
