/** Collects the chunks of a body, up to a limit in bytes. */
export class ByteCollector {
  readonly #limit: number
  #chunks: Uint8Array[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** @returns False as soon as the body is larger than the limit. Its chunks are then dropped. */
  add(chunk: Uint8Array): boolean {
    this.#size += chunk.length
    if (this.#size <= this.#limit) this.#chunks.push(chunk)
    else this.#chunks = []
    return this.#size <= this.#limit
  }

  /** Returns the whole body, in one piece. */
  bytes(): Uint8Array<ArrayBuffer> {
    if (this.#chunks.length === 1) return this.#chunks[0] as Uint8Array<ArrayBuffer>
    const whole = new Uint8Array(this.#size)
    let offset = 0
    for (const chunk of this.#chunks) {
      whole.set(chunk, offset)
      offset += chunk.length
    }
    return whole
  }
}
