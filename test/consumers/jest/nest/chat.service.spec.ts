import { Test } from '@nestjs/testing'
import { createSceyt, InputError } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { createUserToken } from 'sceyt-platform/token'
import { ChatModule } from './chat.module'
import { ChatService, SCEYT } from './chat.service'

describe('ChatService', () => {
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe', first_name: 'Zoe' }] } })
  let service: ChatService

  beforeAll(async () => {
    const app = await Test.createTestingModule({ imports: [ChatModule] })
      .overrideProvider(SCEYT)
      .useValue(createSceyt(sandbox.connection()))
      .compile()
    service = app.get(ChatService)
  })

  it('calls the sandbox, and recognises its errors', async () => {
    expect(await service.firstName('zoe')).toBe('Zoe')
    expect(await service.firstName('omar')).toBeUndefined()
    expect(sandbox.journal.entries.map(({ status }) => status)).toEqual([200, 404])
  })

  it('creates a token', async () => {
    expect((await sandbox.token('zoe')).token.split('.')).toHaveLength(3)
    await expect(createUserToken('', { privateKey: 'x' })).rejects.toBeInstanceOf(InputError)
  })
})
