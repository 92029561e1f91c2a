/** `npm run mock`: serves the document's examples until it is interrupted. */
import { parseArgs } from 'node:util'
import { startMock } from './mock/server.js'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } })
const mock = await startMock(Number(values.port)).catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${values.port} is in use. Choose another: npm run mock -- --port 4011`
      : error.message,
  )
  process.exit(1)
})
console.log(`The mock answers at ${mock.baseUrl}/ with any API key.

  curl -H 'Platform-Api-Key: any' ${mock.baseUrl}/users

Header \`Prefer: code=404\` chooses a status, \`Prefer: example=unicode\` an example. Ctrl-C stops it.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close())
