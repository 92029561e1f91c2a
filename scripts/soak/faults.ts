import { pick, random } from './random.js'

/** What the proxy does wrong, and how often one next to the other. "Before" and "after" are about the sandbox: whether it got the request. */
const weights = {
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

export type Fault = keyof typeof weights
export const faults = Object.keys(weights) as Fault[]

/** The fault of one attempt, if it has one. It follows from the seed and the call alone. */
export function faultOf(seed: number, rate: number, operation: number, attempt: number): Fault | undefined {
  return random(seed, 1, operation, attempt) < rate ? pick(weights, random(seed, 2, operation, attempt)) : undefined
}

/** Milliseconds of a delay. */
export function delayOf(seed: number, operation: number, attempt: number): number {
  return Math.ceil(random(seed, 3, operation, attempt) * 40)
}
