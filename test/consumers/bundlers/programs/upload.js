import { createSceyt } from 'sceyt-platform'
import { fromPath } from 'sceyt-platform/node'

async function main() {
  const sceyt = createSceyt({ baseUrl: process.argv[2], apiKey: 'sandbox-key' })
  const { url } = await sceyt.files.upload(await fromPath(process.argv[1]))
  console.log(url.length > 0)
}
main()
