import { run } from '../suite.js'

/** For runtimes with a command line: Node, Bun and Deno. */
for await (const finding of run(JSON.parse(process.argv[2] ?? ''))) console.log(JSON.stringify(finding))
