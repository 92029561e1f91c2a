import fc from 'fast-check'
import { expect, it } from 'vitest'
import { operations } from '../../../generated/operations.js'
import { isThorough, randomCases } from '../../lib/random.js'
import { type KnownValues, type RandomContent, RandomRequests } from '../requests.js'
import { worldOf } from '../world.js'
import { Pair } from './compare.js'
import { pathsOf } from './places.js'
import { endpoints } from './rules.js'

/** A random request. Its path is chosen when it is sent, since ids are only known then. */
interface RandomStep extends RandomContent {
  id: string
  path: number
}

const usernames = [...(worldOf('').users ?? []).map(({ username }) => username), 'nora', 'nils']
const roles = ['Owner', 'Participant', 'Keeper', 'Warden', 'Usher', 'Guest']

/** Values that exist in the world, or may exist in it later. */
const known: KnownValues = {
  username: usernames,
  from: usernames,
  owner: usernames,
  role: roles,
  name: [...roles, 'broadcast', 'support'],
  uri: ['of_the_examples', 'quiet_14', 'another_uri'],
  type: ['public', 'private', 'direct', 'support', 1, 2, 3],
  permissions: [[], [7], [7, 8, 10, 13], [7, 9, 11]],
  members: [
    ...usernames.map((username) => [{ username }]),
    ...usernames.flatMap((username, index) => [
      [{ username }, { username: usernames.at(index - 3) }],
      [{ username, role: roles[index % roles.length] }],
    ]),
  ],
  filter: [
    ['type:eq:public'],
    ['subject:contains:u', 'created_at:gte:2020-12'],
    ['type:in:public;direct'],
    ['nonsense'],
  ],
}

const random = new RandomRequests(known, 8)
const steps: fc.Arbitrary<RandomStep> = fc.constantFrom(...operations).chain((operation) =>
  fc.record({ path: fc.nat(999), content: random.content(operation) }).map(({ path, content }) => ({
    id: operation.id,
    path,
    ...content,
  })),
)
const worlds = fc.array(steps, { minLength: 1, maxLength: 30, size: 'max' })
const cases = randomCases(100)

it(
  `${cases.numRuns} random sequences of requests: the sandbox responds as the model does, and has the same state`,
  async () => {
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(worlds, async (sequence) => {
        const pair = new Pair()
        for (const { id, path: chosen, ...content } of sequence) {
          const endpoint = endpoints.find(({ operation }) => operation.operationId === id)
          if (!endpoint) throw new Error(`${id} is not in the document.`)
          const paths = pathsOf(pair.state, endpoint)
          const path = paths[chosen % paths.length] ?? {}
          const { status } = await pair.send({ endpoint, path, ...content })
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        }
        pair.checkState()
      }),
      cases,
    )
    if (isThorough) console.log('Responses:', Object.fromEntries(statuses))
    expect([...statuses.keys()].sort()).toEqual([200, 204, 400, 401, 403, 404, 409, 415, 422])
  },
  60_000 + cases.numRuns * 1000,
)
