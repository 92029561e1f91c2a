import { apiKeyHeader } from '../../generated/operations.js'
import { operationErrors } from '../../generated/rules.js'
import { messageOf } from '../common/message-of.js'
import { sleep } from '../http/deadline.js'
import type { AppKeys } from './app-keys.js'
import type { Changes } from './changes.js'
import type { OperationId } from './described-operations.js'
import { faultProblem } from './fault-problem.js'
import type { Faults } from './faults.js'
import { publicKeyOperations } from './handlers/application.js'
import type { Handler, HandlerCall } from './handlers/handler.js'
import { handlers } from './handlers/index.js'
import { cursorOf } from './handlers/paginate.js'
import type { Journal } from './journal.js'
import type { NewJournalEntry } from './journal-entry.js'
import { mergeHeaders, type ResponseHeaders } from './merge-headers.js'
import type { Outcome, SandboxResponse } from './outcome.js'
import { type ParsedBody, parseBody, parseQuery, type SandboxRequest } from './parse-request.js'
import { type PassThrough, passOn, wasPassedOn } from './pass-through.js'
import { type ErrorName, Problem, fail as reject } from './problem.js'
import type { RateCounter } from './rate-limit.js'
import { problemResponse, successResponse } from './response.js'
import { type Match, route } from './router.js'
import type { AppState } from './state/app-state.js'
import { type Clock, toTimestamp } from './state/clock.js'
import { checkStateSize } from './state/state-size.js'
import { rejectUnknownFields, type UnknownFields } from './unknown-fields.js'
import { checkInput, responseViolation } from './validation.js'

/** An application, as requests need it. */
export interface Tenant {
  readonly apiKey: string
  readonly state: AppState
  readonly keys: AppKeys
  readonly rate: RateCounter | undefined
}

/** The parts of the sandbox that requests need. */
export interface Environment {
  /** Applications by id. */
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly clock: Clock
  readonly faults: Faults
  /** The most bytes that a body may have. */
  readonly maxBodyBytes: number
  /** The most bytes that the states of all applications may have. */
  readonly maxStateBytes: number
  readonly unknownFields: UnknownFields
  readonly changes: Changes
  /** Receives requests that are not in the OpenAPI document. */
  readonly passThrough?: PassThrough | undefined
}

/** The outcome of a request, and its entry in the journal. */
export interface Exchange {
  readonly outcome: Outcome
  readonly entry: NewJournalEntry
}

/**
 * Makes a function that handles requests and logs them. A closure in a constructor would keep dropped sandboxes longer.
 *
 * @param isKey - Checks whether a text is the key of an application, which the log must not contain.
 */
export function createResponder(environment: Environment, journal: Journal, isKey: (text: string) => boolean) {
  return async (request: SandboxRequest): Promise<Outcome> => {
    const { outcome, entry } = await respond(environment, request)
    journal.add(entry, isKey)
    return outcome
  }
}

/** Handles a request from beginning to end. Rejects with the signal's reason if it is aborted while the response is delayed. */
export async function respond(environment: Environment, request: SandboxRequest): Promise<Exchange> {
  const { tenants, clock, faults, maxBodyBytes, maxStateBytes, unknownFields, changes } = environment
  const { method, origin, pathname, search } = request
  const time = clock.timestamp()
  const started = performance.now()
  let match: Match | undefined
  let body: ParsedBody | undefined
  let passedBody: string | undefined
  let limits: ResponseHeaders | undefined
  let added: ResponseHeaders | undefined
  let faultNumbers: readonly number[] = []
  const end = (handled: Outcome, problem?: Problem): Exchange => {
    const response = handled.kind === 'response' ? handled : undefined
    const outcome =
      response && (limits || added) ? { ...response, headers: mergeHeaders(response.headers, limits, added) } : handled
    return {
      outcome,
      entry: {
        time,
        method,
        url: search ? `${pathname}?${search}` : pathname,
        operation: match?.operation.id,
        status: response?.status ?? null,
        duration: Math.round((performance.now() - started) * 1000) / 1000,
        body: body?.text ?? passedBody,
        problem: problem?.message,
        headers: request.headers?.(),
        responseHeaders: outcome.kind === 'response' ? outcome.headers : undefined,
        responseBody: typeof response?.body === 'string' ? response.body : undefined,
        faults: faultNumbers,
      },
    }
  }
  const fail = (problem: Problem) => end(problemResponse(problem), problem)

  try {
    match = route(method, pathname)
  } catch (error) {
    const { passThrough } = environment
    const problem = toProblem(error)
    // A malformed path is one of no server.
    if (!passThrough || problem.status === 400 || wasPassedOn(request)) return fail(problem)
    try {
      const passed = await passOn(passThrough, request, maxBodyBytes)
      passedBody = passed.body
      return end(passed.response)
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      return fail(reason)
    }
  }
  const { operation, appId, path, base } = match

  const { latency, fault, headers, numbers } = faults.apply(operation.id)
  added = headers
  faultNumbers = numbers
  if (latency > 0) await sleep(latency, request.signal ?? undefined)
  if (fault?.status !== undefined) return fail(faultProblem(fault))
  if (fault?.reset === 'before') return end({ kind: 'reset' })

  let result: unknown
  let response: SandboxResponse
  let problem: Problem | undefined
  try {
    const refreshed = changes.refresh()
    if (refreshed) await refreshed
    const tenant = authenticate(tenants, appId, request.header(keyHeader))
    limits = tenant.rate?.count()
    const query = parseQuery(search, operation.query)
    if (operation.query) checkInput(operation.id, 'query', query)
    body = await parseBody(request, operation, maxBodyBytes)
    if (body) checkInput(operation.id, 'body', body.value)
    if (operation.body && body && unknownFields === 'reject')
      rejectUnknownFields(body.parts ?? body.value, operation.body.shape)
    if (body) checkStateSize(tenants.values(), changes.waitingBytes + body.size, maxStateBytes)
    const cursor = cursorOf(query)
    const [url, baseUrl] = [origin + pathname, origin + base]
    const publicKey = publicKeyOperations.has(operation.id) ? await tenant.keys.publicKey() : undefined
    const { id } = operation
    const now = clock.now()
    const { state } = tenant
    const call = {
      operation: id,
      app: state,
      time: now,
      path,
      query,
      body: body?.value,
      publicKey,
      url,
      baseUrl,
      cursor,
    }
    // While the body was received, it may have been removed.
    if (tenants.get(appId) !== tenant) reject('unknownKey')
    const handle = () => {
      // While the change was recorded, too. A replay makes the change with any key.
      const app = tenants.get(appId)
      if (!app) reject('unknownKey')
      call.app = app.state
      return (handlers[id] as Handler<OperationId>)(call as HandlerCall as never)
    }
    if (operation.method === 'GET') result = handle()
    else {
      const change = { time: toTimestamp(now), app: appId, operation: id, path, query, body: call.body }
      result = await changes.call(change, body?.size ?? 0, handle)
    }
    response = successResponse(operation, result)
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 500) return fail(toProblem(error))
    problem = error
    const { error: name } = problem
    if (!name || !isDocumented(operation.id, name))
      return fail(undocumented(`the error ${name ?? problem.status} of ${operation.id} is not in its x-errors`))
    result = problem.body
    response = problemResponse(problem)
  }

  const violation = responseViolation(operation.id, response.status, result)
  if (violation) return fail(undocumented(violation))
  return end(fault?.reset ? { kind: 'reset' } : { ...response, cut: fault?.cut === true }, problem)
}

const keyHeader = apiKeyHeader.toLowerCase()

function authenticate(tenants: Environment['tenants'], appId: string, apiKey: string | null | undefined): Tenant {
  const tenant = tenants.get(appId)
  if (apiKey && tenant?.apiKey === apiKey) return tenant
  if (!apiKey) reject('missingKey', { header: apiKeyHeader })
  const isKnown = [...tenants.values()].some((other) => other.apiKey === apiKey)
  if (isKnown) reject('otherApplication', { appId })
  reject('unknownKey')
}

function isDocumented(id: OperationId, name: ErrorName): boolean {
  const names: readonly ErrorName[] = operationErrors[id]
  return names.includes(name)
}

function undocumented(violation: string): Problem {
  return new Problem(500, `The sandbox's response violates the OpenAPI document: ${violation}`)
}

/** Converts an error to a problem. Any other error is a bug in the sandbox. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem(500, `The sandbox failed: ${messageOf(error)}`)
}
