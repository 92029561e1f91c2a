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

/** How many things of a kind a lane remembers at most, so that its memory does not grow. */
const most = 8

/**
 * A chain of calls, one after the other, about things that no other chain touches: so their order is known.
 * After a change that failed, a thing is left alone, since a late attempt may still change it.
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
        ledger.surprise(call, `${kind} failed with something other than a SceytError: ${error}`)
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

  #choose<T>(call: number, things: readonly T[]): T | undefined {
    return choose(this.#options.seed, call, things)
  }

  /** Reads a thing of this lane, or something that does not exist if there is none yet. */
  async #read(call: number, things: readonly Owned[], read: (thing: Owned) => Promise<string | undefined>) {
    const thing = this.#choose(call, things)
    this.#compare(call, thing?.text ?? 'a NotFoundError', await this.#expect(call, thing, true, read))
  }

  /** Changes a thing of this lane, or deletes it if there is no text. */
  async #change(
    call: number,
    things: Owned[],
    text: string | undefined,
    change: (thing: Owned) => PromiseLike<unknown>,
  ) {
    const thing = this.#choose(call, things)
    if (thing) {
      this.#options.ledger.targets[call] = thing.maker
      things.splice(things.indexOf(thing), 1)
    }
    await this.#expect(call, thing, text !== undefined, change)
    if (thing && text !== undefined) things.push({ ...thing, text })
    if (!thing) this.#options.ledger.surprise(call, 'succeeded with something that does not exist')
  }

  async #expect<T>(
    call: number,
    thing: Owned | undefined,
    isThere: boolean,
    use: (thing: Owned) => PromiseLike<T>,
  ): Promise<T> {
    try {
      return await use(thing ?? { maker: -1, id: '1', channel: this.#channels[0] ?? '', text: '' })
    } catch (error) {
      // A second attempt at deleting finds nothing if the first took effect.
      if (thing && error instanceof NotFoundError && (isThere || error.attempts === 1))
        this.#options.ledger.surprise(call, `lost: ${error.message}`)
      throw error
    }
  }

  #compare(call: number, expected: string, received: string | undefined): void {
    if (received !== expected)
      this.#options.ledger.surprise(call, `expected ${JSON.stringify(expected)}, got ${JSON.stringify(received)}`)
  }
}

function keep<T>(things: T[], thing: T): void {
  things.push(thing)
  if (things.length > most) things.shift()
}

/** What an error promises about the state of the sandbox. */
function outcomeOf(kind: Kind, error: unknown): number {
  if (error instanceof ResponseError && error.accepted) return outcome.done
  const unsent =
    error instanceof InputError || error instanceof RateLimitError || (error instanceof ConnectionError && error.unsent)
  // An earlier attempt of an idempotent call can have taken effect.
  return unsent && !/edit|update|delete/.test(kind) ? outcome.refused : outcome.unknown
}
