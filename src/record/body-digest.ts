import { createHash } from 'node:crypto'

/** Computes the digest of a body as it is sent. The boundary of a form is left out, since it is another one each time. */
export class BodyDigest {
  readonly #hash = createHash('sha256')
  readonly #boundary: Buffer
  /** The end of the previous chunk, where a boundary may begin. */
  #held: Buffer = Buffer.alloc(0)
  #bytes = 0

  constructor(contentType: string) {
    const [, quoted, bare = ''] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
    this.#boundary = Buffer.from(quoted ?? bare)
  }

  add(chunk: Uint8Array): void {
    const data = Buffer.concat([this.#held, chunk])
    const { length } = this.#boundary
    let start = 0
    if (length > 0) {
      for (let at = data.indexOf(this.#boundary); at >= 0; at = data.indexOf(this.#boundary, start)) {
        this.#update(data.subarray(start, at))
        start = at + length
      }
    }
    const end = Math.max(start, data.length - Math.max(0, length - 1))
    this.#update(data.subarray(start, end))
    this.#held = data.subarray(end)
  }

  end(): { bytes: number; sha256: string } {
    this.#update(this.#held)
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  #update(bytes: Buffer): void {
    this.#bytes += bytes.length
    this.#hash.update(bytes)
  }
}
