import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Runtime } from '../runtime.js'
import { locate, runBinary, versionOf } from './binary.js'

const binary = locate('workerd', '@cloudflare/workerd-linux-64/bin/workerd')

const configuration = (date: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      bindings = [(name = "SITE", fromEnvironment = "SITE")],
      compatibilityDate = "${date}",
      globalOutbound = "here",
    )),
    (name = "here", network = (allow = ["private"])),
  ],
);
`

/** The runtime of Cloudflare Workers, without compatibility flags. */
export const workerd: Runtime = {
  name: 'workerd',
  version: () => versionOf(binary),
  async run(suite) {
    await writeFile(join(suite.programs, 'workerd.capnp'), configuration(await versionOf(binary)))
    await runBinary(binary, ['test', 'workerd.capnp'], { SITE: JSON.stringify(suite.site) }, suite)
  },
}
