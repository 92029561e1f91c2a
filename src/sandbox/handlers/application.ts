import type { OperationId } from '../described-operations.js'
import { compact } from '../state/compact.js'
import type { HandlersOf } from './handler.js'
import { keptFields } from './kept-fields.js'

export const application: HandlersOf<'application'> = {
  getApplication({ app, publicKey }) {
    return compact({ public_key: publicKey, ...app.application })
  },
  updateApplication({ app, publicKey, operation, body }) {
    return compact({ public_key: publicKey, ...Object.assign(app.application, keptFields(operation, body)) })
  },
  getStorageInfo({ app }) {
    const files = app.files.all
    return { files: files.size, bytes: [...files].reduce((sum, { content }) => sum + content.length, 0) }
  },
}

/** The operations that show the public key. It is read before the state changes, since reading it takes time and may fail. */
export const publicKeyOperations: ReadonlySet<OperationId> = new Set(['getApplication', 'updateApplication'])
