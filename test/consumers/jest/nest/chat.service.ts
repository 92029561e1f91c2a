import { Inject, Injectable } from '@nestjs/common'
import { NotFoundError, type Sceyt } from 'sceyt-platform'

export const SCEYT = Symbol('SCEYT')

@Injectable()
export class ChatService {
  constructor(@Inject(SCEYT) private readonly sceyt: Sceyt) {}

  async firstName(username: string): Promise<string | undefined> {
    try {
      return (await this.sceyt.users.get(username)).first_name ?? ''
    } catch (error) {
      if (error instanceof NotFoundError) return undefined
      throw error
    }
  }
}
