import { type Ledger, outcome } from './ledger.js'
import { type Kind, kindOf, textOf } from './plan.js'
import type { Evidence } from './server.js'

/** A property that must be true, and its violations. */
export interface Check {
  name: string
  broken: string[]
}

/** The state that the sandbox must have of an item that a call created. */
interface Expected {
  texts: Set<string>
  mayLack: boolean
  mayBe: boolean
}

const makers: readonly Kind[] = ['messages.send', 'users.create', 'channels.createPublic', 'files.upload']

/** Compares how calls ended for their callers with the state of the sandbox. */
export function compare(seed: number, ledger: Ledger, { state, reached }: Evidence): Check[] {
  const expected = expectations(seed, ledger)
  const makerOf = new Map([...expected].flatMap(([maker, { texts }]) => [...texts].map((text) => [text, maker])))
  const [lost, uninvited, twice, ends, promises]: [string[], string[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ]

  const found = new Map<number, number>()
  for (const { name, text } of inventory(state)) {
    const maker = makerOf.get(text)
    if (maker === undefined) {
      uninvited.push(`${name}: no call wrote ${JSON.stringify(text)}, or it was changed since`)
      continue
    }
    found.set(maker, (found.get(maker) ?? 0) + 1)
    if (!expected.get(maker)?.mayBe) uninvited.push(`call ${maker}: ${name} exists, although its caller got an error`)
  }
  for (const [maker, count] of found) if (count > 1) twice.push(`call ${maker}: what it created exists ${count} times`)
  for (const [maker, { mayLack }] of expected)
    if (!mayLack && !found.has(maker))
      lost.push(`call ${maker}: ${kindOf(seed, maker)} was acknowledged, but has no effect`)

  const arrivals = new Map<number, number>()
  for (const call of reached) arrivals.set(call, (arrivals.get(call) ?? 0) + 1)
  for (const [call, count] of arrivals)
    if (count > 1) twice.push(`call ${call}: its POST reached the sandbox ${count} times`)
  for (const [call, how] of ledger.outcomes.entries()) {
    if (ledger.ends[call] !== 1) ends.push(`call ${call} ended ${ledger.ends[call]} times`)
    if (how === outcome.rejected && arrivals.has(call))
      promises.push(`call ${call}: its error reports that nothing was sent, but its POST reached the sandbox`)
    if (how === outcome.done && makers.includes(kindOf(seed, call)) && !arrivals.has(call))
      promises.push(`call ${call}: it took effect for its caller, but never reached the sandbox`)
  }
  return [
    { name: 'every acknowledged write took effect, with the text that was sent', broken: lost },
    { name: 'nothing exists whose caller got an error that rules it out', broken: uninvited },
    { name: 'nothing exists twice, and no POST arrived twice', broken: twice },
    { name: 'every call ended once, in success or error', broken: ends },
    { name: 'every error reports correctly whether its POST was sent', broken: promises },
    { name: 'every read returned what was acknowledged', broken: ledger.surprises },
  ]
}

/** Returns the items that calls created, by call. Calls about one item have numbers in the order of their time. */
function expectations(seed: number, { outcomes, targets }: Ledger): Map<number, Expected> {
  const expected = new Map<number, Expected>()
  for (const [call, how] of outcomes.entries()) {
    const [kind, text] = [kindOf(seed, call), textOf(seed, call)]
    const item = expected.get(targets[call] ?? -1)
    if (makers.includes(kind))
      expected.set(call, { texts: new Set([text]), mayLack: how !== outcome.done, mayBe: how !== outcome.rejected })
    else if (item && kind === 'messages.delete') {
      item.mayLack = true
      item.mayBe &&= how !== outcome.done
    } else if (item) {
      if (how === outcome.done) item.texts.clear()
      item.texts.add(text)
    }
  }
  return expected
}

/** Returns everything in the sandbox but its seed. */
function inventory({ channels = [], users = [], files = [] }: Evidence['state']): { name: string; text: string }[] {
  return [
    ...channels.flatMap(({ messages = [] }) =>
      messages.map(({ id, body = '' }) => ({ name: `message ${id}`, text: body })),
    ),
    ...channels.flatMap(({ uri, subject = '' }) =>
      uri === undefined ? [] : [{ name: `channel ${uri}`, text: subject }],
    ),
    ...users.flatMap(({ username, first_name: text }) =>
      text === undefined ? [] : [{ name: `user ${username}`, text }],
    ),
    ...files.map(({ name, content }) => ({ name: `file ${name}`, text: Buffer.from(content, 'base64').toString() })),
  ]
}
