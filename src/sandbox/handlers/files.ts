import { downloadFile } from '../../../generated/operations.js'
import { encodePath } from '../../operation/encode-url.js'
import { Problem, quote } from '../problem.js'
import type { AppState, StoredFile } from '../state/app-state.js'
import type { Handlers } from '../types.js'

export const files: Pick<Handlers, 'uploadFile' | 'downloadFile' | 'deleteFile'> = {
  uploadFile({ app, baseUrl, body: { files: file } }) {
    const name = freeName(app, file.name)
    app.files.add({ ...file, name })
    return { url: baseUrl + encodePath(downloadFile.path, { fileName: name }) }
  },
  downloadFile({ app, path }) {
    return fileOf(app, path.fileName)
  },
  deleteFile({ app, path }) {
    app.files.delete(fileOf(app, path.fileName).name)
  },
}

function fileOf(app: AppState, name: string): StoredFile {
  const file = app.files.get(name)
  if (!file) throw new Problem(404, `There is no file ${quote(name)}.`)
  return file
}

/** A name that no other file has, and that a URL can carry: `photo.png`, then `photo-2.png`. */
function freeName({ files }: AppState, given: string): string {
  const name = ['', '.', '..'].includes(given) ? 'file' : given
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? []
  let free = name
  for (let number = 2; files.has(free); number++) free = `${stem}-${number}${extension}`
  return free
}
