import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo.js'
import { createSandbox } from '../../src/sandbox.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { worldOf } from '../contract/world.js'
import { callByName } from '../names.js'
import { serve } from '../sandbox/served.js'

/** The connections that this process makes until the test ends. */
function watchConnections(): Socket[] {
  const sockets: Socket[] = []
  const note = (message: unknown) => void sockets.push((message as { socket: Socket }).socket)
  const made = channel('net.client.socket')
  made.subscribe(note)
  onTestFinished(() => void made.unsubscribe(note))
  return sockets
}

it('the sandbox makes no connection, whatever it is asked in the same process', async () => {
  const sockets = watchConnections()
  let answered = 0
  for (const endpoint of endpoints) {
    const { 'x-sdk-name': name, operationId } = endpoint.operation
    for (const input of Object.values(exampleInputs(openapi, endpoint))) {
      const sandbox = createSandbox({ seed: worldOf(operationId) })
      await callByName(createSceyt(sandbox.connection()), name, argumentsOf(endpoint, input as ExampleInput))
      answered += sandbox.journal.entries.filter(({ status }) => status !== null && status < 300).length
    }
  }
  expect(answered).toBeGreaterThanOrEqual(endpoints.length)
  expect(sockets).toEqual([])
})

it('the sandbox on a port makes none either, but for those that come to it', async () => {
  const sockets = watchConnections()
  const { server, get, sceyt } = await serve({ seed: demo })
  for (const path of ['/', '/docs', '/docs/swagger-ui.css', '/openapi.json', '/_sandbox', '/_sandbox/snapshot', '/_sandbox/requests']) {
    const response = await get(path)
    await response.arrayBuffer()
    expect(response.status).toBe(200)
  }
  await get('/_sandbox/reset', { method: 'POST' })
  await sceyt.users.create({ username: 'http', avatar_url: 'https://evil.example/avatar.png' })
  expect(sockets.length).toBeGreaterThan(0)
  for (const { remoteAddress, remotePort } of sockets.filter(({ destroyed }) => !destroyed)) {
    expect(`http://${remoteAddress}:${remotePort}`).toBe(server.origin)
  }
})

it('nobody but this machine reaches the sandbox, unless it is told so', async () => {
  const { server } = await serve()
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const port = Number(new URL(server.origin).port)
  // Every address but the one that it is bound to, also one of the machine's own.
  for (const address of ['127.0.0.2', '::1']) {
    const socket = connect(port, address)
    onTestFinished(() => void socket.destroy())
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect(error.syscall).toBe('connect')
  }
})
