import { ApiError, type RequestOptions, type Sceyt, where } from 'sceyt-platform'
import { valueAt } from '../../operation/json-pointer.js'
import type { Operation } from '../../operation/operation.js'
import type { RowImport } from '../../operation/row-import.js'
import { methodOf } from '../method-of.js'
import { operationOf, type RowCall } from './row-kind.js'

/**
 * Makes the call of a row.
 *
 * @param isUpdate - Whether to update what has the key of the row already.
 * @returns The result of the create or of the update.
 */
export async function performRow(
  sceyt: Sceyt,
  call: RowCall,
  isUpdate: boolean,
  options: RequestOptions,
): Promise<unknown> {
  const { operation, path, body, rule } = call
  try {
    return await methodOf(sceyt, operation.name)(...Object.values(path), body, options)
  } catch (error) {
    const exists = error instanceof ApiError && error.reason === 'already-exists'
    if (!isUpdate || !exists || rule.update === undefined) throw error
    return update(sceyt, call, rule, operationOf(rule.update), error, options)
  }
}

/** Finds what a row has created before, by its key, if other rows refer to its id. */
export async function findCreated(sceyt: Sceyt, call: RowCall, options: RequestOptions): Promise<unknown> {
  const { rule, fields } = call
  const key = rule.key === undefined ? undefined : fields[rule.key]
  if (rule.id === undefined || rule.key === undefined || typeof key !== 'string') return undefined
  return findItem(sceyt, rule, rule.key, key, options)
}

async function update(
  sceyt: Sceyt,
  { fields, body }: RowCall,
  rule: RowImport,
  operation: Operation,
  conflict: ApiError,
  options: RequestOptions,
): Promise<unknown> {
  const key = rule.key as string
  const value = fields[key] as string
  const [parameter = ''] = Object.keys(operation.pathParameters)
  const id = parameter === key ? value : await findId(sceyt, rule, key, value, options)
  // Something else has the key, such as a channel of another type.
  if (id === undefined) throw conflict
  return methodOf(sceyt, operation.name)(id, toUpdate(body, rule, operation), options)
}

async function findId(
  sceyt: Sceyt,
  rule: RowImport,
  key: string,
  value: string,
  options: RequestOptions,
): Promise<unknown> {
  const item = await findItem(sceyt, rule, key, value, options)
  return item === undefined ? undefined : valueAt(item, rule.id ?? '/id')
}

/** Finds the item of the list that has the key. */
async function findItem(
  sceyt: Sceyt,
  { list, read }: RowImport,
  key: string,
  value: string,
  options: RequestOptions,
): Promise<unknown> {
  const operation = operationOf(list)
  const canFilter = operation.query?.properties?.['filter'] !== undefined
  const query = canFilter ? { filter: [where(key as 'uri', 'eq', value)] } : undefined
  const items = methodOf(sceyt, operation.name)(...(operation.query ? [query ?? {}] : []), options)
  for await (const item of items as AsyncIterable<unknown>)
    if (valueAt(item, read[key] as string) === value) return item
  return undefined
}

/** Returns the fields of a create that the update accepts too, by their names there. */
function toUpdate(body: Record<string, unknown>, { read }: RowImport, operation: Operation): Record<string, unknown> {
  const known = operation.body?.shape.properties ?? {}
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const other = read[name]?.slice(1) ?? ''
      const found = [name, other].find((candidate) => Object.hasOwn(known, candidate))
      return found === undefined || Object.hasOwn(operation.pathParameters, name) ? [] : [[found, value]]
    }),
  )
}
