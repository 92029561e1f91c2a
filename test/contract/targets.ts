import { afterAll } from 'vitest'
import { startMock } from '../../scripts/mock/server.js'
import type { RequestOptions } from '../../src/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { pair } from '../token/pair.js'
import { createRecorded, type Recorded } from './calls.js'
import { worldOf } from './world.js'

/** A client of the target that records its calls. */
interface TestClient extends Recorded {
  /** Returns options for a call whose response is an error. */
  force(status: number): RequestOptions
  /** Returns options for a call whose response is the example with this name. */
  choose(example: string): RequestOptions
}

/** A server that implements the API. */
export interface Target {
  readonly name: string
  /** Whether it responds with the examples of the OpenAPI document, rather than with stored state. */
  readonly returnsExamples: boolean
  /** Creates a client of a state in which the examples of the operation can succeed. */
  open(id: string): Promise<TestClient>
}

/** One application, with the key pair of all sandboxes here: to generate one takes longer than all calls to it. */
const apps = [{ appId: 'sandbox', apiKey: 'sandbox-key', privateKey: pair.privateKey }]

/** The mock, which responds with examples. */
export function prism(baseUrl: string): Target {
  return {
    name: 'Prism',
    returnsExamples: true,
    open: async () => ({
      ...createRecorded({ baseUrl, apiKey: 'test-key' }),
      force: (status) => ({ headers: { Prefer: `code=${status}` } }),
      choose: (example) => ({ headers: { Prefer: `example=${example}` } }),
    }),
  }
}

/** The sandbox, in the same process. */
export const sandboxTarget: Target = {
  name: 'the sandbox',
  returnsExamples: false,
  async open(id) {
    const sandbox = createSandbox({ apps, seed: worldOf(id) })
    return { ...createRecorded(sandbox.connection()), ...controlsOf(sandbox) }
  },
}

/** The sandbox as a server behind Prism, which checks every response. Both stop after the tests of the file. */
export async function proxyTarget(): Promise<Target & { sandbox: Sandbox; baseUrl: string }> {
  const sandbox = createSandbox({ apps })
  const server = await listen(sandbox)
  const proxy = await startMock(0, server.origin)
  afterAll(async () => {
    await Promise.all([proxy.close(), server.close()])
  })
  const baseUrl = new URL(sandbox.basePath(), proxy.baseUrl).href
  return {
    name: 'Prism in front of the sandbox',
    returnsExamples: false,
    sandbox,
    baseUrl,
    async open(id) {
      sandbox.reset()
      sandbox.seed(worldOf(id))
      return { ...createRecorded({ baseUrl, apiKey: 'sandbox-key' }), ...controlsOf(sandbox) }
    },
  }
}

function controlsOf(sandbox: Sandbox): Omit<TestClient, keyof Recorded> {
  return {
    force(status) {
      sandbox.faults.add({ status, times: 1, retryAfter: 2 })
      return {}
    },
    choose: () => ({}),
  }
}
