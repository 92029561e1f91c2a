import { compact } from '../state/compact.js'
import type { Call, Handlers } from '../types.js'

export const application: Pick<Handlers, 'getApplication' | 'updateApplication' | 'getStorageInfo'> = {
  async getApplication(call) {
    return compact({ ...call.app.application, public_key: await publicKeyOf(call) })
  },
  async updateApplication(call) {
    // Before anything changes, since a private key that cannot be used is found only now.
    const public_key = await publicKeyOf(call)
    return compact({ ...Object.assign(call.app.application, compact({ name: call.body.name })), public_key })
  },
  getStorageInfo({ app }) {
    const bytes = [...app.files].reduce((sum, { content }) => sum + content.length, 0)
    return { files: app.files.size, bytes }
  },
}

/** A seed may have a public key of its own, which is then shown. */
async function publicKeyOf({ app, keys }: Pick<Call, 'app' | 'keys'>): Promise<string | undefined> {
  return app.application.public_key ?? keys.publicKey()
}
