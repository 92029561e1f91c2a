import type { Runtime } from '../runtime.js'
import { locate, runBinary, versionOf } from './binary.js'

/** A runtime with a command line that runs a program with parameters. */
export function commandLine(name: string, inPackages: string, flags: readonly string[] = []): Runtime {
  const binary = locate(name, inPackages)
  return {
    name,
    version: () => versionOf(binary),
    run: (suite) =>
      runBinary(
        binary,
        [...flags, 'process.js', JSON.stringify(suite.site)],
        { HOME: suite.programs, DENO_NO_UPDATE_CHECK: '1' },
        suite,
      ),
  }
}
