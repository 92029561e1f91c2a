import { expect, it } from 'vitest'
import { isLostLock } from '../../src/bulk/bullmq/is-lost-lock.js'

it.each([
  ['could not renew lock for job a:1', true],
  ['Missing lock for job a:1. moveToFinished', true],
  ['Missing key for job a:1. moveToFinished', true],
  ['Lock mismatch for job a:1. Cmd moveToFinished from active', true],
  ['Job a:1 is not in the active state. moveToFinished', true],
  ['Missing key', false],
  ['connect ECONNREFUSED 127.0.0.1:6379', false],
])('a worker that has lost a batch to another one is no problem to report: %s', (message, isLost) => {
  expect(isLostLock(new Error(message))).toBe(isLost)
})
