import type { Handlers } from '../types.js'

export const channelTypes: Pick<Handlers, 'createChannelType' | 'deleteChannelType'> = {
  createChannelType({ app, body }) {
    return app.addChannelType({ ...body })
  },
  deleteChannelType({ app, path }) {
    app.deleteChannelType(path.name)
  },
}
