import { expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { runInDom, textOf } from './dom.js'

runInDom('jsdom')

// The Response of happy-dom cannot do this itself: its `blob()` returns the text "[object ArrayBuffer]".
it('a file is downloaded through a middleware', async () => {
  const sceyt = createSceyt(createSandbox().connection())
  sceyt.raw.use({ onResponse() {} })
  await sceyt.files.upload(new File(['Բարեւ'], 'a.txt'))
  expect(await textOf(await sceyt.files.download('a.txt'))).toBe('Բարեւ')
})
