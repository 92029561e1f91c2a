import type { Message, Sceyt } from 'sceyt-platform'

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
    const list = this.#list()
    let page = await list
    if (page.links.next && page.links.last) page = await list.page(page.links.last)
    this.#before = page.links.previews
    this.messages = page.messages
    // More messages may have arrived since the last page was read.
    while (page.links.next) {
      page = await list.page(page.links.next)
      this.messages.push(...page.messages)
    }
    // The last page may hold a single message.
    while (this.messages.length < limit && this.hasOlder) await this.readOlder()
  }

  /** Reads the previous page, and returns its messages. */
  async readOlder(): Promise<Message[]> {
    if (!this.#before) return []
    const { messages, links } = await this.#list().page(this.#before)
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

  #list() {
    return this.#sceyt.messages.list(this.channelId, { limit })
  }

  #has(id: string): boolean {
    return this.messages.some((message) => message.id === id)
  }
}
