import { type Channel, type ChannelList, type Sceyt, where } from 'sceyt-platform'
import { byId, h } from './dom.ts'
import { avatar } from './person.ts'
import { attempt } from './problem.ts'
import { createTitles } from './titles.ts'

export type Channels = ReturnType<typeof createChannels>

/** Creates the list of channels, with its filters. */
export function createChannels(sceyt: Sceyt) {
  const list = byId('channels', HTMLUListElement)
  const count = byId('count', HTMLElement)
  const more = byId('more', HTMLButtonElement)
  const problem = byId('channels-problem', HTMLElement)
  const text = byId('text', HTMLInputElement)
  const kind = byId('kind', HTMLSelectElement)
  const titleOf = createTitles(sceyt)
  let pages = 1
  let marked: string | undefined
  let latest = new AbortController()

  function filter(): string[] {
    const conditions: string[] = []
    if (text.value) conditions.push(where('subject', 'contains', text.value))
    if (kind.value) conditions.push(where('type', 'eq', kind.value as 'public' | 'private' | 'direct'))
    return conditions
  }

  async function refresh(): Promise<void> {
    // A late response must not replace a newer one.
    latest.abort()
    latest = new AbortController()
    const { signal } = latest
    const isDone = await attempt(problem, async () => {
      const channels: Channel[] = []
      let last: ChannelList | undefined
      let read = 0
      for await (const page of sceyt.channels.list({ filter: filter(), limit: 20 }, { signal }).pages()) {
        channels.push(...page.items)
        last = page
        if (++read >= pages) break
      }
      const items = await Promise.all(channels.map(async (channel) => item(channel, await titleOf(channel))))
      signal.throwIfAborted()
      const focused = list.contains(document.activeElement) && document.activeElement?.id
      list.replaceChildren(...items)
      mark()
      if (focused) document.getElementById(focused)?.focus()
      more.hidden = !last?.links.next
      count.textContent = `${channels.length} of ${last?.total_count} channels`
    })
    if (!isDone && !signal.aborted) count.textContent = ''
  }

  /** Marks the open channel. */
  function mark(): void {
    for (const link of list.querySelectorAll('a')) link.ariaCurrent = link.hash === location.hash ? 'page' : null
    const current = list.querySelector('[aria-current]')
    if (current && current.id !== marked) current.scrollIntoView({ block: 'nearest' })
    marked = current?.id
  }

  function narrow(): void {
    pages = 1
    void refresh()
  }

  text.addEventListener('input', narrow)
  kind.addEventListener('change', narrow)
  byId('filter', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault())
  more.addEventListener('click', async () => {
    const known = list.childElementCount
    pages++
    await refresh()
    list.children[known]?.querySelector('a')?.focus()
  })

  return { refresh, mark, titleOf }
}

function item({ id, avatar: picture, last_message: last }: Channel, title: string): HTMLLIElement {
  const preview = last ? [h('bdi', {}, last.from), ': ', h('bdi', {}, last.body)] : ['No messages yet']
  return h(
    'li',
    {},
    h(
      'a',
      { id: `link-${id}`, href: `#/${id}` },
      avatar(title, picture),
      h('span', { className: 'subject', dir: 'auto' }, title),
      h('span', { className: 'soft last' }, ...preview),
    ),
  )
}
