import type { Handlers } from './handler.js'

export const channelTypes: Pick<Handlers, 'createChannelType' | 'deleteChannelType'> = {
  createChannelType({ app, body }) {
    return app.channelTypes.add({ ...body })
  },
  deleteChannelType({ app, path }) {
    app.channelTypes.delete(path.name)
  },
}
