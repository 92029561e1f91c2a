import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Row, us } from '../row.js'

const folder = fileURLToPath(new URL('../dist/types/', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const flags = [
  '--extendedDiagnostics',
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--target',
  'es2022',
  '--module',
  'nodenext',
  '--types',
  'node',
]

/** For each client, a program that creates it and makes three calls. */
const programs: Record<string, { client: string; calls: string }> = {
  [us]: {
    client: `import { createSceyt } from '../../../dist/src/index.js'
export const client = createSceyt()
`,
    calls: `export const user = await client.users.get('zoe')
export const message = await client.messages.send('123', { from: 'zoe', body: 'Hello' })
export const channels = await client.channels.list()
`,
  },
  'openapi-fetch': {
    client: `import createClient from 'openapi-fetch'
import type { paths } from '../../../dist/src/index.js'
export const client = createClient<paths>()
`,
    calls: `export const user = await client.GET('/users/{username}', { params: { path: { username: 'zoe' } } })
export const message = await client.POST('/channels/{channelId}/messages', { params: { path: { channelId: '123' } }, body: { from: 'zoe', body: 'Hello' } })
export const channels = await client.GET('/channels')
`,
  },
  stripe: {
    client: `import Stripe from 'stripe'
export const client = new Stripe('k')
`,
    calls: `export const customer = await client.customers.retrieve('zoe')
export const made = await client.customers.create({ name: 'zoe' })
export const customers = await client.customers.list()
`,
  },
  openai: {
    client: `import OpenAI from 'openai'
export const client = new OpenAI()
`,
    calls: `export const model = await client.models.retrieve('zoe')
export const made = await client.embeddings.create({ model: 'zoe', input: 'Hello' })
export const models = await client.models.list()
`,
  },
}

/** The work that three calls add for the compiler, beyond the client itself. */
export async function types(): Promise<Row[]> {
  await mkdir(folder, { recursive: true })
  const rows: Row[] = []
  for (const [who, { client, calls }] of Object.entries(programs)) {
    const value = (await instantiations(who, client + calls)) - (await instantiations(who, client))
    rows.push({
      measure: 'types',
      what: 'three calls',
      who,
      value,
      unit: 'instantiations',
      ...(who === us && { goal: { atMost: 1000 } }),
    })
  }
  return rows
}

async function instantiations(who: string, program: string): Promise<number> {
  const file = `${folder}${who}.ts`
  await writeFile(file, program)
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, ...flags, file], { cwd: folder })
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1])
}
