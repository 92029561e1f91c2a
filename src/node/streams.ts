import type { Readable } from 'node:stream'
import { fieldOf } from '../common/field-of.js'

const has = (value: unknown, name: PropertyKey): boolean => typeof fieldOf(value, name) === 'function'

// Not by class, since streams may come from another realm or package.
export const isWebStream = (value: unknown): value is ReadableStream => has(value, 'getReader')
export const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> => has(value, Symbol.asyncIterator)
export const isNodeStream = (value: unknown): value is Readable => has(value, 'pipe') && has(value, 'on')
