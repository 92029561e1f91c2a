import { run } from '../suite.js'

/** For workerd, whose `test` command calls this. */
export default {
  async test(_controller: unknown, { SITE }: { SITE: string }): Promise<void> {
    for await (const finding of run(JSON.parse(SITE))) console.log(JSON.stringify(finding))
  },
}
