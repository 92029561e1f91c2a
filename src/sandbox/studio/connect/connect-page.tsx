import { CopyButton } from '../parts/copy-button.js'
import { useStudio } from '../shell/studio-context.js'
import { FirstRequest } from './first-request.js'
import { TokenPanel } from './token-panel.js'

/** Shows how to call the sandbox. */
export function ConnectPage() {
  const { app } = useStudio()
  return (
    <>
      <h1>Connect</h1>
      <div class="connect">
        <div class="column">
          <section class="panel" aria-labelledby="address">
            <h2 id="address">Address and key</h2>
            <dl class="facts">
              <Fact name="Base URL" value={app.baseUrl} />
              <Fact name="Application" value={app.appId} />
              <Fact name="API key" value={app.apiKey} />
            </dl>
            <p>
              <a href="/docs">API docs</a>, <a href="/openapi.json">OpenAPI document</a>
            </p>
          </section>
          <TokenPanel />
        </div>
        <FirstRequest />
      </div>
    </>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="copied">
        <bdi class="mono">{value}</bdi>
        <CopyButton text={value} what={name} />
      </dd>
    </div>
  )
}
