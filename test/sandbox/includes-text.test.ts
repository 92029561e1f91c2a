import { expect, it } from 'vitest'
import { includesText } from '../../src/sandbox/handlers/includes-text.js'

it('finds the same as the platform', () => {
  let state = 7
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const text = (length: number) => Array.from({ length }, () => 'ab'[random(2)]).join('')
  let found = 0
  for (let round = 0; round < 5000; round++) {
    const whole = text(200)
    const start = random(180)
    const part = round % 2 ? text(17 + random(3)) : whole.slice(start, start + 17 + random(60))
    expect(includesText(whole, part), `${part} in ${whole}`).toBe(whole.includes(part))
    if (whole.includes(part)) found++
  }
  expect(found).toBeGreaterThan(2500)
  expect(found).toBeLessThan(4900)
})

it.each(['', 'a', 'aa', 'b', 'a'.repeat(20), 'a'.repeat(21), `${'a'.repeat(19)}é`])(
  'finds %j in 20 letters',
  (sought) => {
    const text = 'a'.repeat(20)
    expect(includesText(text, sought)).toBe(text.includes(sought))
  },
)
