import { ownFields } from '../common/own-fields.js'
import { ApiError } from '../errors/api-error.js'
import { captureStack } from '../errors/capture-stack.js'
import { InputError, toInputError } from '../errors/input-error.js'
import { type CallState, timeLeft } from '../http/call-state.js'
import { sleep, withLimits } from '../http/deadline.js'
import { now } from '../http/monotonic-clock.js'
import type { Reporter } from '../http/reporter.js'
import { retryDelay } from '../http/retry.js'
import { limitsOfWait, toWaitError } from '../http/transport.js'
import type { Input } from '../operation/check-input.js'
import type { Operation } from '../operation/operation.js'
import type { Result } from './api-promise.js'
import { alreadyExists, isExpected, isInvalidId, isUnreadable } from './compose-errors.js'
import type { ComposedMethod, CreateOrFind, CreateOrUpdate, Plan } from './composed-method.js'
import type { ListPromise } from './list-promise.js'
import type { PreparedCall } from './prepare-call.js'
import { type CallOptions, type RequestOptions, readCallOptions } from './request-options.js'
import { traced } from './tracing.js'

type Fields = Readonly<Record<string, unknown>>

/** The parts of the core that a composed method needs. */
export interface ComposeDependencies {
  /** Checks a call and encodes its body. */
  prepare(operation: Operation, input: Input, options: CallOptions): PreparedCall
  /** Makes a prepared call. */
  run(prepared: PreparedCall): Promise<Result<unknown>>
  list(
    operation: Operation,
    input: Input,
    readOptions: () => CallOptions,
    onPage?: (result: Result<unknown>) => void,
  ): ListPromise<unknown, Fields>
  reporter: Pick<Reporter, 'error' | 'retry'>
}

/**
 * Creates the function that runs composed methods. Each creates first, and continues only if the resource already exists, or may
 * exist since the outcome of the create is unknown.
 * Calls of one method for the same resource run one after another, in their order, so that two creates of it are never in
 * flight at once, except for one that was aborted or timed out: its outcome is unknown.
 */
export function createCompose({ prepare, run, list, reporter }: ComposeDependencies) {
  /** The last call for each resource, together with those before it. The entry is deleted when they have ended. */
  const lastCalls = new Map<string, Promise<unknown>>()

  async function inTurn<T>(key: string, call: CallState, work: () => Promise<T>): Promise<T> {
    const before = lastCalls.get(key)
    const waited =
      before && withLimits(limitsOfWait(call), () => before).catch((error) => fail(call, toWaitError(call, error)))
    const turn = waited ? waited.then(work) : work()
    // If a call is aborted while it waits, the next one must still wait for those before.
    const tail = Promise.allSettled([before, turn]).then(() => {
      if (lastCalls.get(key) === tail) lastCalls.delete(key)
    })
    lastCalls.set(key, tail)
    return turn
  }

  /** Fails with an error of the create, or of the wait for it, that has not been reported. */
  function fail(call: CallState, error: unknown): Promise<never> {
    return traced(call, async () => {
      reporter.error(call, error)
      throw error
    })
  }

  return async (
    method: ComposedMethod,
    given: unknown,
    options: RequestOptions | undefined,
  ): Promise<Result<unknown>> => {
    const { create, identity, otherwise, isUnique } = plan(ownFields(method), given, options)
    const { state } = create
    const work = async () => {
      // The error of the last create whose outcome is unknown.
      let unknown: unknown
      for (;;) {
        let problem: unknown
        state.earlier = state.attempts
        try {
          return await run(create)
        } catch (error) {
          if (!isExpected(state, error)) throw error
          problem = error
        }
        state.unclear = !alreadyExists(problem)
        if (state.unclear) {
          unknown = problem
          await backOff(state, problem)
        }
        const found = await otherwise().catch((error) => {
          const isFinal = state.limits.signal?.aborted || (isUnique && error instanceof ApiError)
          // Another error could say that nothing was sent, although a create may have taken effect.
          if (!unknown || isFinal) throw error
          return fail(state, unknown)
        })
        if (found) return found
        if (!state.unclear || !isUnique) return fail(state, problem)
      }
    }
    try {
      return await inTurn(JSON.stringify([method.name, ...identity]), state, work)
    } catch (error) {
      // The next call for the resource waits for this one too, so that the stack of the step does not name the caller.
      captureStack(error)
      throw error
    }
  }

  /** Waits as before a retry, or fails if the server, the caller or the limiter leaves no time for that. */
  async function backOff(call: CallState, error: unknown): Promise<void> {
    const response = error instanceof ApiError ? error : undefined
    const delay = retryDelay(call.attempts, { retryAfter: response?.retryAfter })
    if (delay === undefined || delay > timeLeft(call)) return fail(call, error)
    call.attemptEnded = now()
    reporter.retry(call, delay, response?.status, response ? undefined : error)
    await sleep(delay, limitsOfWait(call).signal).catch((reason) =>
      fail(call, call.limits.signal?.aborted ? reason : error),
    )
  }

  function plan(method: ComposedMethod, given: unknown, options: RequestOptions | undefined): Plan {
    const operation = named(method.create, method.name)
    try {
      // A unique name makes every step safe to retry.
      const composed = 'update' in method ? { name: method.name, idempotent: true } : { name: method.name }
      // With one start for all, `totalTimeout` and durations cover every step and the wait.
      const own: CallOptions = { ...readCallOptions(operation, options), composed, started: now() }
      return 'update' in method ? planUpdate(method, given, own) : planFind(method, given, own)
    } catch (cause) {
      throw toInputError(cause, 'argument' in method ? method.argument : 'body', operation)
    }
  }

  function planUpdate({ create, update }: CreateOrUpdate, body: unknown, options: CallOptions): Plan {
    const prepared = prepareCreate(create, body, options)
    const fields = prepared.input.body as Fields
    const path = pick(fields, update.pathParameters)
    // Fields of the path are not part of the body; fields that neither operation has pass, since servers grow.
    const { properties = {} } = update.body?.shape ?? {}
    const rest = Object.entries(fields).filter(
      ([field]) => Object.hasOwn(properties, field) || !(Object.hasOwn(path, field) || isFieldOf(create, field)),
    )
    const isMissing = (error: unknown) =>
      prepared.state.unclear && error instanceof ApiError && error.reason === 'not-found'
    const updating = prepare(update, inputOf(path, Object.fromEntries(rest)), { ...options, expects: isMissing })
    return {
      create: prepared,
      identity: Object.values(path),
      isUnique: true,
      otherwise: () =>
        run(updating).catch((error) => {
          if (!isMissing(error)) throw error
          return undefined
        }),
    }
  }

  function planFind(method: CreateOrFind, given: unknown, options: CallOptions): Plan {
    const { name, create, argument, by } = method
    const names: unknown[] = Array.isArray(given)
      ? given.map((member) => (typeof member === 'object' && member ? member[by] : member))
      : []
    const body = { [argument]: Array.isArray(given) ? names.map((name) => ({ [by]: name })) : given }
    const prepared = prepareCreate(create, body, options)
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined) {
      const operation = named(create, name)
      throw new InputError(argument, `must differ from each other, got ${JSON.stringify(twice)} twice.`, { operation })
    }
    return {
      create: prepared,
      identity: [...names].sort(),
      isUnique: false,
      otherwise: () => findExisting(method, names, options, () => !!prepared.state.limits.signal?.aborted),
    }
  }

  function prepareCreate(create: Operation, body: unknown, options: CallOptions): PreparedCall {
    const expects = (error: unknown) => isExpected(prepared.state, error)
    const prepared = prepare(create, inputOf(undefined, body), { ...options, expects })
    return prepared
  }

  async function findExisting(
    { find, query, id, count = '', match, by }: CreateOrFind,
    names: unknown[],
    options: CallOptions,
    isAborted: () => boolean,
  ): Promise<Result<unknown> | undefined> {
    const [parameter = ''] = Object.keys(match.pathParameters)
    let page: Result<unknown> | undefined
    const items = list(
      find,
      { path: undefined, query, body: undefined },
      () => options,
      (result) => {
        page = result
      },
    )
    for await (const item of items) {
      const value = item?.[id]
      const known = item?.[count]
      if (typeof value !== 'string' || (typeof known === 'number' && known !== names.length)) continue
      const members = list(match, inputOf({ [parameter]: value }), () => ({ ...options, expects: isUnreadable }))
      try {
        if (page && (await isListOf(members, names, by)))
          return { ...page, data: item, duration: now() - (options.started ?? 0) }
      } catch (error) {
        // Skip a channel that was deleted, whose members may not be read, or whose id is not valid in a path.
        if (isAborted() || !(isUnreadable(error) || isInvalidId(error))) throw error
      }
    }
    return undefined
  }
}

/** Returns whether a list contains exactly these names. It is read only up to the first other name. */
async function isListOf(members: AsyncIterable<Fields>, names: unknown[], by: string): Promise<boolean> {
  const missing = new Set(names)
  for await (const member of members) if (!missing.delete(member?.[by])) return false
  return missing.size === 0
}

/** Returns an operation under another name, without a prototype, as the operations of the table. */
function named(operation: Operation, name: string): Operation {
  return ownFields({ ...operation, name })
}

/** Returns an input whose every field is its own. */
function inputOf(path: Input['path'], body?: unknown): Input {
  return { path, query: undefined, body }
}

function pick(fields: Fields, names: object = {}): Fields {
  return Object.fromEntries(
    Object.keys(names).map((name) => [name, Object.hasOwn(fields, name) ? fields[name] : undefined]),
  )
}

function isFieldOf({ body }: Operation, field: string): boolean {
  return Object.hasOwn(body?.shape.properties ?? {}, field)
}
