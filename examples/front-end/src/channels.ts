import { type Channel, type ChannelList, type Sceyt, where } from 'sceyt-platform'
import { h, one } from './dom.ts'
import { avatar } from './person.ts'
import { attempt } from './problem.ts'
import { createTitles } from './titles.ts'

export type Channels = ReturnType<typeof createChannels>

/** The list of channels, and what narrows it. */
export function createChannels(sceyt: Sceyt) {
  const list = one('channels', HTMLUListElement)
  const count = one('count', HTMLElement)
  const more = one('more', HTMLButtonElement)
  const problem = one('channels-problem', HTMLElement)
  const text = one('text', HTMLInputElement)
  const kind = one('kind', HTMLSelectElement)
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
    // An answer that comes late must not replace a newer one.
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

  /** Marks the channel that is open. */
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
  one('filter', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault())
  more.addEventListener('click', async () => {
    const known = list.childElementCount
    pages++
    await refresh()
    list.children[known]?.querySelector('a')?.focus()
  })

  return { refresh, mark, titleOf }
}

function item({ id, avatar: picture, last_message: last }: Channel, title: string): HTMLLIElement {
  const preview = last ? [h('bdi', {}, last.from), ': ', h('bdi', {}, last.body)] : ['Nothing yet']
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
