import { apiKeyHeader } from '../../generated/operations.js'
import { sleep } from '../http/deadline.js'
import type { Operation } from '../operation/operation.js'
import { type Faults, faultProblem } from './faults.js'
import { handlers } from './handlers.js'
import type { Journal } from './journal.js'
import { type Answer, jsonAnswer, type Outcome, refusal } from './outcome.js'
import { cursorNames } from './paginate.js'
import { readBody, readQuery, type SandboxRequest } from './parse-request.js'
import { errorBody, Problem, quote } from './problem.js'
import type { RateCounter } from './rate-limit.js'
import { type Match, route } from './router.js'
import type { AppKeys } from './state/app-keys.js'
import type { AppState, StoredFile } from './state/app-state.js'
import type { Clock } from './state/clock.js'
import type { Call, Cursor, Handler, OperationId } from './types.js'
import { answerViolation, checkInput } from './validation.js'

/** An application, as far as requests to it are concerned. */
export interface Tenant {
  readonly apiKey: string
  readonly state: AppState
  readonly keys: AppKeys
  readonly rate: RateCounter | undefined
}

/** What answers need to know of the sandbox. */
export interface Environment {
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly clock: Clock
  readonly faults: Faults
  readonly journal: Journal
  /** Bytes that a body may have. */
  readonly maxBodyBytes: number
  /** Told of each write. */
  readonly changed: () => void
}

const keyHeader = apiKeyHeader.toLowerCase()

/** Makes what answers every request, whatever it is, and writes it into the journal. */
export function createResponder(environment: Environment): (request: SandboxRequest) => Promise<Outcome> {
  const { clock, journal } = environment
  return async (request) => {
    const { method, pathname, search } = request
    const started = performance.now()
    const visit: Visit = { time: clock.timestamp(), match: undefined, body: undefined, problem: undefined }
    const outcome = await answer(environment, request, visit)
    journal.add({
      time: visit.time,
      method,
      url: search ? `${pathname}?${search}` : pathname,
      operation: visit.match?.operation.id,
      status: outcome.kind === 'answer' ? outcome.status : null,
      duration: Math.round((performance.now() - started) * 1000) / 1000,
      body: visit.body,
      problem: visit.problem,
    })
    return outcome
  }
}

/** What is known of a request on its way. */
interface Visit {
  readonly time: string
  match: Match | undefined
  body: string | undefined
  problem: string | undefined
}

async function answer(environment: Environment, request: SandboxRequest, visit: Visit): Promise<Outcome> {
  try {
    const match = route(request.method, request.pathname)
    visit.match = match
    const { latency, fault } = environment.faults.befall(match.operation.id)
    if (latency > 0) await sleep(latency, request.signal ?? undefined).catch(leave)
    if (fault?.status !== undefined) throw faultProblem(fault)
    if (fault?.reset === 'before') return { kind: 'reset' }
    const answer = await perform(environment, request, match, visit)
    return fault?.reset ? { kind: 'reset' } : { ...answer, cut: fault?.cut === true }
  } catch (error) {
    if (error instanceof Left) throw error.reason
    const problem =
      error instanceof Problem
        ? error
        : new Problem(500, `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`)
    visit.problem = problem.message
    return refusal(problem)
  }
}

/** Whoever asked did not wait for the answer. */
class Left extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super()
    this.reason = reason
  }
}

function leave(reason: unknown): never {
  throw new Left(reason)
}

/** Does what a request asks for, and holds the answer to the document. */
async function perform(environment: Environment, request: SandboxRequest, match: Match, visit: Visit): Promise<Answer> {
  const { operation } = match
  let result: unknown
  let answer: Answer
  try {
    result = await call(environment, request, match, visit)
    answer = success(operation, result)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    visit.problem = error.message
    result = errorBody(error)
    answer = refusal(error)
  }
  const violation = answerViolation(operation.id, answer.status, result)
  if (violation) throw new Problem(500, `The sandbox broke the document: ${violation}`)
  if (answer.status < 300 && operation.method !== 'GET') environment.changed()
  return answer
}

async function call(
  { tenants, maxBodyBytes }: Environment,
  request: SandboxRequest,
  match: Match,
  visit: Visit,
): Promise<unknown> {
  const { operation, path, base } = match
  const tenant = authenticate(tenants, request, match.appId)
  tenant.rate?.count()
  const query = readQuery(request.search, operation.query)
  if (operation.query) checkInput(operation.id, 'query', query)
  const body = await readBody(request, operation, maxBodyBytes)
  visit.body = body?.text
  if (body) checkInput(operation.id, 'body', body.value)
  const cursor: Cursor = Object.fromEntries(cursorNames.map((name) => [name, query[name]]))
  const { origin, pathname } = request
  const call = {
    app: tenant.state,
    keys: tenant.keys,
    path,
    query,
    body: body?.value,
    cursor,
    url: origin + pathname,
    baseUrl: origin + base,
  }
  return (handlers[operation.id] as Handler<OperationId>)(call as Call as never)
}

function authenticate(tenants: ReadonlyMap<string, Tenant>, request: SandboxRequest, appId: string): Tenant {
  const key = request.header(keyHeader)
  const tenant = tenants.get(appId)
  if (key && tenant?.apiKey === key) return tenant
  const isKnown = [...tenants.values()].some(({ apiKey }) => apiKey === key)
  if (isKnown) throw new Problem(403, `This API key is not for the application ${quote(appId)}.`)
  throw new Problem(401, key ? 'The API key is unknown.' : `Missing API key: send it in the ${apiKeyHeader} header.`)
}

function success({ result }: Operation, value: unknown): Answer {
  if (result === 'none') return { kind: 'answer', status: 204, headers: {}, body: null, cut: false }
  if (result !== 'file') return jsonAnswer(200, value)
  // Whatever somebody uploaded, no browser is to run it.
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment',
    'X-Content-Type-Options': 'nosniff',
  }
  return { kind: 'answer', status: 200, headers, body: (value as StoredFile).content, cut: false }
}
