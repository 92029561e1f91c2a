import { expect, it } from 'vitest'
import { reachableHost } from '../../src/sandbox/node/reachable-host.js'

it.each([
  ['0.0.0.0', '127.0.0.1'],
  ['[::]', '[::1]'],
  ['127.0.0.1', '127.0.0.1'],
  ['192.168.0.10', '192.168.0.10'],
])('a server that listens on %s can be opened at %s', (address, host) => {
  expect(reachableHost(address)).toBe(host)
})
