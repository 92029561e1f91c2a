import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import type { TraceContext } from 'sceyt-platform'
import { fieldOf } from '../common/field-of.js'
import { type BegunRequest, type CallTracer, callTracer } from '../http/call-tracer.js'
import type { Sendable } from '../http/sendable.js'
import { addHeaders } from './add-headers.js'
import { errorTypeOf, requestAttributes, statusOf, withoutQuery } from './attributes.js'
import { type RecordDuration, scope } from './durations.js'
import { withSingleHeaders } from './single-headers.js'
import { surround, unlessItThrows } from './surround.js'

/**
 * Starts the span of a call, and makes its attempts run in spans.
 *
 * @param call - A call that starts. The active context is the parent of its span.
 */
export function traceCall(call: TraceContext, provider: TracerProvider | undefined, record: RecordDuration): void {
  const { callId, operationId, name, method, path } = call
  const tracer = (provider ?? trace).getTracer(...scope)
  const operation = { 'sceyt.operation.name': name, 'sceyt.operation.id': operationId }
  const parent = context.active()
  // Not CLIENT, which by the conventions is one span for each request that is sent.
  const options = { kind: SpanKind.INTERNAL, attributes: { ...operation, 'sceyt.call.id': callId } }
  const span = tracer.startSpan(name, options, parent)
  const callContext = trace.setSpan(parent, span)

  function endCall(failure: Attributes): void {
    span.setAttribute('sceyt.call.attempts', call.attempts)
    end(span, failure, () => record('call', call.duration, { ...operation, ...failure }, callContext))
  }

  function begin(
    sendable: Sendable,
    redact: (text: string) => string,
  ): BegunRequest & { end(outcome: Attributes): void } {
    const headers: Record<string, string> = {}
    let sendContext = callContext
    let endRequest: ((outcome: Attributes) => void) | undefined
    unlessItThrows(() => {
      const url = redact(sendable.url)
      const request = requestAttributes(call, url)
      const resends = call.attempt > 1 ? { 'http.request.resend_count': call.attempt - 1 } : {}
      const attributes = { ...request, 'url.full': withoutQuery(url), ...resends }
      const requestSpan = tracer.startSpan(`${method} ${path}`, { kind: SpanKind.CLIENT, attributes }, callContext)
      const requestContext = trace.setSpan(callContext, requestSpan)
      const started = performance.now()
      sendContext = requestContext
      endRequest = (outcome) => {
        const duration = performance.now() - started
        end(requestSpan, outcome, () => record('request', duration, { ...request, ...outcome }, requestContext))
      }
      propagation.inject(requestContext, headers)
      sendContext = withSingleHeaders(requestContext, Object.keys(headers))
    })
    return {
      sendable: addHeaders(sendable, headers),
      send: (fetch) => runWithin(sendContext, fetch),
      end: (outcome) => endRequest?.(outcome),
    }
  }

  const own: CallTracer = {
    call(work) {
      return surround(
        (run) =>
          run().then(
            () => endCall({}),
            (error) => endCall({ 'error.type': errorTypeOf(error) }),
          ),
        () => runWithin(callContext, work),
      )
    },
    attempt(redact, make) {
      let request: ReturnType<typeof begin> | undefined
      return surround(
        (run) =>
          run().then(
            ({ response }) => request?.end(statusOf(response.status)),
            (error) => request?.end({ ...statusOf(fieldOf(error, 'status')), 'error.type': errorTypeOf(error) }),
          ),
        () =>
          make((sendable) => {
            request = begin(sendable, redact)
            return request
          }),
      )
    },
  }
  const { [callTracer]: outer } = call
  call[callTracer] = outer ? nest(outer, own) : own
}

/** Runs work in a context, even if the context manager throws. */
function runWithin<T>(active: Context, work: () => Promise<T>): Promise<T> {
  return surround((run) => context.with(active, run).catch(() => {}), work)
}

/** Makes the spans of two providers. */
function nest(outer: CallTracer, inner: CallTracer): CallTracer {
  return {
    call: (work) => outer.call(() => inner.call(work)),
    attempt: (redact, make) =>
      outer.attempt(redact, (beginOuter) =>
        inner.attempt(redact, (beginInner) =>
          make((given) => {
            const around = beginOuter(given)
            const { sendable, send } = beginInner(around.sendable)
            return { sendable, send: (fetch) => around.send(() => send(fetch)) }
          }),
        ),
      ),
  }
}

/** Ends a span, even if a metric cannot be recorded. */
function end(span: Span, outcome: Attributes, record: () => void): void {
  try {
    span.setAttributes(outcome)
    if (outcome['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
    record()
  } finally {
    span.end()
  }
}
