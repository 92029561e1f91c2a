import { createSceyt } from 'sceyt-platform'
import { createChannelView } from './channel.ts'
import { createChannels } from './channels.ts'
import { connect } from './connection.ts'
import { createCreation } from './creation.ts'
import { one } from './dom.ts'
import { attempt } from './problem.ts'
import { createYou } from './you.ts'

turn()
addEventListener('hashchange', turn)
void attempt(one('channels-problem', HTMLElement), start)

async function start(): Promise<void> {
  const { options, sandbox } = await connect()
  // Anybody can read the key that a page holds, and act on the whole application with it. That of the sandbox is no secret;
  // a real key stays on a server of yours, and the page talks to that.
  const sceyt = createSceyt({ ...options, allowBrowser: true })
  const you = createYou()
  const channels = createChannels(sceyt)
  const view = createChannelView(sceyt, you, channels.titleOf, channels.refresh)
  createCreation(sceyt, you, ({ id }) => {
    location.hash = `/${id}`
    void channels.refresh()
  })

  /** Shows the channel that the address names. */
  async function show(): Promise<void> {
    channels.mark()
    await view.open(idIn(location.hash))
  }

  function refresh(): void {
    void channels.refresh()
    // If the server is gone, the list says so.
    view.refresh().catch(() => {})
  }

  addEventListener('hashchange', async ({ oldURL }) => {
    await show()
    const isTouched = matchMedia('(pointer: coarse)').matches
    if (idIn(location.hash)) one(isTouched ? 'title' : 'body', HTMLElement).focus()
    else document.getElementById(`link-${idIn(new URL(oldURL).hash)}`)?.focus()
  })
  // The API does not push.
  addEventListener('focus', refresh)

  if (sandbox) {
    const reset = one('reset', HTMLButtonElement)
    reset.hidden = false
    reset.addEventListener('click', () => {
      if (!confirm('Drop all that was made here, and begin again?')) return
      sandbox.reset()
      void channels.refresh()
      if (idIn(location.hash)) location.hash = '/'
      else void show()
    })
    sandbox.onOtherTab(refresh)
  }

  await Promise.all([channels.refresh(), show()])
}

/** On a narrow screen, either the list or the channel shows. */
function turn(): void {
  document.body.dataset['view'] = idIn(location.hash) ? 'channel' : 'list'
}

function idIn(hash: string): string {
  return hash.slice(2)
}
