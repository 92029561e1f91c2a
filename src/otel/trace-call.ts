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
import type { CallAttempt, CallWrapper, TraceContext } from 'sceyt-platform'
import { fieldOf } from '../common/field-of.js'
import { errorTypeOf, requestAttributes, statusOf, withoutQuery } from './attributes.js'
import { type RecordDuration, scope } from './durations.js'
import { withSingleHeaders } from './single-headers.js'

/**
 * Starts the span of a call, and wraps its attempts in spans.
 *
 * @param call - A call that starts. The active context is the parent of its span.
 */
export function traceCall(call: TraceContext, provider: TracerProvider | undefined, record: RecordDuration): void {
  const { callId, operationId, name } = call
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

  function attempt(given: CallAttempt, send: Parameters<NonNullable<CallWrapper['attempt']>>[1]): Promise<void> {
    const attributes = requestAttributes(call, given.url)
    const resends = given.attempt > 1 ? { 'http.request.resend_count': given.attempt - 1 } : {}
    const attemptSpan = tracer.startSpan(
      `${call.method} ${call.path}`,
      {
        kind: SpanKind.CLIENT,
        attributes: { ...attributes, 'url.full': withoutQuery(given.url), ...resends },
      },
      callContext,
    )
    const attemptContext = trace.setSpan(callContext, attemptSpan)
    propagation.inject(attemptContext, given.headers)
    const started = performance.now()
    const finish = (outcome: Attributes) => {
      const duration = performance.now() - started
      end(attemptSpan, outcome, () => record('request', duration, { ...attributes, ...outcome }, attemptContext))
    }
    const names = Object.keys(given.headers).map((name) => name.toLowerCase())
    return context.with(withSingleHeaders(attemptContext, names), send).then(
      ({ status }) => finish(statusOf(status)),
      (error) => finish({ ...statusOf(fieldOf(error, 'status')), 'error.type': errorTypeOf(error) }),
    )
  }

  call.wrap({
    call: (run) =>
      context.with(callContext, run).then(
        () => endCall({}),
        (error) => endCall({ 'error.type': errorTypeOf(error) }),
      ),
    attempt,
  })
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
