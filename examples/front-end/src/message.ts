import type { Attachment, Message } from 'sceyt-platform'
import { h } from './dom.ts'
import { avatar, nameOf, type Person } from './person.ts'
import { useKeys } from './text-box.ts'

/** The actions that the author of a message has. */
export interface Actions {
  edit(body: string): void
  remove(): void
}

/** Creates the list item of a message, with buttons if it is the current user's. */
export function messageItem(message: Message, author: Person, actions?: Actions): HTMLLIElement {
  const name = nameOf(author)
  const head = h(
    'p',
    { className: 'author' },
    h('bdi', {}, name),
    ' ',
    h('bdi', { className: 'soft' }, `@${message.from}`),
  )
  const body = h('p', { className: 'body', dir: 'auto' }, message.body)
  const content = h('div', {}, head, body)
  if (message.attachments?.length)
    content.append(
      h('ul', { className: 'attachments' }, ...message.attachments.map((item) => h('li', {}, attachment(item)))),
    )
  if (actions) head.append(...buttons(message, body, actions))
  return h('li', {}, avatar(name, author.avatar), content)
}

/** Creates a link with the attachment's name; nothing is loaded. Only http and https are linked, since the URL comes from another user. */
function attachment({ name, url = '', size }: Attachment): HTMLElement {
  const label = h('bdi', {}, name ?? url)
  const text = h(
    'span',
    {},
    '📎 ',
    /^https?:\/\//i.test(url) ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label) : label,
  )
  // Some servers send the size as a string.
  const bytes = Number(size)
  if (bytes >= 0) text.append(` ${Math.ceil(bytes / 1000)} kB`)
  return text
}

function buttons(message: Message, body: HTMLElement, actions: Actions): HTMLElement[] {
  const edit = h('button', { type: 'button', className: 'quiet', ariaLabel: `Edit: ${message.body}` }, 'Edit')
  const remove = h('button', { type: 'button', className: 'quiet', ariaLabel: `Delete: ${message.body}` }, 'Delete')
  edit.addEventListener('click', () => {
    const form = editor(message, actions, () => {
      form.replaceWith(body)
      edit.hidden = remove.hidden = false
      edit.focus()
    })
    body.replaceWith(form)
    edit.hidden = remove.hidden = true
    form.querySelector('textarea')?.focus()
  })
  remove.addEventListener('click', () => {
    if (confirm('Delete this message for everyone?')) actions.remove()
  })
  return [edit, remove]
}

function editor({ body }: Message, actions: Actions, close: () => void): HTMLFormElement {
  const text = h('textarea', { value: body, dir: 'auto', rows: 2, ariaLabel: 'Edited message' })
  const cancel = h('button', { type: 'button' }, 'Cancel')
  const form = h('form', { className: 'editor' }, text, h('button', { type: 'submit' }, 'Save'), cancel)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (text.value.trim()) actions.edit(text.value)
  })
  cancel.addEventListener('click', close)
  useKeys(text, close)
  return form
}
