/**
 * Spans of OpenTelemetry for every call.
 *
 * @packageDocumentation
 */
export { type InstrumentOptions, instrument } from './instrument.js'
