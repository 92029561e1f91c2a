import type { RequestOptions, Sceyt } from 'sceyt-platform'
import { imports } from '../../../generated/imports.js'
import { methodOf } from '../method-of.js'
import { operationOf } from './row-kind.js'
import { ruleOfItem, toRow } from './to-row.js'

/** Reads the items of a list that belong to something else, such as the members of a channel, as rows. */
export async function readNested(
  sceyt: Sceyt,
  id: string,
  parentId: unknown,
  options: RequestOptions = {},
): Promise<object[]> {
  const operation = operationOf(id)
  const rule = imports.find(({ list }) => list === id)
  const own = Object.values(rule?.path ?? {})
  const rows: object[] = []
  const list = methodOf(sceyt, operation.name)(
    parentId,
    ...(operation.query ? [{}] : []),
    options,
  ) as AsyncIterable<unknown>
  for await (const item of list)
    rows.push(
      Object.fromEntries(
        Object.entries(toRow(ruleOfItem(id, item), item, {})).filter(([column]) => !own.includes(column)),
      ),
    )
  return rows
}
