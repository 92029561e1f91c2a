import type { Channel, Sceyt } from 'sceyt-platform'
import { one } from './dom.ts'
import { isolate } from './person.ts'
import { attempt } from './problem.ts'
import type { You } from './you.ts'

/** The dialog that makes a channel, with the chosen user as its owner. */
export function createCreation(sceyt: Sceyt, you: You, onDone: (channel: Channel) => void): void {
  const dialog = one('creation', HTMLDialogElement)
  const form = one('creation-form', HTMLFormElement)
  const uri = one('uri', HTMLInputElement)
  const problem = one('creation-problem', HTMLElement)

  one('new', HTMLButtonElement).addEventListener('click', () => {
    one('owner', HTMLElement).textContent = `Owner: ${isolate(you.username)}`
    problem.textContent = ''
    dialog.showModal()
  })
  one('cancel', HTMLButtonElement).addEventListener('click', () => dialog.close())
  form.addEventListener('change', () => {
    uri.disabled = new FormData(form).get('kind') !== 'public'
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(problem, async () => {
      const subject = one('subject', HTMLInputElement).value
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
