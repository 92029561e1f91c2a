import type { HandlersOf } from './handler.js'

export const channelTypes: HandlersOf<'channelTypes'> = {
  createChannelType({ app, body }) {
    return app.channelTypes.add({ ...body })
  },
  deleteChannelType({ app, path }) {
    app.channelTypes.delete(path.name)
  },
}
