import type { Message, MessageList, Sceyt } from 'sceyt-platform'

const limit = 30

/** The messages of a channel, from the newest back. The API lists the oldest first, so this goes in by the last page. */
export class History {
  readonly channelId: string
  readonly #sceyt: Sceyt
  /** The oldest first, as they are shown. */
  messages: Message[] = []
  #before: string | null | undefined

  constructor(sceyt: Sceyt, channelId: string) {
    this.#sceyt = sceyt
    this.channelId = channelId
  }

  get hasOlder(): boolean {
    return Boolean(this.#before)
  }

  /** Reads the newest messages. */
  async open(): Promise<void> {
    let page: MessageList = await this.#sceyt.messages.list(this.channelId, { limit })
    if (page.links.next && page.links.last) page = await this.#follow(page.links.last)
    this.#before = page.links.previews
    this.messages = page.messages
    // Somebody may have said more while this was on its way.
    while (page.links.next) {
      page = await this.#follow(page.links.next)
      this.messages.push(...page.messages)
    }
    // The last page may hold a single message.
    while (this.messages.length < limit && this.hasOlder) await this.readOlder()
  }

  /** Reads the page before, and returns what is on it. */
  async readOlder(): Promise<Message[]> {
    if (!this.#before) return []
    const { messages, links } = await this.#follow(this.#before)
    this.#before = links.previews
    this.messages.unshift(...messages)
    return messages
  }

  /** Reads what was said since, back to what is known. */
  async readNewer(): Promise<Message[]> {
    const latest = new History(this.#sceyt, this.channelId)
    await latest.open()
    while (latest.hasOlder && !latest.messages.some(({ id }) => this.#knows(id))) await latest.readOlder()
    return latest.messages
  }

  /** Adds messages at the end, and returns those that were not here yet. */
  add(messages: readonly Message[]): Message[] {
    const fresh = messages.filter(({ id }) => !this.#knows(id))
    this.messages.push(...fresh)
    return fresh
  }

  #knows(id: string): boolean {
    return this.messages.some((message) => message.id === id)
  }

  // The query is taken as it comes, for it may hold more than the document tells; the host is not, for behind a proxy it is another.
  async #follow(link: string): Promise<MessageList> {
    const query = link.slice(link.indexOf('?') + 1)
    const { data, error } = await this.#sceyt.raw.GET('/channels/{channelId}/messages', {
      params: { path: { channelId: this.channelId } },
      querySerializer: () => query,
    })
    if (error) throw new Error(error.message)
    return data
  }
}
