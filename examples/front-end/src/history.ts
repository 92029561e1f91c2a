import type { Message, MessageList, Sceyt } from 'sceyt-platform'

const limit = 30

/** The messages of a channel, from the newest back. The API lists the oldest first, so reading starts at the last page. */
export class History {
  readonly channelId: string
  readonly #sceyt: Sceyt
  /** Oldest first, as they are shown. */
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
    // More messages may have arrived since the last page was read.
    while (page.links.next) {
      page = await this.#follow(page.links.next)
      this.messages.push(...page.messages)
    }
    // The last page may hold a single message.
    while (this.messages.length < limit && this.hasOlder) await this.readOlder()
  }

  /** Reads the previous page, and returns its messages. */
  async readOlder(): Promise<Message[]> {
    if (!this.#before) return []
    const { messages, links } = await this.#follow(this.#before)
    this.#before = links.previews
    this.messages.unshift(...messages)
    return messages
  }

  /** Reads the newest messages, back to one that is known. */
  async readNewer(): Promise<Message[]> {
    const latest = new History(this.#sceyt, this.channelId)
    await latest.open()
    while (latest.hasOlder && !latest.messages.some(({ id }) => this.#has(id))) await latest.readOlder()
    return latest.messages
  }

  /** Adds messages at the end, and returns those that are new. */
  add(messages: readonly Message[]): Message[] {
    const fresh = messages.filter(({ id }) => !this.#has(id))
    this.messages.push(...fresh)
    return fresh
  }

  #has(id: string): boolean {
    return this.messages.some((message) => message.id === id)
  }

  // The link's query is used unchanged, since it may hold more than the documented parameters. Its host is not: behind a proxy it differs.
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
