import { createSceyt } from '../../dist/src/index.js'
import { fastest } from '../fastest.js'
import { report } from './report.js'

/** Megabytes at the peak, and the time per page of the last tenth over that of the first, each at its fastest tenth. */
export interface ListFigures {
  peak: number
  growth: number
}

const pages = 10_000
const perPage = 100
const warmUp = 1000
const url = 'https://api.example.com/v1/app/channels/123/messages'

const messages = Array.from({ length: perPage }, (_, index) => ({
  id: String(101437428530810881n + BigInt(index)),
  from: `user-${index}`,
  body: 'Which chapter are we on? The one after the storm, I believe.',
  type: 'text',
  metadata: '{"mood":"curious"}',
  attachments:
    index % 10
      ? []
      : [
          {
            name: 'Chapter 1.pdf',
            type: 'file',
            meta: '{"pages":12}',
            url: 'https://cdn.example.com/chapter-1.pdf',
            size: 48213,
          },
        ],
}))
const text = JSON.stringify(messages)

function page(address: string): string {
  const offset = Number(new URL(address).searchParams.get('offset'))
  const next = offset + perPage < (warmUp + pages) * perPage ? `"${url}?offset=${offset + perPage}"` : 'null'
  return `{"count":${perPage},"links":{"current":"${url}?offset=${offset}","next":${next}},"messages":${text}}`
}

const headers = { 'content-type': 'application/json' }
const fetch = async (input: string | Request) =>
  new Response(page(typeof input === 'string' ? input : input.url), { status: 200, headers })
const sceyt = createSceyt({ baseUrl: 'https://api.example.com/v1/app', apiKey: 'k', fetch })

const times: number[] = []
let items = 0
let start = performance.now()
for await (const message of sceyt.messages.list('123')) {
  if (message.id) items++
  if (items % perPage > 0) continue
  times.push(performance.now() - start)
  start = performance.now()
}
if (items !== (warmUp + pages) * perPage) throw new Error(`Only ${items} items were listed.`)

// In the ten seconds of a run, the load of the machine can change.
const figures: ListFigures = {
  peak: (process.resourceUsage().maxRSS * 1024) / 1e6,
  growth: fastest(times.slice(-pages / 10)) / fastest(times.slice(warmUp, warmUp + pages / 10)),
}
report(figures)
