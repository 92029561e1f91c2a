import { compact } from '../compact.js'
import type { Handlers } from '../types.js'

export const application: Pick<Handlers, 'getApplication' | 'updateApplication' | 'getStorageInfo'> = {
  getApplication({ app }) {
    return app.application
  },
  updateApplication({ app, body: { name } }) {
    return Object.assign(app.application, compact({ name }))
  },
  getStorageInfo({ app }) {
    const bytes = [...app.files].reduce((sum, { content }) => sum + content.length, 0)
    return { files: app.files.size, bytes }
  },
}
