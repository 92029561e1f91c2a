import { pipeline, Readable, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'

/** Creates the decoder of a content coding, for content that starts with a given chunk. */
type CreateDecoder = (start: Uint8Array) => Transform

const decoders: Readonly<Record<string, CreateDecoder | undefined>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  // Servers send it with the header of zlib, which has 8 in these bits, or raw.
  deflate: ([first = 0]) => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()),
  br: () => zlib.createBrotliDecompress(),
  ...zstdDecoder(),
}

// Node has it since 22.15.
function zstdDecoder(): Record<string, CreateDecoder> {
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform }
  return createZstdDecompress ? { zstd: () => createZstdDecompress() } : {}
}

/** The content codings to ask for. Others are decoded as well. */
export const acceptEncoding = 'gzip, deflate'

/** More of them are an attack. */
const mostCodings = 5

/**
 * Returns the decoders for a `Content-Encoding`, the first to apply first. As in the global `fetch`, there are none if one
 * of its codings is not supported.
 */
export function decodersOf(header: string): readonly CreateDecoder[] {
  const found = header
    .toLowerCase()
    .split(',')
    .map((coding) => decoders[coding.trim()])
    .reverse()
  return found.every((decoder) => decoder !== undefined) ? found : []
}

/**
 * Decodes content.
 *
 * @param mayBeEmpty - Whether there may be no content, as in responses to DELETE.
 * @throws Error if the content is truncated or invalid.
 */
export function decode(
  chunks: AsyncGenerator<Uint8Array>,
  codings: readonly CreateDecoder[],
  mayBeEmpty: boolean,
): AsyncGenerator<Uint8Array> {
  if (codings.length > mostCodings) return failing(`The response has ${codings.length} content codings.`)
  return codings.reduce((coded, coding) => decodeOne(coded, coding, mayBeEmpty), chunks)
}

async function* decodeOne(
  chunks: AsyncGenerator<Uint8Array>,
  createDecoder: CreateDecoder,
  mayBeEmpty: boolean,
): AsyncGenerator<Uint8Array> {
  const { done, value: start } = await chunks.next()
  if (done) {
    if (mayBeEmpty) return
    throw new Error('The encoded body is empty.')
  }
  async function* all() {
    yield start
    yield* chunks
  }
  yield* pipeline(Readable.from(all(), { objectMode: false }), createDecoder(start), () => {})
}

// biome-ignore lint/correctness/useYield: it has the type of the others.
async function* failing(message: string): AsyncGenerator<Uint8Array> {
  throw new Error(message)
}
