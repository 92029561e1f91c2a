// One program for every server: the mock, the sandbox and the real server differ in three environment variables, and in no code.
//   npx tsx --env-file=prism.env switch-servers.ts     npx tsx --env-file=sandbox.env switch-servers.ts
// For the real server, set them from your secret store: us-ohio-api.sceyt.com, your application's id, and its key.
import { createSceyt, type Sceyt } from 'sceyt-platform'

export async function greet(sceyt: Sceyt): Promise<string> {
  const { name } = await sceyt.application.get()
  const { items, total_count } = await sceyt.channels.list({ limit: 1 })
  return `${name ?? 'An application'} has ${total_count} channels. The first is ${items[0]?.subject ?? 'not there yet'}.`
}

if (process.argv[1] === import.meta.filename) console.log(await greet(createSceyt()))
