import { expect, it } from 'vitest'
import { NotFoundError, PayloadTooLargeError } from '../../src/index.js'
import { open } from './open.js'

const everyByte = Uint8Array.from({ length: 1024 }, (_item, index) => index % 256)

it('returns a file byte for byte, with a type that no browser runs', async () => {
  const { sceyt, sandbox } = open()
  const { url } = await sceyt.files.upload(new File([everyByte], 'photo.png', { type: 'image/png' }))
  expect(url).toBe('https://sandbox.invalid/v1/sandbox/files/photo.png')
  const content = await sceyt.files.download('photo.png')
  expect(new Uint8Array(await content.arrayBuffer())).toEqual(everyByte)
  const { headers } = await sandbox.fetch(url, { headers: { 'Platform-Api-Key': 'sandbox-key' } })
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  })
})

it('stores the media type of an upload in snapshots, and never sends it', async () => {
  const { sceyt, sandbox } = open()
  const file = await sceyt.files.upload(new File(['<script>alert(1)</script>'], 'page.html', { type: 'text/html' }))
  sandbox.restore(JSON.parse(JSON.stringify(sandbox.snapshot())))
  expect(sandbox.snapshot().apps['sandbox']?.files).toMatchObject([{ name: 'page.html', type: 'text/html' }])
  expect((await sceyt.files.download(file)).type).toBe('application/octet-stream')
})

it.each([
  'username_new*user Բարեւ 你好 🎉.txt',
  'a b%20c.txt',
  'a/b\\c',
  "quote ' it",
  'no extension',
  '.hidden',
  '__proto__',
])('finds the file %j by the last segment of its URL', async (name) => {
  const { sceyt } = open()
  const { url } = await sceyt.files.upload(new File(['content'], name))
  expect(decodeURIComponent(url.split('/').at(-1) ?? '')).toBe(name)
  expect(await (await sceyt.files.download(name)).text()).toBe('content')
})

it('adds a number to a name that is taken', async () => {
  const { sceyt } = open()
  const urls = []
  for (const content of ['one', 'two', 'three'])
    urls.push((await sceyt.files.upload(new File([content], 'a.b.txt'))).url.split('/').at(-1))
  expect(urls).toEqual(['a.b.txt', 'a.b-2.txt', 'a.b-3.txt'])
  expect(await (await sceyt.files.download('a.b-2.txt')).text()).toBe('two')
  expect(await (await sceyt.files.download('a.b.txt')).text()).toBe('one')
})

it.each(['.', '..'])('renames a file called %j, which cannot be a path segment', async (name) => {
  const { sceyt } = open()
  expect((await sceyt.files.upload(new File([''], name))).url.split('/').at(-1)).toBe('file')
})

it('deletes a file, and counts the files and their bytes', async () => {
  const { sceyt } = open()
  await sceyt.files.upload(new File(['12345'], 'a.txt'))
  await sceyt.files.upload(new File([''], 'empty.txt'))
  expect(await sceyt.application.getStorage()).toEqual({ files: 2, bytes: 5 })
  await sceyt.files.delete('a.txt')
  await expect(sceyt.files.download('a.txt')).rejects.toThrow(NotFoundError)
  await expect(sceyt.files.delete('a.txt')).rejects.toThrow(NotFoundError)
  expect(await (await sceyt.files.download('empty.txt')).text()).toBe('')
})

it('rejects a file over the limit', async () => {
  const { sceyt } = open({ maxBodyBytes: 1000 })
  await expect(sceyt.files.upload(new File([new Uint8Array(1001)], 'a.bin'))).rejects.toThrow(PayloadTooLargeError)
  expect(await sceyt.application.getStorage()).toEqual({ files: 0, bytes: 0 })
})
