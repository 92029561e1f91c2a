import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useOperations } from '../parts/use-operations.js'
import { useRowFocus } from '../parts/use-row-focus.js'
import { useRowKeys } from '../parts/use-row-keys.js'
import { closeTo, goTo, linkTo, openOver, useRoute } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { useShortcuts } from '../shell/use-shortcuts.js'
import { ChannelTitle } from './channel-title.js'
import { CollectionTabs } from './collection-tabs.js'
import { CreateDialog } from './create-dialog.js'
import { columnsOf, type DataCollection, dataCollections } from './data-collections.js'
import { FileDrop } from './file-drop.js'
import { Pager } from './pager.js'
import { RowDrawer } from './row-drawer.js'
import { RowTable } from './row-table.js'
import { longestSearch, useRows } from './use-rows.js'

const pageLength = 100

/** Reads from the route which collection is shown, and in which channel. */
function readPlace(path: readonly string[]): { collection: DataCollection; channel: string | undefined } {
  const [, first, channel, nested] = path
  const find = (name: string | undefined) => dataCollections.find((each) => each.name === name)
  const inner = channel === undefined ? undefined : find(nested)
  const [users] = dataCollections as readonly [DataCollection]
  return inner?.isInChannel ? { collection: inner, channel } : { collection: find(first) ?? users, channel: undefined }
}

/** Shows the data of an application as tables. */
export function DataPage() {
  const { app, report } = useStudio()
  const { path, query } = useRoute()
  const { collection, channel } = readPlace(path)
  const operations = useOperations()
  const [isCreating, setCreating] = useState(false)
  useRowKeys()
  const canCreate = collection.create.length > 0
  useShortcuts(canCreate ? { n: () => setCreating(true) } : {})
  const read = (name: string) => query.get(name) ?? undefined
  const [search, sort, order] = ['search', 'sort', 'order'].map(read)
  const offset = Number(query.get('offset') ?? 0) || 0
  const { page, isCurrent, error } = useRows({
    of: collection.name,
    app: app.appId,
    channel,
    search,
    sort,
    order,
    offset,
    limit: pageLength,
  })
  const place = channel === undefined ? ['data', collection.name] : ['data', 'channels', channel, collection.name]
  const current = { search, sort, order, offset: offset || undefined }
  const show = (more: Record<string, string | number | undefined>, replace = false) =>
    goTo(place, { ...current, ...more }, replace)
  const opened = query.get('open')
  const keys = page?.rows.map((row) => String(row[collection.key])) ?? []
  useRowFocus(opened, keys)
  // The last rows of a page may have been deleted.
  const lastOffset = page && isCurrent ? Math.floor(Math.max(0, page.matched - 1) / pageLength) * pageLength : offset
  useEffect(() => {
    if (offset > lastOffset) show({ offset: lastOffset || undefined, open: opened ?? undefined }, true)
  })
  const columns = operations ? columnsOf(collection, operations) : []
  return (
    <>
      <h1>Data</h1>
      <CollectionTabs current={channel === undefined ? collection.name : 'channels'} />
      {channel !== undefined && <ChannelTitle channel={channel} current={collection.name} />}
      <div class="toolbar">
        <label class="field search-field">
          <span class="visually-hidden">Search {collection.title.toLowerCase()}</span>
          <input
            type="search"
            dir="auto"
            maxLength={longestSearch}
            placeholder={`Search ${collection.title.toLowerCase()}`}
            value={search ?? ''}
            onInput={({ currentTarget }) => show({ search: currentTarget.value, offset: undefined }, true)}
          />
        </label>
        <span class="soft" role="status">
          {page &&
            `${formatNumber(page.matched)}${page.matched === page.total ? '' : ` of ${formatNumber(page.total)}`}`}
        </span>
        {canCreate && (
          <button type="button" class="primary push" onClick={() => setCreating(true)}>
            New
          </button>
        )}
      </div>
      {collection.name === 'files' && <FileDrop />}
      <ProblemText text={error} />
      {page === undefined || columns.length === 0 ? null : page.matched === 0 ? (
        <p class="empty">
          {search
            ? 'Nothing matches this search.'
            : canCreate
              ? `No ${collection.title.toLowerCase()} yet. Create one with New, or add a seed on the World page.`
              : `No ${collection.title.toLowerCase()}.`}
        </p>
      ) : (
        <RowTable
          label={collection.title}
          columns={columns}
          keyField={collection.key}
          rows={page.rows}
          opened={opened}
          offset={offset}
          sort={sort}
          order={order}
          onSort={(by, direction) => show({ sort: by, order: direction, offset: undefined }, true)}
          onOpen={(key) => openOver(place, { ...current, open: key })}
        />
      )}
      {page && page.matched > pageLength && (
        <Pager
          offset={offset}
          matched={page.matched}
          length={pageLength}
          linkOf={(at) => linkTo(place, { ...current, offset: at || undefined })}
        />
      )}
      {opened !== null && operations && (
        <RowDrawer
          key={opened}
          collection={collection}
          channel={channel}
          rowKey={opened}
          known={page?.rows[keys.indexOf(opened)]}
          operations={operations}
          onClose={() => closeTo(place, current)}
        />
      )}
      {isCreating && operations && (
        <CreateDialog
          collection={collection}
          channel={channel}
          operations={operations}
          onDone={() => {
            setCreating(false)
            report('Created')
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  )
}
