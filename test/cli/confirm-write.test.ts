import { expect, it } from 'vitest'
import { confirmWrite } from '../../src/cli/profiles/confirm-write.js'
import type { Server } from '../../src/cli/profiles/server.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { openTerminal } from './terminal.js'

const live: Server = {
  options: { apiUrl: 'api.example:8443', appId: 'app', apiKey: 'key' },
  name: 'live',
  isProduction: true,
  close: async () => {},
}
const question = 'POST /users on the production profile "live" (api.example:8443). Continue? [y/N] '

it('asks before a write to a production profile', async () => {
  const { ask, type, shown } = openTerminal()
  type(question, 'y\r')
  await confirmWrite(live, 'POST /users', false, ask)
  expect(shown()).toContain(question)
})

it.each(['\r', 'n\r'])('sends nothing after %j', async (answer) => {
  const { ask, type } = openTerminal()
  type(question, answer)
  await expect(confirmWrite(live, 'POST /users', false, ask)).rejects.toThrow(new UsageError('Nothing was sent.'))
})

it('names the host of a base URL', async () => {
  const { ask, type, shown } = openTerminal()
  type('Continue?', 'y\r')
  const options = { baseUrl: 'https://proxy.example/v1/app', apiKey: 'key' }
  await confirmWrite({ ...live, options }, 'DELETE /users/zoe', false, ask)
  expect(shown()).toContain('DELETE /users/zoe on the production profile "live" (proxy.example). Continue?')
})

it('asks nothing with --yes, nor for another profile', async () => {
  const { ask, shown } = openTerminal()
  await confirmWrite(live, 'POST /users', true, ask)
  await confirmWrite({ ...live, isProduction: false }, 'POST /users', false, ask)
  expect(shown()).toBe('')
})

it('needs --yes without a terminal', async () => {
  const ask = { ...openTerminal().ask, isInteractive: false }
  await expect(confirmWrite(live, 'POST /users', false, ask)).rejects.toThrow(
    new UsageError(
      'POST /users on the production profile "live" (api.example:8443) needs a confirmation, and there is no terminal to ask on. Pass --yes. Nothing was sent.',
    ),
  )
  await confirmWrite(live, 'POST /users', true, ask)
})
