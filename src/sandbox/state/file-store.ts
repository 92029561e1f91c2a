import { fail, Problem, quote } from '../problem.js'
import { Collection } from './collection.js'
import { checkPathSegment } from './path-segment.js'
import type { StateSize } from './state-size.js'

/** A stored file. */
export interface StoredFile {
  readonly name: string
  /** Media type of the upload. Downloads never have it, so that no browser runs the file. */
  readonly type?: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** The files of an application, by name. */
export class FileStore {
  readonly all: Collection<StoredFile>

  constructor(size: StateSize) {
    this.all = new Collection(size, ({ name }) => name)
  }

  /** @throws Problem 409 if the name is taken. */
  add(file: StoredFile): void {
    checkPathSegment('name', file.name)
    if (this.all.has(file.name)) throw new Problem(409, `name ${quote(file.name)} is taken by another file.`)
    this.all.add(file)
  }

  /** Adds a file under a free name: `photo.png`, then `photo-2.png`. */
  upload(file: StoredFile): StoredFile {
    const added = { ...file, name: this.#freeName(file.name) }
    this.all.add(added)
    return added
  }

  /** @throws Problem 404 if there is no such file. */
  get(name: string): StoredFile {
    return this.all.get(name) ?? fail('fileNotFound', { fileName: name })
  }

  /** @throws Problem 404 if there is no such file. */
  delete(name: string): void {
    if (!this.all.delete(name)) fail('fileNotFound', { fileName: name })
  }

  #freeName(given: string): string {
    const name = ['', '.', '..'].includes(given) ? 'file' : given
    const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? []
    let free = name
    for (let number = 2; this.all.has(free); number++) free = `${stem}-${number}${extension}`
    return free
  }
}
