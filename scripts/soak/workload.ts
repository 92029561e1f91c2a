import { pick, random } from './random.js'

/** What is called, and how often one next to the other. */
const weights = {
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

export type Kind = keyof typeof weights
export const kinds = Object.keys(weights) as Kind[]

/** What the call of a number is. */
export function kindOf(seed: number, operation: number): Kind {
  return pick(weights, random(seed, 4, operation))
}

/** Which of several things the call of a number is about. */
export function choose<T>(seed: number, operation: number, things: readonly T[]): T | undefined {
  return things[Math.floor(random(seed, 5, operation) * things.length)]
}

/** What the call of a number writes: unlike what any other does. */
export function textOf(seed: number, operation: number): string {
  return `${seed}.${operation} Բարեւ 你好 🎉`
}
