import { formatNumber } from '../parts/formats.js'
import { linkTo } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { dataCollections } from './data-collections.js'
import { useRows } from './use-rows.js'

/** The collections of an application, with how many rows each has. */
export function CollectionTabs({ current }: { readonly current: string }) {
  return (
    <nav class="tabs" aria-label="Collections">
      {dataCollections
        .filter(({ isInChannel }) => !isInChannel)
        .map(({ name, title }) => (
          <a key={name} href={linkTo(['data', name])} aria-current={name === current ? 'page' : undefined}>
            {title} <Total of={name} />
          </a>
        ))}
    </nav>
  )
}

function Total({ of }: { readonly of: string }) {
  const { app } = useStudio()
  const { page } = useRows({ of, app: app.appId, limit: 1 })
  return <span class="soft total">{page && formatNumber(page.total)}</span>
}
