import { Cluster, Redis } from 'ioredis'
import { expect, onTestFinished } from 'vitest'
import { freePort } from '../../bench/bulk/redis-server.js'
import { type RedisServer, startRedis } from './redis-server.js'

const host = '127.0.0.1'
const slots = 16_384
const waiting = { timeout: 30_000, interval: 50 }

/** A cluster of three servers with a third of the slots each, of which one has a replica. */
export interface RedisCluster {
  readonly servers: readonly RedisServer[]
  /** The server that has a replica. */
  readonly owner: RedisServer
  /** Connects to the cluster until the test ends. */
  connect(options?: { keyPrefix?: string }): Cluster
}

/**
 * Starts a cluster. It ends with the test.
 *
 * @param key - The server that has this key has a replica.
 */
export async function startCluster(key: string): Promise<RedisCluster> {
  const started = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const bus = await freePort()
      const settings = ['cluster-enabled', 'yes', 'cluster-port', String(bus), 'cluster-node-timeout', '1000']
      const server = await startRedis(...settings)
      return { server, bus, client: open(server.port) }
    }),
  )
  const third = Math.ceil(slots / 3)
  const [first, , , replica] = started as [Started, Started, Started, Started]
  for (const { server, bus } of started.slice(1)) await first.client.call('cluster', 'meet', host, server.port, bus)
  const slot = Number(await first.client.call('cluster', 'keyslot', key))
  const owner = started[Math.floor(slot / third)] as Started
  await Promise.all(
    started
      .slice(0, 3)
      .map(({ client }, index) =>
        client.call('cluster', 'addslotsrange', index * third, Math.min((index + 1) * third, slots) - 1),
      ),
  )
  const id = String(await owner.client.call('cluster', 'myid'))
  const replicate = () => replica.client.call('cluster', 'replicate', id).catch(() => 'not yet')
  await expect.poll(replicate, waiting).toBe('OK')
  for (const { client } of started)
    await expect
      .poll(async () => {
        const [info, nodes] = [await client.call('cluster', 'info'), await client.call('cluster', 'nodes')]
        return [
          /cluster_state:ok/.test(String(info)),
          String(nodes).match(/ connected/g)?.length,
          /slave/.test(String(nodes)),
        ]
      }, waiting)
      .toEqual([true, started.length, true])
  // A replica that has not synchronized is no candidate in a failover.
  await expect.poll(() => replica.client.info('replication'), waiting).toContain('master_link_status:up')
  const servers = started.map(({ server }) => server)
  return {
    servers,
    owner: owner.server,
    connect(options = {}) {
      const nodes = servers.map(({ port }) => ({ host, port }))
      const cluster = new Cluster(nodes, options)
      cluster.on('error', () => {})
      onTestFinished(() => cluster.disconnect())
      return cluster
    },
  }
}

interface Started {
  server: RedisServer
  bus: number
  client: Redis
}

function open(port: number): Redis {
  const client = new Redis({ port, host })
  client.on('error', () => {})
  onTestFinished(() => client.disconnect())
  return client
}
