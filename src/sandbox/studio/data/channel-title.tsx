import { ShownText } from '../parts/shown-text.js'
import { linkTo } from '../route.js'
import { useStudio } from '../shell/studio-context.js'
import { dataCollections, nameOf } from './data-collections.js'
import { useRow } from './use-row.js'

const channels = dataCollections.find(({ name }) => name === 'channels')

interface ChannelTitleProps {
  readonly channel: string
  /** The collection of the channel that is shown. */
  readonly current: string
}

/** Names the channel whose members or messages are shown. */
export function ChannelTitle({ channel, current }: ChannelTitleProps) {
  const { app } = useStudio()
  const { row } = useRow({ of: 'channels', app: app.appId, key: channel, keyField: 'id' })
  return (
    <div class="toolbar">
      <h2 class="wrap">
        <a href={linkTo(['data', 'channels'], { open: channel })}>
          <ShownText text={channels ? nameOf(channels, row, channel) : channel} />
        </a>
      </h2>
      <nav class="tabs" aria-label="Channel">
        {dataCollections
          .filter(({ isInChannel }) => isInChannel)
          .map(({ name, title }) => (
            <a
              key={name}
              href={linkTo(['data', 'channels', channel, name])}
              aria-current={name === current ? 'page' : undefined}
            >
              {title}
            </a>
          ))}
      </nav>
    </div>
  )
}
