import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { worldOf } from '../contract/world.js'
import { callByName } from '../lib/call-by-name.js'
import { serveSandbox } from '../sandbox/served.js'

/** Records the addresses that this process tries to connect to until the test ends. */
function watchConnections(): string[] {
  const addresses: string[] = []
  const record = (message: unknown) =>
    void (message as { socket: Socket }).socket
      .on('connectionAttempt', (address: string, port: number) => addresses.push(`http://${address}:${port}`))
      .on('lookup', (_error, _address, _family, host) => addresses.push(host))
  const created = channel('net.client.socket')
  created.subscribe(record)
  onTestFinished(() => void created.unsubscribe(record))
  return addresses
}

it('the sandbox in the same process opens no connection, whatever the call', async () => {
  const addresses = watchConnections()
  let succeeded = 0
  for (const endpoint of endpoints) {
    const { 'x-sdk-name': name, operationId } = endpoint.operation
    for (const input of Object.values(exampleInputs(openapi, endpoint))) {
      const sandbox = createSandbox({ seed: worldOf(operationId) })
      await callByName(createSceyt(sandbox.connection()), name, argumentsOf(endpoint, input as ExampleInput))
      succeeded += sandbox.journal.entries.filter(({ status }) => status !== null && status < 300).length
    }
  }
  expect(succeeded).toBeGreaterThanOrEqual(endpoints.length)
  // This connection is recorded, so any earlier one would be too.
  const { server, get } = await serveSandbox()
  await (await get('/openapi.json')).text()
  expect(addresses).toEqual([server.origin])
})

it('the sandbox on a port opens no connection either, whatever the request', async () => {
  const addresses = watchConnections()
  const { server, get, sceyt } = await serveSandbox({ seed: demo })
  for (const path of [
    '/',
    '/docs',
    '/docs/swagger-ui.css',
    '/openapi.json',
    '/_sandbox',
    '/_sandbox/snapshot',
    '/_sandbox/requests',
  ]) {
    const response = await get(path)
    await response.arrayBuffer()
    expect(response.status).toBe(200)
  }
  await get('/_sandbox/reset', { method: 'POST' })
  await sceyt.users.create({ username: 'http', avatar_url: 'https://evil.example/avatar.png' })
  expect(new Set(addresses)).toEqual(new Set([server.origin]))
})

it('only this machine can reach the sandbox by default', async () => {
  const { server } = await serveSandbox()
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const socket = connect(Number(new URL(server.origin).port), '::1')
  onTestFinished(() => void socket.destroy())
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  expect(error.syscall).toBe('connect')
})
