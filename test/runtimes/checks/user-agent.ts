import type { Check, Site } from '../check.js'
import { openScene } from '../scene.js'

export const userAgent: readonly Check[] = [
  {
    name: 'the User-Agent is that of the client',
    expected: { byDefault: 'sceyt-platform', byOption: 'my-app', byCall: 'my-job', uploading: 'my-app' },
    async run(site) {
      const own = 'my-app/1'
      return {
        byDefault: await productSentTo(site, undefined, {}),
        byOption: await productSentTo(site, own, {}),
        byCall: await productSentTo(site, own, { 'User-Agent': 'my-job/1' }),
        uploading: await productOfUpload(site, own),
      }
    },
  },
]

async function productSentTo(site: Site, userAgent: string | undefined, headers: Record<string, string>) {
  const { sceyt } = openScene(site, ['agent'], { userAgent })
  return productIn((await sceyt.users.get('zoe', { headers }).withResponse()).response)
}

async function productOfUpload(site: Site, userAgent: string) {
  const { sceyt } = openScene(site, ['agent'], { userAgent })
  return productIn((await sceyt.files.upload(new Blob(['content'])).withResponse()).response)
}

/** Returns the first product of the `User-Agent` that the server echoes, without its version. */
function productIn({ headers }: Response): string {
  return headers.get('x-echo')?.replace(/\/.*/, '') ?? 'none'
}
