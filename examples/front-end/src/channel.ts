import type { Message, Sceyt } from 'sceyt-platform'
import { showAbout } from './about.ts'
import { byId, h } from './dom.ts'
import { History } from './history.ts'
import { messageItem } from './message.ts'
import { isolate, nameOf, type Person } from './person.ts'
import { attempt } from './problem.ts'
import { useKeys } from './text-box.ts'
import type { TitleOf } from './titles.ts'
import type { You } from './you.ts'

/** Creates the view of the open channel: its messages, and a form to send one. */
export function createChannelView(sceyt: Sceyt, you: You, titleOf: TitleOf, onWrite: () => void) {
  const section = byId('channel', HTMLElement)
  const nothing = byId('nothing', HTMLElement)
  const lost = byId('lost', HTMLElement)
  const empty = byId('empty', HTMLElement)
  const log = byId('log', HTMLElement)
  const list = byId('messages', HTMLOListElement)
  const older = byId('older', HTMLButtonElement)
  const composer = byId('composer', HTMLFormElement)
  const body = byId('body', HTMLTextAreaElement)
  const problem = byId('problem', HTMLElement)
  const news = byId('news', HTMLElement)
  /** The id of the channel that was chosen last. It is shown once it has loaded. */
  let chosen = ''
  let history = new History(sceyt, chosen)
  let people = new Map<string, Person>()
  /** The number of changes that were made here. */
  let changes = 0

  /** Shows a channel, or none if the id is empty. */
  async function open(id: string): Promise<void> {
    chosen = id
    const isDone = await attempt(problem, () => (id ? openChannel(id) : openNone()))
    if (chosen !== id) return
    lost.hidden = isDone
    if (isDone) return
    section.hidden = true
    nothing.hidden = true
    document.title = 'Chat'
    // A new channel needs an owner. If the server cannot be reached, the error is shown already.
    await offerUsers(id).catch(() => {})
  }

  async function openNone(): Promise<void> {
    await offerUsers('')
    if (chosen) return
    section.hidden = true
    nothing.hidden = false
    document.title = 'Chat'
  }

  async function offerUsers(id: string): Promise<void> {
    const { users } = await sceyt.users.list({ limit: 50 })
    if (chosen === id) you.chooseAmong(users)
  }

  async function openChannel(id: string): Promise<void> {
    const opening = new History(sceyt, id)
    const [channel, members] = await Promise.all([sceyt.channels.get(id), membersOf(id), opening.open()])
    const title = await titleOf(channel)
    if (chosen !== id) return
    history = opening
    people = new Map(members.map((member) => [member.username, member]))
    you.chooseAmong(members, channel.owner?.username)
    section.hidden = false
    nothing.hidden = true
    showAbout(channel, title)
    draw()
    log.scrollTop = log.scrollHeight
  }

  async function membersOf(id: string): Promise<Person[]> {
    const members: Person[] = []
    for await (const member of sceyt.channels.members.list(id, { limit: 50 })) members.push(member)
    return members
  }

  function draw(): void {
    list.replaceChildren(...history.messages.map(item))
    older.hidden = !history.hasOlder
    showWhetherEmpty()
    byId('composer-label', HTMLElement).textContent = `Message from ${isolate(you.username)}`
  }

  function showWhetherEmpty(): void {
    empty.hidden = history.messages.length > 0
  }

  function authorOf({ from }: Message): Person {
    // Of a former member, only the username is known.
    return people.get(from) ?? { username: from }
  }

  function item(message: Message): HTMLLIElement {
    const element = messageItem(
      message,
      authorOf(message),
      message.from === you.username ? { edit, remove } : undefined,
    )
    return element

    function edit(text: string): void {
      void exclusively(async () => {
        Object.assign(
          message,
          await sceyt.messages.edit(history.channelId, message.id, { from: you.username, body: text }),
        )
        const edited = item(message)
        element.replaceWith(edited)
        edited.querySelector('button')?.focus()
        onWrite()
      })
    }

    function remove(): void {
      void exclusively(async () => {
        await sceyt.messages.delete(history.channelId, message.id, { from: you.username })
        history.messages = history.messages.filter((other) => other !== message)
        element.remove()
        showWhetherEmpty()
        log.focus()
        onWrite()
      })
    }
  }

  /** Adds messages at the end, and announces them. */
  function append(messages: readonly Message[]): void {
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
    const fresh = history.add(messages)
    list.append(...fresh.map(item))
    showWhetherEmpty()
    if (isAtEnd || fresh.some(({ from }) => from === you.username)) log.scrollTop = log.scrollHeight
    if (fresh.length > 0)
      news.replaceChildren(...fresh.map((message) => h('p', {}, `${nameOf(authorOf(message))}: ${message.body}`)))
  }

  /** Runs one action at a time: a second Enter must not send a message twice. */
  async function exclusively(action: () => Promise<void>): Promise<boolean> {
    if (section.ariaBusy === 'true') return false
    section.ariaBusy = 'true'
    const isDone = await attempt(problem, action)
    changes++
    section.ariaBusy = null
    return isDone
  }

  async function send(text: string): Promise<void> {
    const into = history
    const message = await sceyt.messages.send(into.channelId, { from: you.username, body: text })
    if (into === history) append([message])
    onWrite()
  }

  async function showOlder(): Promise<void> {
    const from = history
    const messages = await from.readOlder()
    if (from !== history) return
    const below = log.scrollHeight - log.scrollTop
    list.prepend(...messages.map(item))
    older.hidden = !from.hasOlder
    log.scrollTop = log.scrollHeight - below
    news.replaceChildren(h('p', {}, `${messages.length} older messages`))
    if (older.hidden) log.focus()
  }

  composer.addEventListener('submit', async (event) => {
    event.preventDefault()
    const text = body.value
    if (!text.trim()) return
    body.value = ''
    // If sending failed, the text returns to the box, before anything typed since.
    if (!(await exclusively(() => send(text)))) body.value = text + body.value
  })
  useKeys(body)
  older.addEventListener('click', () => void exclusively(showOlder))
  you.onChange(draw)

  return {
    open,
    /** Shows new messages from others. */
    async refresh(): Promise<void> {
      if (section.hidden) return
      const [from, before] = [history, changes]
      const messages = await from.readNewer()
      if (from !== history) return
      // What was read may contain a message that was deleted here meanwhile.
      if (changes === before) append(messages)
      else await this.refresh()
    },
  }
}
