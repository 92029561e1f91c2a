import { useEffect, useMemo, useState } from 'preact/hooks'
import { createApiClient } from '../api-client.js'
import { type BootApp, bootData } from '../boot-data.js'
import { ConnectPage } from '../connect/connect-page.js'
import { callControl } from '../control-client.js'
import { DataPage } from '../data/data-page.js'
import { onLive } from '../live-events.js'
import { listenForNotices, Notices, report } from '../parts/notices.js'
import { RequestsPage } from '../requests/requests-page.js'
import { goTo, linkTo, useRoute } from '../route.js'
import { WorldPage } from '../world/world-page.js'
import { ShortcutsDialog } from './shortcuts-dialog.js'
import { StudioContext } from './studio-context.js'
import { useShortcuts } from './use-shortcuts.js'

const pages = [
  { name: 'connect', title: 'Connect', Page: ConnectPage },
  { name: 'data', title: 'Data', Page: DataPage },
  { name: 'requests', title: 'Requests', Page: RequestsPage },
  { name: 'world', title: 'World', Page: WorldPage },
] as const

/** The applications, which other pages and programs may add and remove. */
function useApps(): readonly BootApp[] {
  const [apps, setApps] = useState(() => bootData.apps)
  useEffect(
    () =>
      onLive('changed', () => {
        callControl<readonly BootApp[]>('GET', '/apps').then(
          (next) => setApps((known) => (JSON.stringify(next) === JSON.stringify(known) ? known : next)),
          () => {},
        )
      }),
    [],
  )
  return apps
}

/** The whole app: a header, the navigation, and the page of the current route. */
export function Studio() {
  const { path } = useRoute()
  const apps = useApps()
  const [appId, setAppId] = useState(apps[0]?.appId)
  const [isHelpOpen, setHelpOpen] = useState(false)
  useEffect(listenForNotices, [])
  useShortcuts({
    '?': () => setHelpOpen(true),
    'g c': () => goTo(['connect']),
    'g d': () => goTo(['data']),
    'g r': () => goTo(['requests']),
    'g w': () => goTo(['world']),
  })
  const app = apps.find((each) => each.appId === appId) ?? apps[0]
  const sceyt = useMemo(() => app && createApiClient(app), [app])
  const page = pages.find(({ name }) => name === path[0]) ?? pages[0]
  useEffect(() => {
    document.title = `${page.title} · Sceyt sandbox`
  }, [page])
  if (!app || !sceyt) return <p class="notice">The sandbox has no application.</p>
  return (
    <StudioContext.Provider value={{ apps, app, sceyt, report }}>
      <button type="button" class="skip" onClick={focusView}>
        Skip to the content
      </button>
      <header class="shell-header">
        <span class="brand">Sceyt sandbox</span>
        {apps.length > 1 && (
          <label class="app-choice">
            Application{' '}
            <select value={app.appId} onChange={({ currentTarget }) => setAppId(currentTarget.value)}>
              {apps.map((each) => (
                <option key={each.appId}>{each.appId}</option>
              ))}
            </select>
          </label>
        )}
        <nav aria-label="Pages" class="views">
          {pages.map(({ name, title }) => (
            <a key={name} href={linkTo([name])} aria-current={name === page.name ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <div class="shell-links">
          <a href="/docs">API docs</a>
          <button type="button" class="plain" aria-label="Keyboard shortcuts" onClick={() => setHelpOpen(true)}>
            <kbd>?</kbd>
          </button>
        </div>
      </header>
      <Notices />
      <main id="view" tabIndex={-1}>
        <page.Page key={app.appId} />
      </main>
      {isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
    </StudioContext.Provider>
  )
}

/** Not a link, which would change the route. */
function focusView(): void {
  document.querySelector<HTMLElement>('#view')?.focus()
}
