import type { Sandbox, Seed, Snapshot } from '../../../src/sandbox/index.js'

/** One change of a world, or one request that reads it, as JSON. */
export type Step = CallStep | ControlStep

export interface CallStep {
  readonly kind: 'call'
  readonly operation: string
  readonly app: string
  readonly apiKey: string
  readonly method: string
  /** The path with the query, from the root of the server. */
  readonly path: string
  readonly json?: string
  readonly file?: { readonly name: string; readonly text: string }
}

/** A change that is not a request to the API. */
export type ControlStep =
  | { readonly kind: 'seed'; readonly app: string; readonly seed: Seed }
  | { readonly kind: 'reset'; readonly app?: string }
  | { readonly kind: 'restore'; readonly snapshot: Snapshot }
  | { readonly kind: 'set the clock'; readonly time: number }
  | { readonly kind: 'advance the clock'; readonly duration: number }
  | { readonly kind: 'run the clock' }

/** The response to a call, or the error of another change. */
export interface Result {
  readonly status: number
  readonly body: unknown
}

/** Everything that a restart must keep. */
export interface State extends Snapshot {
  readonly clock: Sandbox['clock']['state']
}

/** Makes one step. Never rejects. */
export async function takeStep(sandbox: Sandbox, step: Step): Promise<Result> {
  if (step.kind === 'call') return call(sandbox, step)
  try {
    control(sandbox, step)
    return { status: 200, body: null }
  } catch (error) {
    return { status: 422, body: String(error) }
  }
}

export function stateOf(sandbox: Sandbox): State {
  return { ...sandbox.snapshot(), clock: sandbox.clock.state }
}

/** Returns whether steps that are started together are handled in their order: requests with JSON need equal time until then. */
export function keepsOrder(step: Step): boolean {
  return step.kind === 'call' && step.json !== undefined && step.operation !== 'updateApplication'
}

export function nameOf(step: Step): string {
  if (step.kind === 'reset' && step.app !== undefined) return 'reset an application'
  return step.kind === 'call' ? step.operation : step.kind
}

async function call({ fetch }: Sandbox, { method, path, apiKey, json, file }: CallStep): Promise<Result> {
  const form = new FormData()
  if (file) form.set('files', new Blob([file.text]), file.name)
  const response = await fetch(`https://sandbox.invalid${path}`, {
    method,
    headers: { 'Platform-Api-Key': apiKey, ...(json !== undefined && { 'Content-Type': 'application/json' }) },
    body: file ? form : (json ?? null),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, body: isJson ? JSON.parse(text) : text }
}

function control(sandbox: Sandbox, step: ControlStep): void {
  const { clock } = sandbox
  if (step.kind === 'seed') sandbox.seed(step.seed, step.app)
  else if (step.kind === 'reset') sandbox.reset(step.app)
  else if (step.kind === 'restore') sandbox.restore(step.snapshot)
  else if (step.kind === 'set the clock') clock.set(step.time)
  else if (step.kind === 'advance the clock') clock.advance(step.duration)
  else clock.run()
}
