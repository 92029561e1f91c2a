import { kebabOf } from '../../src/cli/kebab-of.js'
import { capitalize, lowerFirst } from '../generate/source.js'
import { pluralOf, singularOf, wordsOf } from '../lib/names.js'
import { marker } from '../lint/rules/filled-in.js'
import { reserved } from '../lint/rules/identifiers.js'
import { itemsProperty, propertiesOf } from './api-sources.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'

const folder = 'src/sandbox/handlers'
const index = `${folder}/index.ts`

/** Adds the handler of an operation to the file of its resource. It finds what the path names; the author writes the rest. */
export function writeHandler(operation: NewOperation, repository: Repository): void {
  const file = handlerFile(operation.resource, repository)
  const handler = printHandler(operation, repository)
  const type = `HandlersOf<'${operation.resource}'>`
  if (!repository.has(file)) {
    const name = lowerFirst(camelOf(file.slice(folder.length + 1, -'.ts'.length)))
    repository.set(
      file,
      `import type { HandlersOf } from './handler.js'\n\nexport const ${name}: ${type} = {\n${handler}}\n`,
    )
    const text = repository.text(index)
    repository.set(
      index,
      `import { ${name} } from './${file.slice(folder.length + 1, -3)}.js'\n${text.replace(/^}$/m, `  ...${name},\n}`)}`,
    )
  } else {
    const text = repository.text(file)
    const start = text.indexOf(type)
    const end = text.indexOf('\n}\n', start)
    repository.set(file, `${text.slice(0, end + 1)}${handler}${text.slice(end + 1)}`)
  }
  addImports(file, repository)
}

/** Imports the helpers that a handler uses. */
function addImports(file: string, repository: Repository): void {
  for (const [name, module] of Object.entries({
    keptFields: './kept-fields.js',
    paginate: './paginate.js',
    toTimestamp: '../state/clock.js',
  })) {
    const text = repository.text(file)
    if (text.includes(`${name}(`) && !new RegExp(`^import .*\\b${name}\\b`, 'm').test(text))
      repository.set(file, `import { ${name} } from '${module}'\n${text}`)
  }
}

/**
 * Returns the file with the handlers of a resource. A new one is named after it, and if that name is taken, after all of its
 * parts, or with a suffix.
 */
export function handlerFile(resource: string, repository: Repository): string {
  const existing = repository.in(folder).find((file) => repository.text(file).includes(`HandlersOf<'${resource}'>`))
  if (existing) return existing
  const names = resource.split('.')
  const last = kebabOf(names.at(-1) ?? '')
  const whole = [...names.slice(0, -1).map(singularOf), last].map(kebabOf).join('-')
  const isTaken = (name: string) =>
    reserved.has(name) || name === 'handlers' || repository.in('src').some((file) => file.endsWith(`/${name}.ts`))
  return `${folder}/${[last, whole].find((name) => !isTaken(name)) ?? `${whole}-handlers`}.ts`
}

function printHandler({ id, parameters, listOf, returns, body }: NewOperation, repository: Repository): string {
  const finds = parameters.flatMap((name) => lookup(name, repository) ?? [])
  const own = finds.find(({ store }) => store === storeOf(returns ?? ''))
  const others = finds.filter((find) => find !== own).map(({ code }) => `    ${code}\n`)
  if (listOf) return printList(id, listOf, others.join(''), repository)
  if (own && body) {
    const time = propertiesOf(repository, returns ?? '').includes('updated_at')
    const values = [own.code, 'keptFields(operation, body)', ...(time ? ['{ updated_at: toTimestamp(time) }'] : [])]
    // A record that is shown in another form is changed, and a resource is replaced.
    const isRecord = shown(own.store, '', repository) !== ''
    const changed = isRecord
      ? `Object.assign(${values.join(', ')})`
      : `app.${own.store}.all.replace({ ${values.map((value) => (value.startsWith('{') ? value.slice(2, -2) : `...${value}`)).join(', ')} })`
    return `  ${id}({ app, operation, path, body${time ? ', time' : ''} }) {
${others.join('')}    return ${shown(own.store, changed, repository)}
  },
`
  }
  if (own) {
    const noun = lowerFirst(returns ?? '')
    const change = id.startsWith('get') ? '' : `    // ${marker} what changes.\n`
    return `  ${id}({ app, path }) {
${others.join('')}    const ${noun} = ${own.code}
${change}    return ${shown(own.store, noun, repository)}
  },
`
  }
  const given = finds.length > 0 ? '{ app, path }' : ''
  return returns
    ? `  ${id}(${given}) {\n${others.join('')}    throw new Error('${marker} which ${wordsOf(returns)} the call returns.')\n  },\n`
    : `  ${id}(${given}) {\n${others.join('')}    // ${marker} what changes.\n  },\n`
}

function printList(id: string, item: string, finds: string, repository: Repository): string {
  const store = storeOf(item)
  const noun = lowerFirst(item)
  const property = itemsProperty(repository, `${item}List`)
  const hasStore = repository.text('src/sandbox/state/app-state.ts').includes(`readonly ${store}:`)
  if (!hasStore) return `  ${id}() {\n    throw new Error('${marker} the ${pluralOf(wordsOf(item))}.')\n  },\n`
  const show = shown(store, noun, repository)
  const hint = finds && `    // ${marker} which of these.\n`
  if (property === undefined)
    return `  ${id}({ app${finds && ', path'} }) {\n${finds}${hint}    return [...app.${store}.all]\n  },\n`
  return `  ${id}(call) {
    const { app${finds && ', path'} } = call
${finds}${hint}    const { entries } = app.${store}.all
    const { items, links } = paginate(call, entries)
    return {
      count: items.length,
      total_count: entries.length,
      links,
      ${property}: ${show === noun ? 'items' : `items.map((${noun}) => ${show})`},
    }
  },
`
}

/** Returns the code with which handlers find what a path parameter names. */
function lookup(parameter: string, repository: Repository): { store: string; code: string } | undefined {
  for (const file of repository.in(folder)) {
    const [, store] =
      new RegExp(`app\\.(\\w+)\\.get\\((?:call\\.)?path\\.${parameter}\\b`).exec(repository.text(file)) ?? []
    if (store) return { store, code: `app.${store}.get(path.${parameter})` }
  }
  return undefined
}

/** Prints code that converts a value of a store for a response. */
function shown(store: string, noun: string, repository: Repository): string {
  const file = `src/sandbox/state/${kebabOf(singularOf(store))}-store.ts`
  return repository.has(file) && /^ {2}show\(/m.test(repository.text(file)) ? `app.${store}.show(${noun})` : noun
}

function storeOf(schema: string): string {
  return pluralOf(lowerFirst(schema))
}

function camelOf(kebab: string): string {
  return kebab.split('-').map(capitalize).join('')
}
