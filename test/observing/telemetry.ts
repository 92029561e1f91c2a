import { type Attributes, context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core'
import { type DataPoint, type Histogram, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { instrument } from 'sceyt-platform/otel'
import { onTestFinished } from 'vitest'

/** Registers what a program registers once: the context of async functions, and the propagators. */
export function registerGlobals(): void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  )
}

class ManualReader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

/** Spans and metrics in memory. */
export interface Telemetry {
  tracerProvider: BasicTracerProvider
  meterProvider: MeterProvider
  /** The spans that have ended, in the order of their start. */
  spans(): ReadableSpan[]
  /** The data points of each histogram, by its name. */
  histograms(): Promise<Record<string, DataPoint<Histogram>[]>>
  /** Everything that is exported, as text. */
  exported(): Promise<string>
}

/** Creates providers whose exporters keep everything in memory. */
export function createTelemetry(...processors: SpanProcessor[]): Telemetry {
  const exporter = new InMemorySpanExporter()
  const started: unknown[] = []
  const order: SpanProcessor = {
    onStart: (span) => void started.push(span.spanContext().spanId),
    onEnd() {},
    async forceFlush() {},
    async shutdown() {},
  }
  const spanProcessors = [order, ...processors, new SimpleSpanProcessor(exporter)]
  const tracerProvider = new BasicTracerProvider({ spanProcessors })
  const reader = new ManualReader()
  const meterProvider = new MeterProvider({ readers: [reader] })
  const position = (span: ReadableSpan) => started.indexOf(span.spanContext().spanId)
  const spans = () => exporter.getFinishedSpans().toSorted((one, other) => position(one) - position(other))
  const collect = async () =>
    (await reader.collect()).resourceMetrics.scopeMetrics.flatMap(({ scope, metrics }) =>
      metrics.map((metric) => ({ ...metric, scope })),
    )
  return {
    tracerProvider,
    meterProvider,
    spans,
    histograms: async () =>
      Object.fromEntries(
        (await collect()).map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints as DataPoint<Histogram>[]]),
      ),
    exported: async () =>
      JSON.stringify([
        spans().map(({ name, attributes, status, events, links, instrumentationScope }) => ({
          ...{ name, attributes, status, events, links, instrumentationScope },
        })),
        await collect(),
      ]),
  }
}

/** Instruments all clients until the test ends. */
export function instrumented(...processors: SpanProcessor[]): Telemetry {
  const telemetry = createTelemetry(...processors)
  const { tracerProvider, meterProvider } = telemetry
  onTestFinished(instrument({ tracerProvider, meterProvider }))
  return telemetry
}

/** A span as a reader sees it. */
export interface ShownSpan {
  name: string
  kind: string
  parent: string | undefined
  isError: boolean
  attributes: Attributes
}

/** Each span with the name of its parent. */
export function show(spans: readonly ReadableSpan[]): ShownSpan[] {
  const names = new Map(spans.map((span) => [span.spanContext().spanId, span.name]))
  return spans.map(({ name, kind, parentSpanContext, status, attributes }) => ({
    name,
    kind: SpanKind[kind] as string,
    parent: parentSpanContext && (names.get(parentSpanContext.spanId) ?? parentSpanContext.spanId),
    isError: status.code === SpanStatusCode.ERROR,
    attributes,
  }))
}

/** Runs a function within a span of its own, as a request handler of a server does. */
export async function withinSpan<T>(telemetry: Telemetry, name: string, work: () => Promise<T>): Promise<T> {
  const span = telemetry.tracerProvider.getTracer('test').startSpan(name)
  try {
    return await context.with(trace.setSpan(context.active(), span), work)
  } finally {
    span.end()
  }
}
