import { metrics } from '@opentelemetry/api'
import { instrument } from 'sceyt-platform/otel'
import { expect, it, onTestFinished } from 'vitest'
import { failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'
import { createTelemetry, instrumented } from './telemetry.js'

const good = () => json({ username: 'zoe' })
const server = { 'server.address': 'api.example.com', 'server.port': 443 }

it('measures each attempt and each call', async () => {
  const telemetry = instrumented()
  const respond = inSequence(
    respondingWith(503, { 'retry-after': '0' }),
    good,
    respondingWith(404),
    failing('ECONNRESET'),
  )
  const { sceyt } = recordingClient(respond, { maxRetries: 1 })
  await sceyt.users.get('zoe')
  await failure(sceyt.users.get('nobody'))
  await failure(sceyt.users.get('zoe', { maxRetries: 0 }))
  const { 'http.client.request.duration': attempts = [], 'sceyt.client.call.duration': calls = [] } =
    await telemetry.histograms()
  const request = { ...server, 'http.request.method': 'GET', 'url.template': '/users/{username}' }
  expect(attempts.map(({ attributes, value }) => [attributes, value.count])).toEqual([
    [{ ...request, 'http.response.status_code': 503, 'error.type': '503' }, 1],
    [{ ...request, 'http.response.status_code': 200 }, 1],
    [{ ...request, 'http.response.status_code': 404, 'error.type': '404' }, 1],
    [{ ...request, 'error.type': 'ConnectionError' }, 1],
  ])
  const operation = { 'sceyt.operation.name': 'users.get', 'sceyt.operation.id': 'getUser' }
  expect(calls.map(({ attributes, value }) => [attributes, value.count])).toEqual([
    [operation, 1],
    [{ ...operation, 'error.type': 'NotFoundError' }, 1],
    [{ ...operation, 'error.type': 'ConnectionError' }, 1],
  ])
})

it('measures in seconds, in the buckets that the conventions advise', async () => {
  const telemetry = instrumented()
  const started = performance.now()
  await recordingClient(good).sceyt.users.get('zoe')
  const elapsed = (performance.now() - started) / 1000
  const { 'http.client.request.duration': [attempt] = [], 'sceyt.client.call.duration': [call] = [] } =
    await telemetry.histograms()
  expect(attempt?.value.buckets.boundaries).toEqual([
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
  ])
  expect(attempt?.value.sum).toBeGreaterThan(0)
  expect(call?.value.sum).toBeGreaterThanOrEqual(attempt?.value.sum ?? Infinity)
  expect(call?.value.sum).toBeLessThanOrEqual(elapsed)
})

it('uses the global provider, also when it is registered later', async () => {
  onTestFinished(instrument())
  const { sceyt } = recordingClient(good)
  await sceyt.users.get('zoe')
  const telemetry = createTelemetry()
  metrics.setGlobalMeterProvider(telemetry.meterProvider)
  onTestFinished(() => metrics.disable())
  await sceyt.users.get('zoe')
  const { 'http.client.request.duration': [attempt] = [] } = await telemetry.histograms()
  expect(attempt?.value.count).toBe(1)
})

it.each([
  ['options must', null],
  ['there is no option "tracerprovider"; did you mean', { tracerprovider: {} }],
  ['tracerProvider must be a provider with the method getTracer', { tracerProvider: {} }],
  ['meterProvider must be a provider with the method getMeter', { meterProvider: { getTracer: () => {} } }],
])('rejects options: %s', (message, options) => {
  expect(() => instrument(options as never)).toThrow(
    expect.objectContaining({ name: 'InputError', message: expect.stringContaining(message) }),
  )
})
