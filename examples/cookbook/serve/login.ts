/** Serves the login endpoint in plain Node, without a framework. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { POST } from '../login.js'

export async function serveLogin(port = 0): Promise<{ origin: string; close: () => void }> {
  const server = serve({ fetch: POST, port, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

if (process.argv[1] === import.meta.filename) console.log(`POST ${(await serveLogin(3000)).origin}`)
