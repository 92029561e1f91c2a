import { afterAll } from 'vitest'
import { startMock } from '../../scripts/mock/server.js'
import type { RequestOptions } from '../../src/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { createObserved, type Observed } from './calls.js'
import { worldOf } from './world.js'

/** A call is on trial before it. */
interface Trial extends Observed {
  /** What to call with, so that the next answer is an error. */
  force(status: number): RequestOptions
  /** What to call with, so that the answer is an example by this name. */
  choose(example: string): RequestOptions
}

/** Something that knows the API, and answers to it. */
export interface Judge {
  readonly name: string
  /** Whether its answers are the document's examples; else they tell of what is kept. */
  readonly answersExamples: boolean
  /** Opens a trial of an operation, in which its examples can succeed. */
  open(id: string): Promise<Trial>
}

/** The mock, which answers with examples. */
export function prism(baseUrl: string): Judge {
  return {
    name: 'Prism',
    answersExamples: true,
    open: async () => ({
      ...createObserved({ baseUrl, apiKey: 'test-key' }),
      force: (status) => ({ headers: { Prefer: `code=${status}` } }),
      choose: (example) => ({ headers: { Prefer: `example=${example}` } }),
    }),
  }
}

/** The sandbox, in the same process. */
export const sandboxJudge: Judge = {
  name: 'the sandbox',
  answersExamples: false,
  async open(id) {
    const sandbox = createSandbox({ seed: worldOf(id) })
    return { ...createObserved(sandbox.connection()), ...forcedBy(sandbox) }
  },
}

/** The sandbox as a server, and Prism before it, which checks every answer. Both stop after the tests of the file. */
export async function proxyJudge(): Promise<Judge & { sandbox: Sandbox; baseUrl: string }> {
  const sandbox = createSandbox()
  const server = await listen(sandbox)
  const proxy = await startMock(0, server.origin)
  afterAll(async () => {
    await Promise.all([proxy.close(), server.close()])
  })
  const baseUrl = new URL(sandbox.basePath(), proxy.baseUrl).href
  return {
    name: 'Prism before the sandbox',
    answersExamples: false,
    sandbox,
    baseUrl,
    async open(id) {
      sandbox.reset()
      sandbox.seed(worldOf(id))
      return { ...createObserved({ baseUrl, apiKey: 'sandbox-key' }), ...forcedBy(sandbox) }
    },
  }
}

function forcedBy(sandbox: Sandbox): Omit<Trial, keyof Observed> {
  return {
    force(status) {
      sandbox.faults.add({ status, times: 1, retryAfter: 2 })
      return {}
    },
    choose: () => ({}),
  }
}
