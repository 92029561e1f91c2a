import { useEffect, useState } from 'preact/hooks'
import { type LiveRequest, onLive } from '../live-events.js'
import { CodeBlock } from '../parts/code-block.js'
import { CopyButton } from '../parts/copy-button.js'
import { useOperations } from '../parts/use-operations.js'
import { linkTo } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { curlOf, environmentOf, nodeProgramOf, pageProgramOf } from './snippets.js'
import { TokenPanel } from './token-panel.js'

/** Shows how to call the sandbox. */
export function ConnectPage() {
  const { app } = useStudio()
  const operations = useOperations()
  const path = operations?.find(({ name }) => name === 'users.list')?.path
  return (
    <>
      <h1>Connect</h1>
      <div class="connect">
        <section class="panel" aria-labelledby="address">
          <h2 id="address">Address and key</h2>
          <dl class="facts">
            <Fact name="Base URL" value={app.baseUrl} />
            <Fact name="Application" value={app.appId} />
            <Fact name="API key" value={app.apiKey} />
          </dl>
          <FirstRequest />
        </section>
        <TokenPanel />
        <Snippet title=".env" text={environmentOf(app)} />
        <Snippet title="curl" text={path === undefined ? 'curl …' : curlOf(app, path)} />
        <Snippet title="TypeScript, on a server" text={nodeProgramOf()} hint="With the .env above." />
        <Snippet title="TypeScript, in a page" text={pageProgramOf(app)} />
      </div>
    </>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="mono">
        <bdi>{value}</bdi>
      </dd>
      <CopyButton text={value} what={name} />
    </div>
  )
}

function Snippet({ title, text, hint }: { readonly title: string; readonly text: string; readonly hint?: string }) {
  return (
    <section class="panel" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p class="soft">{hint}</p>}
      <CodeBlock text={text} what={title} />
    </section>
  )
}

/** Tells a reader who tries the first call whether it has arrived. */
function FirstRequest() {
  const [latest, setLatest] = useState<LiveRequest>()
  useEffect(() => onLive('request', setLatest), [])
  return (
    <p role="status" class="wrap">
      {latest === undefined ? (
        <span class="soft">No requests yet. Run one of the programs, and it appears here.</span>
      ) : (
        <>
          Latest request:{' '}
          <a href={linkTo(['requests'], { open: latest.number })}>
            <bdi class="mono">
              {latest.method} {latest.url}
            </bdi>
          </a>{' '}
          <span class={latest.status !== null && latest.status < 400 ? 'good' : 'bad'}>
            {latest.status ?? 'connection broken'}
          </span>
        </>
      )}
    </p>
  )
}
