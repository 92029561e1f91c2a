/** Answers everything with a user, until the process that started it ends. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { user } from '../answers.js'
import { report } from './report.js'

const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(user) }
const server = createServer((request, response) => {
  request.resume()
  response.writeHead(200, headers).end(user)
})
server.listen(0, '127.0.0.1', () => report((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
