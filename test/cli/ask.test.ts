import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createAsk } from '../../src/cli/ask.js'
import { Interrupted } from '../../src/cli/interrupted.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { openTerminal } from './terminal.js'

it.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
  [false, false, false],
])('asks if the input (%s) and stderr (%s) are terminals', (stdin, stderr, expected) => {
  const ask = createAsk(
    Object.assign(new PassThrough(), { isTTY: stdin }),
    Object.assign(new PassThrough(), { isTTY: stderr }),
  )
  expect(ask.isInteractive).toBe(expected)
})

it('does not show a secret', async () => {
  const { ask, type, shown } = openTerminal()
  type('API key: ', ' k3y of many words\r')
  expect(await ask.hidden('API key:')).toBe('k3y of many words')
  expect(shown()).toContain('API key: ')
  expect(shown()).toMatch(/\n$/)
  expect(shown()).not.toMatch(/k3y|of|words|\*/)
})

it('shows neither a secret that is edited nor one that is pasted in pieces', async () => {
  const { ask, type, shown } = openTerminal()
  type('API key: ', 'k3xq\x7f', '\x1b[D', '\x1b[C', '\x7fy-of', '-zoe\r')
  expect(await ask.hidden('API key:')).toBe('k3y-of-zoe')
  expect(shown()).not.toMatch(/k3|of|zoe|x|q/)
})

it.each([
  ['y\r', false, true],
  ['YES\n', false, true],
  ['n\r', true, false],
  ['No\r', true, false],
  ['\r', true, true],
  ['\r', false, false],
])('confirms with %j, where the default is %s', async (answer, byDefault, expected) => {
  const { ask, type, shown } = openTerminal()
  type('Continue? ', answer)
  expect(await ask.confirm('Continue?', byDefault)).toBe(expected)
  expect(shown()).toContain(`Continue? ${byDefault ? '[Y/n]' : '[y/N]'} `)
})

it('asks again after an answer that is neither yes nor no', async () => {
  const { ask, type, shown } = openTerminal()
  type('Continue? ', 'maybe\r')
  type('Continue? ', 'y\r')
  expect(await ask.confirm('Continue?', false)).toBe(true)
  expect(shown().split('[y/N]').length).toBeGreaterThan(2)
})

it.each(['hidden', 'confirm'] as const)('is interrupted by Ctrl-C in %s', async (method) => {
  const { ask, type, shown } = openTerminal()
  type('Question? ', 'k3y\x03')
  await expect(ask[method]('Question?', false)).rejects.toThrow(Interrupted)
  if (method === 'hidden') expect(shown()).not.toContain('k3y')
})

it.each(['hidden', 'confirm'] as const)('says that the input has ended in %s, after Ctrl-D', async (method) => {
  const { ask, type } = openTerminal()
  type('Question? ', '\x04')
  await expect(ask[method]('Question?', false)).rejects.toThrow(new UsageError('The input ended before the answer.'))
})

it('says that the input has ended when the terminal is closed', async () => {
  const { ask, close } = openTerminal()
  const answer = ask.hidden('Question?')
  close()
  await expect(answer).rejects.toThrow(UsageError)
})

it('leaves the input paused, and without listeners of its own', async () => {
  const { ask, type, stdin } = openTerminal()
  type('One? ', 'y\r')
  await ask.confirm('One?', false)
  expect(stdin.isPaused()).toBe(true)
  expect(stdin.listenerCount('end')).toBe(0)
  expect(stdin.listenerCount('pause')).toBe(0)
})
