import { subscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

const sockets: Socket[] = []

subscribe('net.client.socket', (event) => {
  sockets.push((event as { socket: Socket }).socket)
})

/** Bytes that the clients of this process have read so far. */
export function bytesRead(): number {
  return sockets.reduce((sum, socket) => sum + socket.bytesRead, 0)
}
