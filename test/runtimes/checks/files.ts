import type { Sceyt, UploadSource } from 'sceyt-platform'
import type { Check, Json } from '../check.js'
import { createClient } from '../scene.js'

const name = 'naïve 你好 🎉*.bin'
const type = 'application/x-test'
const pieces = 16
const pieceSize = 64 * 1024
const whole = { name, size: pieces * pieceSize, same: true }

export const files: readonly Check[] = [
  {
    name: 'a Blob is uploaded completely',
    expected: whole,
    run: ({ sandbox }) => roundTrip(createClient(sandbox), new File([content()], name, { type })),
  },
  {
    name: 'a stream of known size is uploaded completely',
    expected: whole,
    run: ({ sandbox }) => roundTrip(createClient(sandbox), streamed(content().length)),
  },
  {
    name: 'a stream of unknown size is uploaded completely',
    expected: whole,
    run: ({ sandbox }) => roundTrip(createClient(sandbox), streamed()),
  },
  {
    name: 'a download can be read as a stream',
    expected: { size: whole.size, same: true, status: 200 },
    async run({ sandbox }) {
      const sceyt = createClient(sandbox)
      const { url } = await sceyt.files.upload(new File([content()], name, { type }))
      const { data, status } = await sceyt.files.download(nameIn(url), { as: 'stream' }).withResponse()
      await sceyt.files.delete(nameIn(url))
      return { ...(await compare(new Response(data as ReadableStream<Uint8Array<ArrayBuffer>>))), status }
    },
  },
]

async function roundTrip(sceyt: Sceyt, source: File | UploadSource): Promise<Json> {
  let url: string
  try {
    url = (await sceyt.files.upload(source)).url
  } catch (error) {
    return { error: String((error as Error).name) }
  }
  const file = (await sceyt.files.download(nameIn(url))) as Blob
  await sceyt.files.delete(nameIn(url))
  return { name: nameIn(url), ...(await compare(file)) }
}

function streamed(size?: number): UploadSource {
  const bytes = content()
  let next = 0
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(bytes.slice(next * pieceSize, (next + 1) * pieceSize))
        if (++next === pieces) controller.close()
      },
    })
  return { name, type, size, stream }
}

/** Bytes of every value, in an order that reveals a missing or misplaced piece. */
function content(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: pieces * pieceSize }, (_, index) => (index * 31 + (index >> 8)) & 0xff)
}

async function compare(file: Pick<Blob, 'arrayBuffer'>): Promise<{ size: number; same: boolean }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { size: bytes.length, same: content().every((byte, index) => byte === bytes[index]) }
}

function nameIn(url: string): string {
  return decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))
}
