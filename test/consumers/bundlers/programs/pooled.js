import { createSceyt } from 'sceyt-platform'
import { pooledFetch } from 'sceyt-platform/node'

async function main() {
  const fetch = pooledFetch()
  const sceyt = createSceyt({ baseUrl: process.argv[2], apiKey: 'sandbox-key', fetch })
  console.log(await sceyt.users.get('zoe').then(({ username }) => username, String))
  await fetch.close()
}
main()
