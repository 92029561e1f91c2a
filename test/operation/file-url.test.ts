import { describe, expect, it } from 'vitest'
import { createSceyt, type UploadedFile } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'

const baseUrl = 'https://api.example/v1/app'
const open = () => {
  const seen: string[] = []
  const fetch = async (url: string) => {
    seen.push(url)
    return new Response('content')
  }
  return { sceyt: createSceyt({ baseUrl, apiKey: 'k3y-that-must-never-be-seen', fetch }), seen }
}

describe('a file by its address', () => {
  it.each(['b ü.png', 'username_new*user Բարեւ 你好 🎉.txt', 'a/b?c#d', '100%25.txt', '%2F', 'a+b', "it's (1)!.txt"])(
    'an upload of %s can be downloaded and deleted by what it returned',
    async (name) => {
      const sceyt = createSceyt(createSandbox().connection())
      const file = await sceyt.files.upload(new File(['content of the file'], name))
      expect(await (await sceyt.files.download(file)).text()).toBe('content of the file')
      expect(await (await sceyt.files.download(file.url)).text()).toBe('content of the file')
      expect(await (await sceyt.files.download(name)).text()).toBe('content of the file')
      await sceyt.files.delete(file)
      await expect(sceyt.files.download(file)).rejects.toMatchObject({ reason: 'not-found' })
    },
  )

  it.each<[string | UploadedFile, string]>([
    ['hello.txt', 'hello.txt'],
    [`${baseUrl}/files/b%20%C3%BC.png`, 'b%20%C3%BC.png'],
    [{ url: `${baseUrl}/files/b ü.png` }, 'b%20%C3%BC.png'],
    [{ url: 'HTTPS://API.example:443/v1/app/files/a%2Fb' }, 'a%2Fb'],
    [`${baseUrl}/files/100%2525.txt`, '100%2525.txt'],
    [{ url: '/v1/app/files/a.txt' }, 'a.txt'],
    ['b%20%C3%BC.png', 'b%2520%25C3%25BC.png'],
    ['//evil.example/a', '%2F%2Fevil.example%2Fa'],
  ])('%j goes out as %s', async (given, segment) => {
    const { sceyt, seen } = open()
    await sceyt.files.download(given)
    await sceyt.files.download(given, { as: 'stream' })
    expect(seen).toEqual(Array(2).fill(`${baseUrl}/files/${segment}`))
  })

  it.each<[unknown, string]>([
    [
      'https://cdn.example/v1/app/files/a.png',
      'got a URL of https://cdn.example. The API key never goes to another host',
    ],
    [{ url: 'https://api.example.evil.example/v1/app/files/a.png' }, 'never goes to another host'],
    [{ url: 'http://api.example/v1/app/files/a.png' }, 'never goes to another host'],
    [{ url: '//cdn.example/v1/app/files/a.png' }, 'never goes to another host'],
    ['https://api.example:8443/v1/app/files/a.png', 'never goes to another host'],
    ['ftp://api.example/v1/app/files/a.png', 'never goes to another host'],
    ['file:///etc/passwd', 'never goes to another host'],
    [`${baseUrl}/users/zoe`, 'another path'],
    ['https://api.example/v1/other/files/a.png', 'another path'],
    [`${baseUrl}/files/`, 'another path'],
    [`${baseUrl}/files/a/b`, 'another path'],
    [`${baseUrl}/files/%2E%2E`, 'another path'],
    [`${baseUrl}/files/../users/zoe`, 'another path'],
    [`${baseUrl}/files/a.png?size=1`, 'without a query or a fragment'],
    [`${baseUrl}/files/a?`, 'without a query or a fragment'],
    [`${baseUrl}/files/report#1.pdf`, 'without a query or a fragment'],
    [{ url: 'a#b' }, 'without a query or a fragment'],
    [`${baseUrl}/files/a\nb`, 'a control character'],
    [`${baseUrl}/files/a\tb`, 'a control character'],
    [`${baseUrl}/files/\ud800`, 'a lone surrogate'],
    [`${baseUrl}/files/a `, 'a space at its end'],
    [`${baseUrl}/files/%E0%A4%A`, 'percent-encoding'],
    [{ url: 'https://' }, 'an invalid URL'],
    [{ url: 5 }, 'whose url is a string'],
    [{}, 'whose url is a string'],
    [['a'], 'must be a string, got an array'],
    [null, 'must be a string, got null'],
    ['', 'must not be empty'],
    ['..', 'must not be'],
  ])('%j is refused before any request', async (given, problem) => {
    const { sceyt, seen } = open()
    for (const call of [sceyt.files.download(given as string), sceyt.files.delete(given as string)]) {
      const error = await call.catch((reason: unknown) => reason)
      expect(error).toMatchObject({
        name: 'InputError',
        parameter: 'fileName',
        message: expect.stringContaining(problem),
      })
    }
    expect(seen).toEqual([])
  })

  it('a URL with a password does not show it in the error', async () => {
    const { sceyt } = open()
    await expect(sceyt.files.download('https://zoe:s3cret@cdn.example/a?token=s3cret')).rejects.toThrow(/^(?!.*s3cret)/)
  })

  it('in a raw call the same text is a name', async () => {
    const { sceyt, seen } = open()
    await sceyt.raw.GET('/files/{fileName}', { params: { path: { fileName: 'a://b' } }, parseAs: 'text' })
    expect(seen).toEqual([`${baseUrl}/files/a%3A%2F%2Fb`])
  })
})
