/** `npm run mock`: serves the document's examples until it is interrupted. */
import { parseArgs } from 'node:util'
import { startMock } from './mock/server.js'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } })
const mock = await startMock(Number(values.port)).catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${values.port} is in use. Use another one: npm run mock -- --port 4011`
      : error.message,
  )
  process.exit(1)
})
console.log(`Mock listening at ${mock.baseUrl}/ with any API key.

  curl -H 'Platform-Api-Key: any' ${mock.baseUrl}/users

Header \`Prefer: code=404\` selects a status, \`Prefer: example=unicode\` an example. Stop the mock with Ctrl-C.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close())
