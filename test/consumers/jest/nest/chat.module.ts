import { Module } from '@nestjs/common'
import { createSceyt } from 'sceyt-platform'
import { ChatService, SCEYT } from './chat.service'

@Module({
  providers: [ChatService, { provide: SCEYT, useFactory: () => createSceyt() }],
  exports: [ChatService],
})
export class ChatModule {}
