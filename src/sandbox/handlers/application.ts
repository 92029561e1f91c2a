import { compact } from '../state/compact.js'
import type { HandlerCall, HandlersOf } from './handler.js'
import { keptFields } from './kept-fields.js'

export const application: HandlersOf<'application'> = {
  async getApplication(call) {
    return compact({ ...call.app.application, public_key: await publicKeyOf(call) })
  },
  async updateApplication(call) {
    // Before the update, since an invalid private key is only found here and must not leave it half done.
    const public_key = await publicKeyOf(call)
    return compact({
      ...Object.assign(call.app.application, keptFields(call.operation, call.body)),
      public_key,
    })
  },
  getStorageInfo({ app }) {
    const files = app.files.all
    return { files: files.size, bytes: [...files].reduce((sum, { content }) => sum + content.length, 0) }
  },
}

/** Returns the public key of the seed, or else of the generated pair. */
async function publicKeyOf({ app, keys }: Pick<HandlerCall, 'app' | 'keys'>): Promise<string | undefined> {
  return app.application.public_key ?? keys.publicKey()
}
