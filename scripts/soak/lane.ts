import type { RequestOptions, Sceyt } from '../../src/index.js'
import {
  ConnectionError,
  InputError,
  NotFoundError,
  RateLimitError,
  ResponseError,
  SceytError,
} from '../../src/index.js'
import { type Ledger, type Outcome, outcome } from './ledger.js'
import { channelOfLane, fileOf, uriOf, userOf, userOfLane } from './names.js'
import { operationHeader } from './proxy.js'
import { choose, type Kind, kindOf, textOf } from './workload.js'

/** Something that a call of this lane made, and no other lane touches. */
interface Owned {
  /** The call that made it. */
  readonly maker: number
  /** Its id, or its name. */
  readonly id: string
  /** The channel of a message. */
  readonly channel: string
  /** What it was last told to be. */
  text: string
}

/** Told of each call's end. */
type Watch = (kind: Kind, error: unknown) => void

/** What a lane needs. */
export interface LaneOptions {
  number: number
  seed: number
  sceyt: Sceyt
  signal: AbortSignal
  ledger: Ledger
  watch: Watch
}

/** How many things of a kind a lane knows at most, so that its memory does not grow. */
const most = 8
/** An id that nothing has. */
const nothing = '1'

/**
 * A chain of calls, one after the other, about things that no other chain touches: so their order is known.
 * What a call failed to change is left alone from then on, since a late attempt may still change it.
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

  /** Makes the call of a number, and notes how it ended. Never fails. */
  async run(operation: number): Promise<void> {
    const { seed, ledger, signal, watch } = this.#options
    const kind = kindOf(seed, operation)
    const options = { signal, headers: { [operationHeader]: String(operation) } }
    try {
      await this.#calls[kind](operation, textOf(seed, operation), options)
      ledger.settle(operation, outcome.acknowledged)
      watch(kind, undefined)
    } catch (error) {
      if (!(error instanceof SceytError) && !signal.aborted)
        ledger.surprise(operation, `${kind} failed with what is no SceytError: ${error}`)
      ledger.settle(operation, outcomeOf(kind, error))
      watch(kind, error)
    }
  }

  readonly #calls: Record<Kind, (operation: number, text: string, options: RequestOptions) => Promise<void>> = {
    'messages.send': async (operation, body, options) => {
      const channel = this.#choose(operation, this.#channels) ?? ''
      const { id, body: kept } = await this.#sceyt.messages.send(channel, { from: this.#user, body }, options)
      this.#compare(operation, body, kept)
      this.#keep(this.#messages, { maker: operation, id, channel, text: body })
    },
    'messages.edit': (operation, body, options) =>
      this.#change(operation, this.#messages, body, async ({ channel, id }) => {
        const { body: kept } = await this.#sceyt.messages.edit(channel, id, { from: this.#user, body }, options)
        this.#compare(operation, body, kept)
      }),
    'messages.delete': (operation, _text, options) =>
      this.#change(operation, this.#messages, undefined, ({ channel, id }) =>
        this.#sceyt.messages.delete(channel, id, { from: this.#user }, options),
      ),
    'messages.list': async (operation, _text, options) => {
      await this.#sceyt.messages.list(this.#choose(operation, this.#channels) ?? '', { limit: 20 }, options)
    },
    'users.create': async (operation, first_name, options) => {
      const { username } = await this.#sceyt.users.create({ username: userOf(operation), first_name }, options)
      this.#keep(this.#users, { maker: operation, id: username, channel: '', text: first_name })
    },
    'users.get': async (operation, _text, options) => {
      const user = this.#choose(operation, this.#users)
      const { first_name } = await this.#read(operation, this.#sceyt.users.get(user?.id ?? this.#user, options))
      if (user) this.#compare(operation, user.text, first_name)
    },
    'users.update': (operation, first_name, options) =>
      this.#change(operation, this.#users, first_name, ({ id }) =>
        this.#sceyt.users.update(id, { first_name }, options),
      ),
    'channels.createPublic': async (operation, subject, options) => {
      const { id } = await this.#sceyt.channels.createPublic(
        { subject, uri: uriOf(operation), owner: this.#user },
        options,
      )
      this.#channels.push(id)
      if (this.#channels.length > most) this.#channels.shift()
    },
    'channels.list': async (_operation, _text, options) => {
      await this.#sceyt.channels.list({ limit: 10 }, options)
    },
    'files.upload': async (operation, text, options) => {
      await this.#sceyt.files.upload(new File([text], fileOf(operation), { type: 'text/plain' }), options)
      this.#keep(this.#files, { maker: operation, id: fileOf(operation), channel: '', text })
    },
    'files.download': async (operation, _text, options) => {
      const file = this.#choose(operation, this.#files)
      const call = this.#sceyt.files.download(file?.id ?? nothing, options)
      if (!file) return this.#expectNothing(operation, call)
      this.#compare(operation, file.text, await (await this.#read(operation, call)).text())
    },
  }

  get #sceyt(): Sceyt {
    return this.#options.sceyt
  }

  #choose<T>(operation: number, things: readonly T[]): T | undefined {
    return choose(this.#options.seed, operation, things)
  }

  #keep(things: Owned[], thing: Owned): void {
    things.push(thing)
    if (things.length > most) things.shift()
  }

  /** Changes a thing of this lane, or deletes it if there is no text. */
  async #change(
    operation: number,
    things: Owned[],
    text: string | undefined,
    call: (thing: Owned) => PromiseLike<unknown>,
  ): Promise<void> {
    const thing = this.#choose(operation, things)
    if (!thing)
      return this.#expectNothing(
        operation,
        call({ maker: -1, id: nothing, channel: this.#channels[0] ?? '', text: '' }),
      )
    this.#options.ledger.targets[operation] = thing.maker
    things.splice(things.indexOf(thing), 1)
    try {
      await call(thing)
    } catch (error) {
      // A second attempt at deleting finds nothing if the first took effect.
      if (error instanceof NotFoundError && (text !== undefined || error.attempts === 1))
        this.#options.ledger.surprise(operation, `lost: ${error.message}`)
      throw error
    }
    if (text !== undefined) things.push(Object.assign(thing, { text }))
  }

  async #read<T>(operation: number, call: PromiseLike<T>): Promise<T> {
    try {
      return await call
    } catch (error) {
      if (error instanceof NotFoundError) this.#options.ledger.surprise(operation, `lost: ${error.message}`)
      throw error
    }
  }

  async #expectNothing(operation: number, call: PromiseLike<unknown>): Promise<void> {
    await call
    this.#options.ledger.surprise(operation, 'succeeded with what does not exist')
  }

  #compare(operation: number, expected: string, actual: string | undefined): void {
    if (actual !== expected)
      this.#options.ledger.surprise(operation, `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
  }
}

/** What an error promises. */
function outcomeOf(kind: Kind, error: unknown): Outcome {
  if (
    error instanceof InputError ||
    error instanceof RateLimitError ||
    (error instanceof ConnectionError && error.unsent)
  ) {
    // An earlier attempt of a call that may be repeated can have taken effect.
    return kind === 'messages.edit' || kind === 'messages.delete' || kind === 'users.update'
      ? outcome.unknown
      : outcome.refused
  }
  return error instanceof ResponseError && error.accepted ? outcome.accepted : outcome.unknown
}
