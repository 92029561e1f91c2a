import { run } from '../suite.js'

/** For workerd, which calls this when it is told to test. */
export default {
  async test(_controller: unknown, { SITE }: { SITE: string }): Promise<void> {
    for await (const finding of run(JSON.parse(SITE))) console.log(JSON.stringify(finding))
  },
}
