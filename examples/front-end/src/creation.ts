import type { Channel, Sceyt } from 'sceyt-platform'
import { byId } from './dom.ts'
import { isolate } from './person.ts'
import { attempt } from './problem.ts'
import type { You } from './you.ts'

/** Sets up the dialog that creates a channel, owned by the current user. */
export function createCreation(sceyt: Sceyt, you: You, onDone: (channel: Channel) => void): void {
  const dialog = byId('creation', HTMLDialogElement)
  const form = byId('creation-form', HTMLFormElement)
  const uri = byId('uri', HTMLInputElement)
  const problem = byId('creation-problem', HTMLElement)

  byId('new', HTMLButtonElement).addEventListener('click', () => {
    byId('owner', HTMLElement).textContent = `Owner: ${isolate(you.username)}`
    problem.textContent = ''
    dialog.showModal()
  })
  byId('cancel', HTMLButtonElement).addEventListener('click', () => dialog.close())
  form.addEventListener('change', () => {
    uri.disabled = new FormData(form).get('kind') !== 'public'
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(problem, async () => {
      const subject = byId('subject', HTMLInputElement).value
      const owner = you.username
      const { channels } = sceyt
      const channel = uri.disabled
        ? await channels.createPrivate({ subject, owner })
        : await channels.createPublic({ subject, uri: uri.value, owner })
      dialog.close()
      form.reset()
      uri.disabled = true
      onDone(channel)
    })
  })
}
