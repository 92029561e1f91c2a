import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip, createGzip, gunzip } from 'node:zlib'
import type { Sandbox } from 'sceyt-platform/sandbox'
import { longPieces } from './long-pieces.js'

/** A snapshot in the memory of the server. */
export interface NamedSnapshot {
  readonly name: string
  /** When it was taken, in real time. */
  readonly time: string
  /** The size of its JSON. */
  readonly bytes: number
}

interface KeptSnapshot extends NamedSnapshot {
  readonly compressed: Buffer
}

const maxName = 100
const maxSnapshots = 50
/** The most bytes of the JSON of a snapshot, which the body of a request with it cannot exceed either. */
const maxBytes = 256 * 1024 * 1024
/** The most bytes of all snapshots, compressed. */
const maxTotal = 256 * 1024 * 1024

/** Snapshots by name, compressed. They end with the server. */
export class NamedSnapshots {
  readonly #sandbox: Sandbox
  readonly #snapshots = new Map<string, KeptSnapshot>()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  /** The snapshots, the oldest first. */
  get list(): readonly NamedSnapshot[] {
    return [...this.#snapshots.values()].map(({ name, time, bytes }) => ({ name, time, bytes }))
  }

  /**
   * Takes a snapshot of the present state. It replaces one of the same name.
   *
   * @throws RangeError if the name is invalid, or there is no room for it.
   */
  async take(name: string): Promise<void> {
    checkName(name)
    this.#checkCount(name)
    const time = new Date().toISOString()
    const { bytes, compressed } = await compress(this.#sandbox.snapshotText())
    // Others may have been taken meanwhile.
    this.#checkCount(name)
    let total = compressed.length
    for (const other of this.#snapshots.values()) if (other.name !== name) total += other.compressed.length
    if (total > maxTotal)
      throw new RangeError(`The snapshots would be larger than ${maxTotal} bytes, compressed. Delete some of them.`)
    this.#snapshots.delete(name)
    this.#snapshots.set(name, { name, time, bytes, compressed })
  }

  /**
   * Restores the state that a snapshot has.
   *
   * @throws RangeError if there is none of this name.
   * @throws SeedError if an application of it was removed.
   */
  async restore(name: string): Promise<void> {
    const json = await promisify(gunzip)(this.#get(name).compressed)
    this.#sandbox.restore(JSON.parse(json.toString()))
  }

  /**
   * Returns the JSON of a snapshot.
   *
   * @throws RangeError if there is none of this name.
   */
  content(name: string): Readable {
    return Readable.from([this.#get(name).compressed]).pipe(createGunzip())
  }

  /** @throws RangeError if there is none of this name. */
  delete(name: string): void {
    this.#get(name)
    this.#snapshots.delete(name)
  }

  #get(name: string): KeptSnapshot {
    const known = this.#snapshots.get(name)
    if (!known) throw new RangeError(`There is no snapshot ${JSON.stringify(name.slice(0, maxName))}.`)
    return known
  }

  #checkCount(name: string): void {
    if (this.#snapshots.size >= maxSnapshots && !this.#snapshots.has(name))
      throw new RangeError(`There are ${maxSnapshots} snapshots already. Delete one of them.`)
  }
}

function checkName(name: string): void {
  const { length } = [...name]
  if (length === 0 || length > maxName)
    throw new RangeError(`The name of a snapshot must be 1 to ${maxName} characters, got ${length}.`)
}

async function compress(texts: Iterable<string>): Promise<{ bytes: number; compressed: Buffer }> {
  let bytes = 0
  const chunks: Buffer[] = []
  const source = Readable.from(
    (function* () {
      for (const piece of longPieces(texts)) {
        const buffer = Buffer.from(piece)
        bytes += buffer.length
        if (bytes > maxBytes)
          throw new RangeError(
            `The snapshot is larger than ${maxBytes} bytes. Download it with GET /_sandbox/snapshot.`,
          )
        yield buffer
      }
    })(),
  )
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await pipeline(source, createGzip({ level: 1 }), sink)
  return { bytes, compressed: Buffer.concat(chunks) }
}
