/** The goal that a value should meet. */
export type Goal = { atMost: number } | { atLeast: number } | { is: string }

/** One figure of one contestant. */
export interface Row {
  measure: string
  what: string
  who: string
  value: number | string
  unit: string
  goal?: Goal
}

/** The contestant whose rows have goals. */
export const us = 'sceyt-platform'

export function isMet(value: number | string, goal: Goal): boolean {
  if ('is' in goal) return value === goal.is
  if (typeof value === 'string') return false
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
}

export function describeGoal(goal: Goal): string {
  if ('is' in goal) return goal.is
  return 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
}
