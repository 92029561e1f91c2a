import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Served } from './studio-view.js'

/** Serves through a proxy whose connections break while it is closed. */
export async function serveThroughProxy(served: Served): Promise<{ served: Served; setOpen(isOpen: boolean): void }> {
  const sockets = new Set<Socket>()
  let isOpen = true
  const proxy = createServer((socket) => {
    if (!isOpen) return void socket.destroy()
    const target = connect(Number(new URL(served.server.origin).port), '127.0.0.1')
    for (const each of [socket, target]) sockets.add(each.on('error', () => {}))
    socket.pipe(target).pipe(socket)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void proxy.close())
  await once(proxy, 'listening')
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  return {
    served: { ...served, server: { ...served.server, origin } },
    setOpen(open) {
      isOpen = open
      if (!open) for (const socket of sockets) socket.destroy()
    },
  }
}
