import type { RequestOptions, Sceyt } from '../../src/index.js'
import {
  ConnectionError,
  InputError,
  NotFoundError,
  RateLimitError,
  ResponseError,
  SceytError,
} from '../../src/index.js'
import { type Ledger, outcome } from './ledger.js'
import {
  callHeader,
  channelOfLane,
  choose,
  fileOf,
  type Kind,
  kindOf,
  textOf,
  uriOf,
  userOf,
  userOfLane,
} from './plan.js'

/** Something that a call of one lane created, and no other lane touches. */
interface Owned {
  /** The call that created it. */
  maker: number
  id: string
  /** The channel of a message. */
  channel: string
  /** Its text, as last acknowledged. */
  text: string
}

/** The options of a lane. */
export interface LaneOptions {
  number: number
  seed: number
  sceyt: Sceyt
  signal: AbortSignal
  ledger: Ledger
  /** Called at the end of each call. */
  onEnd: (kind: Kind, error: unknown) => void
}

/** Maximum number of items of a kind that a lane remembers, so that its memory does not grow. */
const most = 8

/**
 * A chain of calls, one after the other, about items that no other chain touches: so their order is known.
 * After a change that failed, the item is no longer used, since a late attempt may still change it.
 */
export class Lane {
  readonly #options: LaneOptions
  readonly #user: string
  readonly #channels: string[]
  readonly #messages: Owned[] = []
  readonly #users: Owned[] = []
  readonly #files: Owned[] = []

  constructor(options: LaneOptions) {
    this.#options = options
    this.#user = userOfLane(options.number)
    this.#channels = [channelOfLane(options.number)]
  }

  /** Makes one call, and notes how it ended. Never rejects. */
  async run(call: number): Promise<void> {
    const { seed, ledger, signal, onEnd } = this.#options
    const kind = kindOf(seed, call)
    try {
      await this.#calls[kind](call, textOf(seed, call), { signal, headers: { [callHeader]: String(call) } })
      ledger.end(call, outcome.done)
      onEnd(kind, undefined)
    } catch (error) {
      if (!(error instanceof SceytError) && !signal.aborted)
        ledger.surprise(call, `${kind} failed with an error that is not a SceytError: ${error}`)
      ledger.end(call, outcomeOf(kind, error))
      onEnd(kind, error)
    }
  }

  readonly #calls: Record<Kind, (call: number, text: string, options: RequestOptions) => Promise<unknown>> = {
    'messages.send': async (call, body, options) => {
      const channel = this.#choose(call, this.#channels) ?? ''
      const { id, body: kept } = await this.#sceyt.messages.send(channel, { from: this.#user, body }, options)
      this.#compare(call, body, kept)
      keep(this.#messages, { maker: call, id, channel, text: body })
    },
    'messages.edit': (call, body, options) =>
      this.#change(call, this.#messages, body, async ({ channel, id }) => {
        const { body: kept } = await this.#sceyt.messages.edit(channel, id, { from: this.#user, body }, options)
        this.#compare(call, body, kept)
      }),
    'messages.delete': (call, _text, options) =>
      this.#change(call, this.#messages, undefined, ({ channel, id }) =>
        this.#sceyt.messages.delete(channel, id, { from: this.#user }, options),
      ),
    'messages.list': async (call, _text, options) =>
      await this.#sceyt.messages.list(this.#choose(call, this.#channels) ?? '', { limit: 20 }, options),
    'users.create': async (call, first_name, options) => {
      const { username } = await this.#sceyt.users.create({ username: userOf(call), first_name }, options)
      keep(this.#users, { maker: call, id: username, channel: '', text: first_name })
    },
    'users.get': (call, _text, options) =>
      this.#read(call, this.#users, async ({ id }) => (await this.#sceyt.users.get(id, options)).first_name),
    'users.update': (call, first_name, options) =>
      this.#change(call, this.#users, first_name, ({ id }) => this.#sceyt.users.update(id, { first_name }, options)),
    'channels.createPublic': async (call, subject, options) => {
      const channel = { subject, uri: uriOf(call), owner: this.#user }
      keep(this.#channels, (await this.#sceyt.channels.createPublic(channel, options)).id)
    },
    'channels.list': async (_call, _text, options) => await this.#sceyt.channels.list({ limit: 10 }, options),
    'files.upload': async (call, text, options) => {
      await this.#sceyt.files.upload(new File([text], fileOf(call), { type: 'text/plain' }), options)
      keep(this.#files, { maker: call, id: fileOf(call), channel: '', text })
    },
    'files.download': (call, _text, options) =>
      this.#read(call, this.#files, async ({ id }) => (await this.#sceyt.files.download(id, options)).text()),
  }

  get #sceyt(): Sceyt {
    return this.#options.sceyt
  }

  #choose<T>(call: number, items: readonly T[]): T | undefined {
    return choose(this.#options.seed, call, items)
  }

  /** Reads an item of this lane, or one that does not exist if there is none yet. */
  async #read(call: number, items: readonly Owned[], read: (item: Owned) => Promise<string | undefined>) {
    const item = this.#choose(call, items)
    this.#compare(call, item?.text ?? 'a NotFoundError', await this.#expect(call, item, true, read))
  }

  /** Changes an item of this lane, or deletes it if there is no text. */
  async #change(call: number, items: Owned[], text: string | undefined, change: (item: Owned) => PromiseLike<unknown>) {
    const item = this.#choose(call, items)
    if (item) {
      this.#options.ledger.targets[call] = item.maker
      items.splice(items.indexOf(item), 1)
    }
    await this.#expect(call, item, text !== undefined, change)
    if (item && text !== undefined) items.push({ ...item, text })
    if (!item) this.#options.ledger.surprise(call, 'succeeded with an item that does not exist')
  }

  async #expect<T>(
    call: number,
    item: Owned | undefined,
    isThere: boolean,
    use: (item: Owned) => PromiseLike<T>,
  ): Promise<T> {
    try {
      return await use(item ?? { maker: -1, id: '1', channel: this.#channels[0] ?? '', text: '' })
    } catch (error) {
      // A second attempt at deleting finds nothing if the first took effect.
      if (item && error instanceof NotFoundError && (isThere || error.attempts === 1))
        this.#options.ledger.surprise(call, `lost: ${error.message}`)
      throw error
    }
  }

  #compare(call: number, expected: string, received: string | undefined): void {
    if (received !== expected)
      this.#options.ledger.surprise(call, `expected ${JSON.stringify(expected)}, got ${JSON.stringify(received)}`)
  }
}

function keep<T>(items: T[], item: T): void {
  items.push(item)
  if (items.length > most) items.shift()
}

/** Returns what an error proves about the state of the sandbox. */
function outcomeOf(kind: Kind, error: unknown): number {
  if (error instanceof ResponseError && error.accepted) return outcome.done
  const unsent =
    error instanceof InputError || error instanceof RateLimitError || (error instanceof ConnectionError && error.unsent)
  // An earlier attempt of an idempotent call can have taken effect.
  return unsent && !/edit|update|delete/.test(kind) ? outcome.rejected : outcome.unknown
}
