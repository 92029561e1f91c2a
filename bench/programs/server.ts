/** Responds to every request with a user, until the parent process ends. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { user } from '../bodies.js'
import { report } from './report.js'

const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(user) }
const server = createServer((request, response) => {
  request.resume()
  response.writeHead(200, headers).end(user)
})
server.listen(0, '127.0.0.1', () => report((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
