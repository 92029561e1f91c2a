import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createSandbox } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { listen } from 'sceyt-platform/sandbox/node'
import { afterAll, expect, it } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
// Where the programs find the packages that they import.
const folder = await mkdtemp(fileURLToPath(new URL('guide-', import.meta.url)))
const guide = await readFile(`${root}guides/observing.md`, 'utf8')
/** Each program, and the output that follows it, if there is one. */
const programs = [...guide.matchAll(/^```ts\n(.*?)^```\n(?:\n(?:[^#`\n][^\n]*\n\n)?^```txt\n(.*?)^```\n)?/gms)].map(
  ([, code = '', output = '']) => ({
    code,
    output,
    title: code.split('\n').find((line) => /from '(?!sceyt)/.test(line)) ?? code.split('\n')[0],
  }),
)

afterAll(() => rm(folder, { recursive: true }))

/** Lines without what differs from run to run: numbers, ids, and the name of the machine. */
function normalize(text: string): string[] {
  return text
    .replaceAll(/(?<="hostname":)"[^"]*"/g, '"HOST"')
    .replaceAll(/\b[0-9a-z]{6,9}-\d+\b/g, 'CALL')
    .replaceAll(/'[0-9a-f]{16,32}'/g, 'ID')
    .replaceAll(/\d+\.\d+(e[-+]\d+)?|\d{4,}|\d+(?= ms$)|(?<="(pid|attemptDuration|duration)":)\d+/gm, 'N')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

it.each(programs.map((program, index) => ({ ...program, index })))('runs: $title', async ({ code, output, index }) => {
  const sandbox = createSandbox({ seed: demo })
  sandbox.faults.add({ status: 429, retryAfter: 0, times: 1 })
  const server = await listen(sandbox)
  try {
    const file = `${folder}/program-${index}.ts`
    await writeFile(file, code)
    const env = { ...process.env, SCEYT_BASE_URL: server.baseUrl(), SCEYT_API_KEY: 'sandbox-key' }
    const { stdout } = await run(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      env: { ...env, TSX_TSCONFIG_PATH: `${root}tsconfig.json` },
      timeout: 60_000,
    })
    const actual = normalize(stdout)
    // The output may be shortened: each line that is shown follows the one before.
    let from = 0
    for (const line of normalize(output.replaceAll('…', ''))) {
      const at = actual.indexOf(line, from)
      expect(at, `${line}\nin:\n${actual.slice(from).join('\n')}`).toBeGreaterThanOrEqual(0)
      from = at + 1
    }
    expect(stdout).not.toContain('sandbox-key')
  } finally {
    await server.close()
  }
})

it('has six programs, each with its output', () => {
  expect(programs).toHaveLength(6)
  expect(programs.filter(({ output }) => !output)).toEqual([])
})
