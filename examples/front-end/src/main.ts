import { createSceyt } from 'sceyt-platform'
import { createChannelView } from './channel.ts'
import { createChannels } from './channels.ts'
import { connect } from './connection.ts'
import { createCreation } from './creation.ts'
import { byId } from './dom.ts'
import { attempt } from './problem.ts'
import { createYou } from './you.ts'

showView()
addEventListener('hashchange', showView)
if (!(await attempt(byId('channels-problem', HTMLElement), start))) {
  // On a narrow screen too, the error is beside the channels.
  document.body.dataset['view'] = 'list'
  byId('count', HTMLElement).textContent = ''
}

async function start(): Promise<void> {
  const { options, sandbox } = await connect()
  // Anyone can read the key in a page, and use it to change the whole application. The sandbox's key is not a secret;
  // keep a real key on your own server, and let the page call that server.
  const sceyt = createSceyt({ ...options, allowBrowser: true })
  const you = createYou()
  const channels = createChannels(sceyt)
  const view = createChannelView(sceyt, you, channels.titleOf, channels.refresh)
  createCreation(sceyt, you, ({ id }) => {
    location.hash = `/${id}`
    void channels.refresh()
  })

  /** Shows the channel that the URL names. */
  async function show(): Promise<void> {
    channels.mark()
    await view.open(idIn(location.hash))
  }

  function refresh(): void {
    void channels.refresh()
    // If the server cannot be reached, the list of channels shows the error.
    view.refresh().catch(() => {})
  }

  addEventListener('hashchange', async ({ oldURL }) => {
    await show()
    const isTouched = matchMedia('(pointer: coarse)').matches
    if (idIn(location.hash)) byId(isTouched ? 'title' : 'body', HTMLElement).focus()
    else document.getElementById(`link-${idIn(new URL(oldURL).hash)}`)?.focus()
  })
  // The API does not push.
  addEventListener('focus', refresh)

  if (sandbox) {
    const reset = byId('reset', HTMLButtonElement)
    reset.hidden = false
    reset.addEventListener('click', () => {
      if (!confirm('Delete everything that was created here, and start again?')) return
      sandbox.reset()
      if (idIn(location.hash)) location.hash = '/'
      else void show()
    })
    // In any tab.
    sandbox.onChange(refresh)
  }

  await Promise.all([channels.refresh(), show()])
}

/** On a narrow screen, only the list or the channel is visible. */
function showView(): void {
  document.body.dataset['view'] = idIn(location.hash) ? 'channel' : 'list'
}

function idIn(hash: string): string {
  return hash.slice(2)
}
