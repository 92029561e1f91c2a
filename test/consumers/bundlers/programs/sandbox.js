import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'

async function main() {
  const server = await listen(createSandbox({ seed: { users: [{ username: 'zoe' }] } }))
  console.log(JSON.stringify({ origin: server.origin, baseUrl: server.baseUrl() }))
}
main()
