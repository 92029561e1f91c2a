import { type Ledger, type Outcome, outcome } from './ledger.js'
import type { Evidence } from './server.js'
import { type Kind, kindOf, textOf } from './workload.js'

/** Something that must hold, and what breaks it. */
export interface Check {
  name: string
  /** Empty if it holds. */
  broken: string[]
}

/** A thing that a call made, as the sandbox must have it. */
interface Expected {
  /** The call that made it. */
  maker: number
  /** What it may be by now. */
  texts: Set<string>
  /** Whether it may be missing. */
  mayLack: boolean
  /** Whether it may be there. */
  mayBe: boolean
}

const makers: readonly Kind[] = ['messages.send', 'users.create', 'channels.createPublic', 'files.upload']

/** Compares what callers were told with what the sandbox has. */
export function compare(seed: number, ledger: Ledger, { state, reached }: Evidence): Check[] {
  const expected = expectations(seed, ledger)
  const found = inventory(state)
  const lost: string[] = []
  const uninvited: string[] = []
  const twice: string[] = []
  const seen = new Map<number, number>()
  const makerOf = new Map([...expected.values()].flatMap(({ maker, texts }) => [...texts].map((text) => [text, maker])))

  for (const { kind, name, text } of found) {
    const maker = makerOf.get(text)
    if (maker === undefined) {
      uninvited.push(`${kind} ${name}: nobody wrote ${JSON.stringify(text)}, or it was changed since`)
      continue
    }
    seen.set(maker, (seen.get(maker) ?? 0) + 1)
    if (expected.get(maker)?.mayBe === false)
      uninvited.push(`call ${maker}: ${kind} ${name} is there, and its caller was told that it is not`)
  }
  for (const [maker, count] of seen) if (count > 1) twice.push(`call ${maker}: what it made is there ${count} times`)
  for (const { maker, mayLack } of expected.values())
    if (!mayLack && !seen.has(maker))
      lost.push(`call ${maker}: ${kindOf(seed, maker)} was acknowledged, but is not there`)

  const arrivals = new Map<number, number>()
  for (const operation of reached) arrivals.set(operation, (arrivals.get(operation) ?? 0) + 1)
  for (const [operation, count] of arrivals)
    if (count > 1) twice.push(`call ${operation}: its POST reached the sandbox ${count} times`)

  const unsettled: string[] = []
  for (const [operation, times] of ledger.settled.entries())
    if (times !== 1) unsettled.push(`call ${operation} was settled ${times} times`)
  const broken: string[] = []
  for (const operation of arrivals.keys()) {
    if (ledger.outcomes[operation] === outcome.refused)
      broken.push(`call ${operation}: its POST reached the sandbox, and its caller was told that it did not`)
  }
  for (const [operation, how] of ledger.outcomes.entries()) {
    const claimed = how === outcome.acknowledged || how === outcome.accepted
    if (claimed && makers.includes(kindOf(seed, operation)) && !arrivals.has(operation)) {
      broken.push(`call ${operation}: its caller was told that it took effect, but it never reached the sandbox`)
    }
  }
  return [
    { name: 'every acknowledged write is there, as it was sent', broken: lost },
    { name: 'nothing is there that its caller was not told of', broken: uninvited },
    { name: 'nothing is there twice, and no POST arrived twice', broken: twice },
    { name: 'every call ended once, in success or error', broken: unsettled },
    { name: 'what a POST was said to have done is what it did', broken: broken },
    { name: 'every read showed what was acknowledged', broken: ledger.surprises },
  ]
}

/** Everything that calls made, by the call. Calls about one thing have numbers in the order of their time. */
function expectations(seed: number, { outcomes, targets }: Ledger): Map<number, Expected> {
  const expected = new Map<number, Expected>()
  for (const [operation, how] of outcomes.entries()) {
    const kind = kindOf(seed, operation)
    const text = textOf(seed, operation)
    if (makers.includes(kind)) {
      const mayBe = how !== outcome.refused
      expected.set(operation, { maker: operation, texts: new Set([text]), mayLack: !isCertain(how as Outcome), mayBe })
      continue
    }
    const thing = expected.get(targets[operation] ?? -1)
    if (!thing || how === outcome.refused) continue
    const certain = isCertain(how as Outcome)
    if (kind === 'messages.delete') {
      thing.mayLack = true
      if (certain) thing.mayBe = false
    } else {
      if (certain) thing.texts.clear()
      thing.texts.add(text)
    }
  }
  return expected
}

function isCertain(how: Outcome): boolean {
  return how === outcome.acknowledged || how === outcome.accepted
}

/** What the sandbox has, but for what it began with. */
function inventory({
  channels = [],
  users = [],
  files = [],
}: Evidence['state']): { kind: string; name: string; text: string }[] {
  return [
    ...channels.flatMap(({ messages = [] }) =>
      messages.map(({ id = '', body }) => ({ kind: 'message', name: id, text: body ?? '' })),
    ),
    ...channels
      .filter(({ uri }) => uri !== undefined)
      .map(({ uri = '', subject = '' }) => ({ kind: 'channel', name: uri, text: subject })),
    ...users
      .filter(({ first_name }) => first_name !== undefined)
      .map(({ username, first_name = '' }) => ({ kind: 'user', name: username, text: first_name })),
    ...files.map(({ name, content }) => ({ kind: 'file', name, text: Buffer.from(content, 'base64').toString() })),
  ]
}
