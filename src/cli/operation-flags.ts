import { Option } from 'commander'
import type { CommandText } from '../operation/command-text.js'
import type { Operation } from '../operation/operation.js'
import type { Shape } from '../operation/shape.js'
import { checkCondition } from './check-condition.js'
import { kebabOf } from './kebab-of.js'

/** A flag that stands for a parameter of the query or a field of the body. */
export interface OperationFlag {
  /** Name in requests, such as `first_name`. */
  wire: string
  place: 'query' | 'body'
  shape: Shape
  /** `--first-name`, as the command line has it. */
  option: Option
}

/**
 * Lists the flags of an operation: the parameters of its query, then the fields of its body.
 *
 * @param reserved - Names of flags that every command has. A field of such a name gets the flag `--field-<name>`.
 */
export function flagsOf(operation: Operation, text: CommandText, reserved: ReadonlySet<string>): OperationFlag[] {
  const taken = new Set(reserved)
  const create = (place: OperationFlag['place'], shape: Shape | undefined): OperationFlag[] =>
    Object.entries(text[place]).flatMap(([wire, description]) => {
      const property = shape?.properties?.[wire]
      if (!property || property.type === 'file') return []
      // A list has a flag of its own for the number of its items.
      if (operation.pagination && place === 'query' && wire === 'limit') return []
      const name = taken.has(kebabOf(wire)) ? `field-${kebabOf(wire)}` : kebabOf(wire)
      taken.add(name)
      const isRequired = shape?.required?.includes(wire) === true
      return [{ wire, place, shape: property, option: createOption(name, property, description, isRequired) }]
    })
  return [...create('query', operation.query), ...create('body', operation.body?.shape)]
}

function createOption(name: string, shape: Shape, description: string, isRequired: boolean): Option {
  const isList = shape.type === 'array'
  const notes = [description, isRequired ? 'Required.' : '', isList ? 'May be repeated.' : ''].filter(Boolean).join(' ')
  const value = shape.type === 'boolean' ? '[boolean]' : `<${valueName(shape)}>`
  const option = new Option(`--${name} ${value}`, notes)
  if (shape.type === 'boolean') return option.preset('true')
  if (!isList) return option
  const read = (text: string) => (shape.items?.filter ? checkCondition(`--${name}`, text) : text)
  return option.argParser((text, previous: string[] | undefined) => [...(previous ?? []), read(text)])
}

function valueName({ type, items, required, anyOf }: Shape): string {
  if (type === 'array') return items ? valueName(items) : 'json'
  if (type === 'object') return required?.length === 1 ? (required[0] as string) : 'json'
  if (type === 'union') return anyOf?.some((shape) => shape.type === 'string') ? 'text' : 'json'
  return type === 'integer' ? 'number' : 'text'
}
