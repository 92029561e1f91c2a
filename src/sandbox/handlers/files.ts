import { downloadFile } from '../../../generated/operations.js'
import { encodePath } from '../../operation/encode-url.js'
import type { HandlersOf } from './handler.js'

export const files: HandlersOf<'files'> = {
  uploadFile({ app, baseUrl, body: { files: file } }) {
    const { name } = app.files.upload(file)
    return { url: baseUrl + encodePath(downloadFile.path, { fileName: name }) }
  },
  downloadFile({ app, path }) {
    return app.files.get(path.fileName)
  },
  deleteFile({ app, path }) {
    app.files.delete(path.fileName)
  },
}
