import { chromium } from './launchers/chromium.js'
import { commandLine } from './launchers/command-line.js'
import { workerd } from './launchers/workerd.js'
import type { Runtime } from './runtime.js'

/** The runtimes that the package supports. Node 20 is the oldest one that `package.json` allows. */
export const runtimes: readonly Runtime[] = [
  commandLine('Node 20', 'node-20-linux-x64/bin/node'),
  commandLine('Node 22', 'node-22-linux-x64/bin/node'),
  commandLine('Node 24', 'node-24-linux-x64/bin/node'),
  commandLine('Node 26', 'node-26-linux-x64/bin/node'),
  commandLine('Bun', '@oven/bun-linux-x64/bin/bun', ['--no-install']),
  // Without permission to read the disk or the environment.
  commandLine('Deno', '@deno/linux-x64-glibc/deno', [
    'run',
    '--no-prompt',
    '--no-remote',
    '--node-modules-dir=manual',
    '--allow-net=127.0.0.1',
  ]),
  workerd,
  chromium,
]
