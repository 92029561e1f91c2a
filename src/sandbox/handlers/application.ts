import type { Application } from '../../../generated/schema.js'
import type { AppKeys } from '../app-keys.js'
import { compact } from '../compact.js'
import type { Handlers } from '../types.js'

export const application: Pick<Handlers, 'getApplication' | 'updateApplication' | 'getStorageInfo'> = {
  getApplication({ app, keys }) {
    return show(app.application, keys)
  },
  updateApplication({ app, keys, body: { name } }) {
    return show(Object.assign(app.application, compact({ name })), keys)
  },
  getStorageInfo({ app }) {
    const bytes = [...app.files].reduce((sum, { content }) => sum + content.length, 0)
    return { files: app.files.size, bytes }
  },
}

/** A seed may have a public key of its own, which is then shown. */
async function show(application: Application, keys: AppKeys): Promise<Application> {
  const shown = { ...application }
  return compact({ ...shown, public_key: shown.public_key ?? (await keys.publicKey()) })
}
