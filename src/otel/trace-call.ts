import {
  type Attributes,
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
import { type CallTracer, callTracer } from '../http/call-tracer.js'
import { addHeaders } from './add-headers.js'
import { errorTypeOf, requestAttributes, statusOf, withoutQuery } from './attributes.js'
import { type RecordDuration, scope } from './durations.js'
import { withSingleHeaders } from './single-headers.js'
import { surround } from './surround.js'

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

  const own: CallTracer = {
    call(work) {
      const around = (run: () => Promise<unknown>) =>
        context.with(callContext, run).then(
          () => endCall({}),
          (error) => endCall({ 'error.type': errorTypeOf(error) }),
        )
      return surround(around, work)
    },
    attempt(sendable, redact, send) {
      const headers: Record<string, string> = {}
      const around = (run: () => ReturnType<typeof send>) => {
        const url = redact(sendable.url)
        const request = requestAttributes(call, url)
        const resends = call.attempt > 1 ? { 'http.request.resend_count': call.attempt - 1 } : {}
        const attributes = { ...request, 'url.full': withoutQuery(url), ...resends }
        const attemptSpan = tracer.startSpan(`${method} ${path}`, { kind: SpanKind.CLIENT, attributes }, callContext)
        const attemptContext = trace.setSpan(callContext, attemptSpan)
        const started = performance.now()
        const endAttempt = (outcome: Attributes) => {
          const duration = performance.now() - started
          end(attemptSpan, outcome, () => record('request', duration, { ...request, ...outcome }, attemptContext))
        }
        propagation.inject(attemptContext, headers)
        return context.with(withSingleHeaders(attemptContext, Object.keys(headers)), run).then(
          ({ response }) => endAttempt(statusOf(response.status)),
          (error) => endAttempt({ ...statusOf(fieldOf(error, 'status')), 'error.type': errorTypeOf(error) }),
        )
      }
      return surround(around, () => send(addHeaders(sendable, headers)))
    },
  }
  const { [callTracer]: outer } = call
  call[callTracer] = outer ? nest(outer, own) : own
}

/** Makes the spans of two providers. */
function nest(outer: CallTracer, inner: CallTracer): CallTracer {
  return {
    call: (work) => outer.call(() => inner.call(work)),
    attempt: (sendable, redact, send) => outer.attempt(sendable, redact, (given) => inner.attempt(given, redact, send)),
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
