/**
 * A second, naive implementation of the API, with no code of the sandbox. Operations are not named in it: what each does
 * follows from its method, its path and its schemas in the document, and the rules of `checks.ts`.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type Endpoint, type JsonSchema, pointInto, referenceName } from '../../../scripts/document.js'
import { type Checked, checkReferences, checks, directBetween, hasUser, kindOf, membersIn, typeOf } from './checks.js'
import { isCondition, meets } from './filter.js'
import { findPlace, type Item, type PathValues, type Place, type State } from './places.js'
import {
  type ApiProblem,
  computed,
  defaults,
  document,
  memberStatus,
  ownerRole,
  participantRole,
  problem,
  resolve,
} from './rules.js'

/** A request, before it is encoded. */
export interface ModelRequest {
  endpoint: Endpoint
  path: PathValues
  /** The encoded query, without the question mark. */
  query: string
  headers: Readonly<Record<string, string>>
  body?: string | undefined
}

/** A response to a request. */
export interface Received {
  status: number
  body: unknown
}

/** The response that the model expects, or the errors of which the response must be one. */
export type Expected = Received | { problems: ApiProblem[] }

type Fields = Record<string, unknown>

const ajv = new Ajv2020({ strict: false, formats: { binary: true } })
ajv.addSchema({ $id: 'document:', components: document.components })
const validators = new Map<object, ValidateFunction>()

function isValid(schema: object, value: unknown): boolean {
  const validate =
    validators.get(schema) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document:#/')))
  validators.set(schema, validate)
  return validate(value) as boolean
}

/** The state of an application, and what requests do to it. */
export class Model {
  readonly state: State

  /** @param state - Where it starts. It is copied. */
  constructor(state: State) {
    this.state = structuredClone(state)
  }

  /**
   * Applies a request.
   *
   * @param received - The response of the sandbox: the model takes from it what only a server can choose, such as ids.
   * @param time - When the request is sent, as the API writes it.
   */
  handle(request: ModelRequest, received: Received, time: string): Expected {
    const { endpoint, path } = request
    const place = findPlace(this.state, endpoint, path)
    const { query, problems: ofQuery } = readQuery(request)
    const { body, problems: ofBody } = readBody(request)
    const problems = [...checkHeaders(request), ...place.problems, ...ofQuery, ...ofBody]
    if (problems.length > 0) return { problems }
    const checked: Checked = { endpoint, state: this.state, place, body, query }
    const kind = kindOfOperation(endpoint)
    const known = place.word === 'direct' && kind === 'create' ? directBetween(this.state, body) : undefined
    if (known) return { status: 200, body: this.#show(known, schemaOf(endpoint)) }
    problems.push(
      ...checkReferences(referring(checked, kind)),
      ...(checks[`${place.collection} ${kind}`]?.(checked) ?? []),
    )
    if (problems.length > 0) return { problems }
    const result = this.#apply(kind, endpoint, checked, received, time)
    return result === undefined ? { status: 204, body: undefined } : { status: 200, body: result }
  }

  #apply(kind: Kind, endpoint: Endpoint, { place, body, query }: Checked, received: Received, time: string): unknown {
    const schema = schemaOf(endpoint)
    switch (kind) {
      case 'list':
        return this.#list(endpoint, place, query)
      case 'read': {
        const compute = computed[endpoint.path]
        if (compute) return compute(this.state, place.parent)
        if (!place.item) throw unknownPlace(endpoint)
        return schema.format === 'binary' ? place.item?.['content'] : this.#show(place.item, schema)
      }
      case 'create':
        return isForm(endpoint)
          ? this.#upload(place, body, received)
          : resolve(schema).type === 'array'
            ? this.#addMembers(place, body).map((member) => this.#show(member, resolve(schema).items ?? {}))
            : this.#show(this.#create(endpoint, place, body, received, time), schema)
      case 'update':
        return this.#show(this.#update(endpoint, itemOf(place, endpoint), body, time), schema)
      case 'delete':
        this.#delete(place)
        return undefined
      case 'clear':
        place.items.length = 0
        return undefined
      case 'remove':
        return membersIn(body).flatMap(({ username }) => {
          const index = (place.items as Item[]).findIndex((member) => member['username'] === username)
          return index < 0
            ? []
            : place.items.splice(index, 1).map((member) => this.#show(member, resolve(schema).items ?? {}))
        })
      case 'act':
        return undefined
    }
  }

  #list(endpoint: Endpoint, place: Place, query: Fields): unknown {
    const schema = schemaOf(endpoint)
    const all = (computed[endpoint.path]?.(this.state, place.parent) as unknown[] | undefined) ?? place.items
    const items = place.collection === 'blocked' ? all.filter((username) => hasUser(this.state, username)) : all
    const pointer = endpoint.operation['x-pagination']?.items ?? ''
    const itemSchema = pointInto(schema, pointer, resolve)?.items ?? {}
    const conditions = (query['filter'] ?? []) as string[]
    const grammar = grammarOf(endpoint)
    const matches = items.filter((item) =>
      conditions.every((condition) => grammar && meets(item as Item, condition, grammar)),
    )
    if (pointer === '') return matches.map((item) => this.#show(item, itemSchema))
    const limit = Number(query['limit'] ?? endpoint.operation['x-pagination']?.defaultLimit)
    const offset = Number(query['offset'] ?? 0)
    const page = matches.slice(offset, offset + limit)
    const last = Math.max(0, Math.ceil(matches.length / limit) - 1) * limit
    const end = offset + page.length
    const linkTo = (offset: number) => ({ limit, offset, filter: conditions })
    const expected: Fields = {
      current: linkTo(offset),
      previews: offset === 0 ? null : linkTo(page.length > 0 ? Math.max(0, offset - limit) : last),
      next: page.length > 0 && end < matches.length ? linkTo(end) : null,
      first: linkTo(0),
      last: linkTo(last),
    }
    return {
      count: page.length,
      ...(resolve(schema).properties?.['total_count'] && { total_count: matches.length }),
      links: expected,
      [pointer.slice(1)]: page.map((item) => this.#show(item, itemSchema)),
    }
  }

  #create(
    endpoint: Endpoint,
    { collection, items, word }: Place,
    body: Fields,
    received: Received,
    time: string,
  ): Item {
    const fields = resolve(schemaOf(endpoint)).properties ?? {}
    const assigned: Fields = {
      // Only the server can choose it, but it must be new.
      ...('id' in fields && { id: this.#newId(items, received) }),
      ...('app_id' in fields && { app_id: 'sandbox' }),
      ...('created_at' in fields && { created_at: time }),
      ...('updated_at' in fields && { updated_at: time }),
      ...(word && { type: word }),
    }
    const { members, owner, ...rest } = body
    const item: Item = { ...structuredClone(defaults[collection]), ...structuredClone(rest), ...assigned }
    items.push(item)
    if (item['members']) {
      const listed = membersIn(body)
      if (owner !== undefined) {
        item['owner'] = owner
        if (!listed.some(({ username }) => username === owner)) setRole(item, owner, ownerRole)
      }
      for (const { username, role } of listed) setRole(item, username, username === owner ? ownerRole : role)
    }
    return item
  }

  /** Reads the id of an item that the sandbox created. An id that exists does not count. */
  #newId(items: unknown[], { body }: Received): unknown {
    const id = (body as Fields | null)?.['id']
    const isNew = !(items as Item[]).some((item) => item['id'] === id)
    return isNew && (typeof id === 'number' || /^\d+$/.test(String(id))) ? id : 'a new id'
  }

  #addMembers({ parent: channel }: Place, body: Fields): Item[] {
    return membersIn(body).map(({ username, role }) => setRole(channel as Item, username, role))
  }

  #upload({ items }: Place, { name, content }: Fields, received: Received): unknown {
    const [stem, extension] = String(name).split(/(?=\.[^.]*$)/) as [string, string?]
    let free = String(name)
    for (let number = 2; (items as Item[]).some((item) => item['name'] === free); number++)
      free = `${stem}-${number}${extension ?? ''}`
    items.push({ name: free, content })
    const url = String((received.body as Fields | null)?.['url'])
    return { url: url.endsWith(`/files/${encodeURIComponent(free)}`) ? url : `a URL that ends in ${free}` }
  }

  #update(endpoint: Endpoint, item: Item, body: Fields, time: string): Item {
    const fields = resolve(schemaOf(endpoint)).properties ?? {}
    for (const [name, value] of Object.entries(body)) {
      // It names who acts.
      if (!(name in fields) || name === 'from') continue
      if (name === 'owner') {
        if (item['owner'] !== undefined && item['owner'] !== value) setRole(item, item['owner'], participantRole)
        setRole(item, value, ownerRole)
      }
      if (name === 'name') this.#renameRole(item, value)
      item[name] = name === 'type' ? kindOf(value) : structuredClone(value)
    }
    if ('updated_at' in fields) item['updated_at'] = time
    return item
  }

  #renameRole(role: Item, name: unknown): void {
    if (!this.state.roles.includes(role)) return
    for (const { members } of this.state.channels)
      for (const member of members as Item[]) if (member['role'] === role['name']) member['role'] = name
  }

  #delete({ collection, items, item }: Place): void {
    items.splice(items.indexOf(item), 1)
    if (collection !== 'users') return
    for (const channel of this.state.channels) {
      const username = item?.['username']
      channel['members'] = (channel['members'] as Item[]).filter((member) => member['username'] !== username)
      if (channel['owner'] === username) delete channel['owner']
    }
  }

  /** Converts a part of the state to what a response shows of it. */
  #show(stored: unknown, reference: JsonSchema): unknown {
    const schema = resolve(reference)
    if (schema.oneOf) return stored === null ? null : this.#show(stored, schema.oneOf[0] ?? {})
    if (Array.isArray(stored)) return stored.map((item) => this.#show(item, schema.items ?? {}))
    const item = this.#expand(stored, referenceName(reference))
    if (typeof item !== 'object' || item === null) return item
    const shown: Fields = schema.additionalProperties === true ? structuredClone(item as Fields) : {}
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const value = this.#read(item as Item, name, property)
      if (value !== undefined) shown[name] = value
    }
    return shown
  }

  /** Replaces the name of a user by the user, and adds to a member what the user has. */
  #expand(stored: unknown, type: string | undefined): unknown {
    if (type !== 'User' && type !== 'Member') return stored
    const name = typeof stored === 'string' ? stored : (stored as Item | undefined)?.['username']
    const user = this.state.users.find(({ username }) => username === name)
    if (type === 'User' || !user) return user
    return { ...user, ...(typeof stored === 'object' && stored), status: memberStatus }
  }

  #read(item: Item, name: string, property: JsonSchema): unknown {
    const [, counted] = /^(\w+)_count$/.exec(name) ?? []
    if (counted) return (item[counted] as unknown[]).length
    const [, one] = /^last_(\w+)$/.exec(name) ?? []
    const list = one && item[`${one}s`]
    if (Array.isArray(list)) return this.#show(list.at(-1) ?? null, property)
    const value = item[name]
    if (value === undefined) return undefined
    if (resolve(property)['x-enum-varnames']) return typeOf(String(value))
    return this.#show(value, property)
  }
}

/** The error for an operation that these rules cannot place, so that a new one says what is missing. */
function unknownPlace({ path, method }: Endpoint): Error {
  return new Error(
    `The model cannot find what ${method.toUpperCase()} ${path} is about: add its name to collectionNames, or its value to computed, in test/contract/model/rules.ts.`,
  )
}

/** Returns the item that a path names. One that ends in a name of no part of the state is about the item before it. */
function itemOf({ item, parent }: Place, endpoint: Endpoint): Item {
  const found = item ?? parent
  if (!found) throw unknownPlace(endpoint)
  return found
}

/** Adds a member, or changes the role of one. A member without a role is a Participant. */
function setRole(channel: Item, username: unknown, role: unknown): Item {
  const members = channel['members'] as Item[]
  const known = members.find((one) => one['username'] === username)
  const member = known ?? { username, role: participantRole }
  if (!known) members.push(member)
  if (role !== undefined) member['role'] = role
  return member
}

type Kind = 'list' | 'read' | 'create' | 'act' | 'update' | 'delete' | 'remove' | 'clear'

/** Returns what an operation does, by its method, its path and its response. */
function kindOfOperation({ method, path, operation }: Endpoint): Kind {
  switch (method) {
    case 'get':
      return operation['x-pagination'] ? 'list' : 'read'
    case 'post':
      return operation.responses['200'] ? 'create' : 'act'
    case 'put':
      return 'update'
    case 'delete':
      return path.endsWith('}') ? 'delete' : operation.requestBody ? 'remove' : 'clear'
  }
}

function schemaOf({ operation }: Endpoint): JsonSchema {
  return Object.values(resolve(operation.responses['200'])?.content ?? {})[0]?.schema ?? {}
}

function isForm({ operation }: Endpoint): boolean {
  return 'multipart/form-data' in (operation.requestBody?.content ?? {})
}

function grammarOf({ parameters }: Endpoint) {
  return parameters.find(({ schema }) => schema.items?.['x-filter'])?.schema.items?.['x-filter']
}

/** The username of a new user refers to none. */
function referring(checked: Checked, kind: Kind): Checked {
  return checked.place.collection === 'users' && kind === 'create' ? { ...checked, body: {} } : checked
}

function checkHeaders({ endpoint, headers }: ModelRequest): ApiProblem[] {
  const { operation } = endpoint
  const found: ApiProblem[] = []
  if (headers['Platform-Api-Key'] !== 'sandbox-key')
    found.push(problem('Platform-Api-Key' in headers ? 'unknownKey' : 'missingKey'))
  const [media] = Object.keys(operation.requestBody?.content ?? {})
  if (media && headers['Content-Type']?.split(';')[0] !== media) found.push(problem('otherMediaType'))
  return found
}

/** Parses and checks a query, as the schemas of its parameters demand. */
function readQuery({ endpoint, query: text }: ModelRequest): { query: Fields; problems: ApiProblem[] } {
  const query: Fields = {}
  const problems: ApiProblem[] = []
  const parameters = endpoint.parameters.filter((parameter) => parameter.in === 'query')
  const pairs = [...new URLSearchParams(text)]
  for (const { name, schema, required } of parameters) {
    const values = pairs.filter(([key]) => key === name).map(([, value]) => value)
    if (values.length === 0) {
      if (required) problems.push(problem('invalid'))
      continue
    }
    const [first = ''] = values
    query[name] =
      schema.type === 'array' ? values : schema.type === 'integer' && /^-?\d+$/.test(first) ? Number(first) : first
    if (!isValid(schema, query[name]) || (schema.type !== 'array' && values.length > 1))
      problems.push(problem('invalid'))
    const grammar = schema.items?.['x-filter']
    if (grammar && !values.every((value) => isCondition(value, grammar))) problems.push(problem('invalid'))
  }
  return { query, problems }
}

/** Parses and checks a body. Its fields get the names that responses have for them; unknown fields are ignored. */
function readBody({ endpoint, body: text = '' }: ModelRequest): { body: Fields; problems: ApiProblem[] } {
  const content = endpoint.operation.requestBody?.content
  if (!content) return { body: {}, problems: [] }
  if (isForm(endpoint)) return readForm(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { body: {}, problems: [problem('malformed')] }
  }
  const schema = resolve(content['application/json']?.schema ?? {})
  if (!isValid(schema, value)) return { body: {}, problems: [problem('invalid')] }
  const known = Object.entries(documented(schema, value) as Fields)
  return {
    body: Object.fromEntries(known.map(([name, field]) => [nameInResponse(schema, name), field])),
    problems: [],
  }
}

/** Leaves out the fields that a schema does not have. */
function documented(reference: JsonSchema, value: unknown): unknown {
  const { properties, additionalProperties, items } = resolve(reference)
  if (Array.isArray(value)) return items ? value.map((item) => documented(items, item)) : value
  if (typeof value !== 'object' || value === null || additionalProperties === true) return value
  const known = Object.entries(value).filter(([name]) => properties && Object.hasOwn(properties, name))
  return Object.fromEntries(known.map(([name, field]) => [name, documented(properties?.[name] ?? {}, field)]))
}

function nameInResponse({ properties = {} }: JsonSchema, name: string): string {
  const stated = (properties[name] as { 'x-response-name'?: string } | undefined)?.['x-response-name']
  return stated ?? name
}

/** Reads the only kind of form that is sent here: one file. */
function readForm(text: string): { body: Fields; problems: ApiProblem[] } {
  const [, field, name, content] = /name="(\w+)"; filename="([^"]+)"\r\n\r\n(.*)\r\n--b--\r\n$/s.exec(text) ?? []
  if (name === undefined || content === undefined) return { body: {}, problems: [problem('malformedForm')] }
  if (field !== 'files') return { body: {}, problems: [problem('invalid')] }
  return { body: { name, content: Buffer.from(content).toString('base64') }, problems: [] }
}

/** Reads what a link to a page asks for. Its cursor is the server's own. */
export function readLink(link: unknown): Fields | null {
  if (typeof link !== 'string') return null
  const { searchParams } = new URL(link)
  return {
    limit: Number(searchParams.get('limit')),
    offset: Number(searchParams.get('offset')),
    filter: searchParams.getAll('filter'),
  }
}
