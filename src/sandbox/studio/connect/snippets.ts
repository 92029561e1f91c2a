import { type BootApp, bootData } from '../boot-data.js'

/** Characters that mean nothing else to a shell or in a `.env` file. */
const plain = /^[\w./:=@%,+-]+$/

/** The environment variables that the client reads, as the text of a `.env` file. */
export function environmentOf({ baseUrl, apiKey }: BootApp): string {
  return `SCEYT_BASE_URL=${baseUrl}\nSCEYT_API_KEY=${quoteForFile(apiKey)}`
}

function quoteForFile(text: string): string {
  const quote = ["'", '"', '`'].find((each) => !text.includes(each))
  return plain.test(text) || quote === undefined ? text : quote + text + quote
}

/** A first request, as a command for a shell. */
export function curlOf({ baseUrl, apiKey }: BootApp): string {
  const { keyHeader, firstPath } = bootData
  return `curl -H ${quoteForShell(`${keyHeader}: ${apiKey}`)} ${quoteForShell(baseUrl + firstPath)}`
}

/** Quotes a text for a shell, if it has to be. */
export function quoteForShell(text: string): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

const loop = 'for await (const user of sceyt.users.list()) {\n  console.log(user.username)\n}'

/** A program for a server, which reads the environment variables. */
export const nodeProgram = `import { createSceyt } from 'sceyt-platform'

const sceyt = createSceyt()
${loop}`

/** A program for a page. */
export function pageProgramOf({ baseUrl, apiKey }: BootApp): string {
  return `import { createSceyt } from 'sceyt-platform'

const sceyt = createSceyt({
  baseUrl: ${JSON.stringify(baseUrl)},
  apiKey: ${JSON.stringify(apiKey)},
  // Only for a sandbox: never put the key of a real application into a page.
  allowBrowser: true,
})
${loop}`
}
