import { describe, expect, it } from 'vitest'
import { endSentence } from '../../src/common/end-sentence.js'
import { createSceyt } from '../../src/index.js'
import { apiKey, failure } from '../lib/fetches.js'

describe('a text at the end of a sentence', () => {
  it.each([
    ['it is closed', 'it is closed.'],
    ['It is closed.', 'It is closed.'],
    ['Is it closed?', 'Is it closed?'],
    ['It is closed!', 'It is closed!'],
    ['It is …', 'It is …'],
    ['', '.'],
  ])('%j has one full stop', (text, sentence) => {
    expect(endSentence(text)).toBe(sentence)
  })

  it.each(['the proxy said no', 'The proxy said no.', 'The proxy said no!'])(
    'is the message of fetch: %s',
    async (message) => {
      const fetch = () => Promise.reject(new TypeError(message))
      const sceyt = createSceyt({ baseUrl: 'https://api.example', apiKey, fetch, maxRetries: 0 })
      const error = await failure(sceyt.users.list())
      const sentence = message.endsWith('no') ? `${message}.` : message
      expect(error).toMatchObject({ message: `users.list: no response: ${sentence} The call is safe to retry.` })
    },
  )

  it.each(['{"message":"There is no user."}', '{"message":"There is no user"}'])(
    'is the message of the server: %s',
    async (body) => {
      const fetch = async () => new Response(body, { status: 404 })
      const sceyt = createSceyt({ baseUrl: 'https://api.example', apiKey, fetch, maxRetries: 0 })
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ message: 'users.get: 404: There is no user.' })
    },
  )
})
