import type { ComponentChildren } from 'preact'
import { CodeBlock } from '../parts/code-block.js'
import { ShownText } from '../parts/shown-text.js'
import { decodeUrl, matcherOf, readFilter } from '../requests/request-filter.js'
import { useRequestLog } from '../requests/use-request-log.js'
import { linkTo } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { curlOf, environmentOf, nodeProgram, pageProgramOf } from './snippets.js'

/** Shows how to make a first request, and whether it has arrived. */
export function FirstRequest() {
  const { app } = useStudio()
  return (
    <section class="panel" aria-labelledby="first">
      <h2 id="first">First request</h2>
      <LatestRequest />
      <Snippet title="curl" text={curlOf(app)} />
      <Snippet title=".env" text={environmentOf(app)} />
      <Snippet
        title="TypeScript, on a server"
        text={nodeProgram}
        hint={
          <>
            Save it as first.mjs next to the .env, then run <code>node --env-file=.env first.mjs</code>
          </>
        }
      />
      <Snippet title="TypeScript, in a browser" text={pageProgramOf(app)} />
    </section>
  )
}

interface SnippetProps {
  readonly title: string
  readonly text: string
  readonly hint?: ComponentChildren
}

function Snippet({ title, text, hint }: SnippetProps) {
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      {hint && <p class="soft">{hint}</p>}
      <CodeBlock text={text} what={title} />
    </section>
  )
}

function LatestRequest() {
  const { app } = useStudio()
  const { entries } = useRequestLog()
  // As on the page Requests: also those that no operation matches, such as one to a mistyped base URL.
  const isOwn = matcherOf(readFilter(new URLSearchParams()), new URL(app.baseUrl).pathname)
  const latest = entries?.find(isOwn)
  const isSuccess = latest?.status != null && latest.status < 400
  return (
    <div role="status" class="latest">
      {entries && !latest && <p class="soft">No requests yet. Run one of these, and the result appears here.</p>}
      {latest && (
        <>
          <p class={isSuccess ? 'good' : 'bad'}>
            {isSuccess ? 'It works: ' : 'The latest request failed: '}
            {latest.status === null ? 'no response' : `status ${latest.status}`}
            {latest.problem !== undefined && (
              <>
                . <ShownText text={latest.problem} />
              </>
            )}
          </p>
          <p class="cut">
            <a href={linkTo(['requests'], { open: latest.number })}>
              <ShownText class="mono" text={`${latest.method} ${decodeUrl(latest.url)}`} />
            </a>
          </p>
        </>
      )}
    </div>
  )
}
