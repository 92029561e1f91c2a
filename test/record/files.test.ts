import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { InputError } from '../../src/index.js'
import { record, replay } from '../../src/record/index.js'
import { failure } from '../lib/fetches.js'
import { baseUrl, linesOf, newFile, recordAll } from './recording.js'

const header = '{"recording":1}\n'
const line = (path = '/a') => `{"request":{"method":"GET","path":"${path}"},"response":{"status":200}}\n`
const ok = async () => new Response('ok')

async function fileWith(content: string | Uint8Array): Promise<string> {
  const file = await newFile()
  await writeFile(file, content)
  return file
}

/** Collects the warnings of the process during a function. */
async function warningsOf(run: () => unknown): Promise<string[]> {
  const emit = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  await run()
  const warnings = emit.mock.calls.map(([warning]) => String(warning))
  emit.mockRestore()
  return warnings
}

describe('a recording', () => {
  it('has a line for each exchange, which a person can read', async () => {
    const file = await recordAll(
      async () => Response.json({ username: 'zoe' }),
      [['/users?limit=5', { headers: { 'Platform-Api-Key': 'the-api-key' } }]],
    )
    expect(await readFile(file, 'utf8')).toBe(
      `${header}{"request":{"method":"GET","path":"/users","query":{"limit":"5"}},"response":{"status":200,"headers":{"content-type":"application/json"},"json":{"username":"zoe"}}}\n`,
    )
  })

  it('has whole lines, if requests are parallel', async () => {
    const file = await newFile()
    const recorded = record(async (url) => new Response(url.repeat(2000)), file)
    await Promise.all(Array.from({ length: 200 }, (_, index) => recorded(`${baseUrl}/${index}`)))
    const paths = (await linesOf(file)).map(({ request }) => (request as { path: string }).path)
    expect(paths.sort()).toEqual(Array.from({ length: 200 }, (_, index) => `/${index}`).sort())
  })

  it('is untouched until the first request, which overwrites it', async () => {
    const file = await fileWith(`${header}${line('/old')}damaged\n`)
    const recorded = record(ok, file)
    expect(await readFile(file, 'utf8')).toContain('/old')
    await recorded(`${baseUrl}/new`)
    expect((await linesOf(file)).map(({ request }) => request)).toMatchObject([{ path: '/new' }])
  })

  it.each([
    ['whose last line has no break', `${header}${line('/old')}`.trimEnd(), ['/old', '/new']],
    ['whose last line is torn', `${header}${line('/old')}${line('/torn').slice(0, 30)}`, ['/old', '/new']],
    [
      'whose last line is torn in a character',
      Buffer.from(`${header}{"request":{"method":"GET","path":"/é`).subarray(0, -1),
      ['/new'],
    ],
    ['whose header is torn', header.slice(0, 5), ['/new']],
    ['whose header has no break', header.trimEnd(), ['/new']],
    ['that is empty', '', ['/new']],
    ['with empty lines', `${header}\n${line('/old')}\n\n`, ['/old', '/new']],
  ])('%s is continued with the mode append', async (_name, content, paths) => {
    const file = await fileWith(content)
    await record(ok, file, { mode: 'append' })(`${baseUrl}/new`)
    const replayed = replay(file, { passThrough: async () => new Response('unknown') })
    for (const path of ['/old', '/torn', '/new'])
      expect((await (await replayed(baseUrl + path)).text()) !== 'unknown', path).toBe(paths.includes(path))
  })

  it('of two recorders with the mode append has the lines of both', async () => {
    const file = await newFile()
    const both = [1, 2].map(() => record(ok, file, { mode: 'append' }))
    await Promise.all(Array.from({ length: 50 }, (_, index) => both[index % 2]?.(`${baseUrl}/${index}`)))
    expect(await linesOf(file)).toHaveLength(50)
  })

  it('that another recorder has emptied is an error of the next request, before it is sent', async () => {
    const file = await newFile()
    let sent = 0
    const send = async () => new Response(`${++sent}`.repeat(500))
    const [first, second] = [record(send, file), record(send, file)]
    await first(`${baseUrl}/1`)
    await second(`${baseUrl}/2`)
    await truncate(file, header.length)
    expect(await failure(first(`${baseUrl}/3`))).toMatchObject({
      name: 'InputError',
      message: `${file} was overwritten by another recorder. Use a file for each, or the mode 'append'.`,
    })
    await rm(file)
    await expect(first(`${baseUrl}/3`)).rejects.toThrow('cannot be written')
    expect(sent).toBe(2)
  })

  it('that cannot be written does not fail a request that was sent', async () => {
    const file = await newFile()
    let isSent = false
    const recorded = record(async () => {
      if (isSent) {
        await rm(file)
        await mkdir(file)
      }
      isSent = true
      return new Response('ok')
    }, file)
    await recorded(`${baseUrl}/1`)
    let text = ''
    const warnings = await warningsOf(async () => {
      text = await (await recorded(`${baseUrl}/2`)).text()
    })
    expect(text).toBe('ok')
    expect(warnings).toEqual([expect.stringMatching(/cannot be written, so a response is not recorded: EISDIR/)])
    await expect(recorded(`${baseUrl}/3`)).rejects.toThrow('EISDIR')
  })

  it('is not written over any other file', async () => {
    for (const mode of ['overwrite', 'append'] as const)
      for (const content of ['{"name":"a"}\n', 'text', '{"recording":2}\n', '\0\xff']) {
        const file = await fileWith(content)
        const error = await failure(record(ok, file, { mode })(baseUrl))
        expect(error).toBeInstanceOf(InputError)
        expect((error as Error).message).toBe(
          `${file} is not a recording, and was left as it is: its first line must be {"recording":1}.`,
        )
        expect(await readFile(file, 'utf8')).toBe(content)
      }
  })

  it('in a folder that does not exist is an error before a request is sent', async () => {
    const file = join(await newFile(), 'missing.ndjson')
    let isSent = false
    const send = async () => {
      isSent = true
      return new Response()
    }
    const error = await failure(record(send, file)(baseUrl))
    expect((error as Error).message).toMatch(/missing\.ndjson cannot be written: ENOENT/)
    expect(isSent).toBe(false)
  })
})

const incompleteAt = (file: string, number: number) =>
  `${file}:${number} contains an incomplete exchange, which is ignored: its recorder was probably stopped.`

describe('a damaged recording', () => {
  it.each([
    ['not json\n', 'is not JSON in UTF-8.'],
    ['5\n', 'must be an object, got the number 5.'],
    ['{"request":{"method":"GET","path":"/a"}}\n', 'must have a response or a failure.'],
    [
      '{"request":{"method":"GET"},"response":{"status":200}}\n',
      'must have a text that starts with / in request.path, got undefined.',
    ],
    [
      '{"request":{"method":"GET","path":"a"},"response":{"status":200}}\n',
      'must have a text that starts with / in request.path, got "a".',
    ],
    [
      '{"request":{"method":1,"path":"/a"},"response":{"status":200}}\n',
      'must have a text in request.method, got the number 1.',
    ],
    [
      '{"request":{"method":"GET","path":"/a","query":{"a":1}},"response":{"status":200}}\n',
      'must have an object of texts, or of arrays of texts in request.query, got an object.',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"response":{"status":"200"}}\n',
      'must have a status, such as 200 in response.status, got "200".',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"response":{"status":200,"staus":1}}\n',
      'has the unknown field response.staus; use status, headers, json, text, base64, omitted.',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"response":{"status":200,"headers":{"a b":"c"}}}\n',
      'must have an object of headers in response.headers, got an object.',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"response":{"status":200,"headers":{"a":"c\\r\\nd: e"}}}\n',
      'must have an object of headers in response.headers, got an object.',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"response":{"status":200,"text":"a","base64":"YQ=="}}\n',
      'must have one body, got response.text and response.base64.',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"response":{"status":200,"base64":"!"}}\n',
      'must have base64 in response.base64, got "!".',
    ],
    [
      '{"request":{"method":"GET","path":"/a"},"failure":{"message":"a","cause":{"code":"b"}}}\n',
      'must have a text in failure.cause.message, got undefined.',
    ],
    [
      '{"request":{"method":"GET","path":"/a","upload":{"sha":"a"}},"response":{"status":200}}\n',
      'has the unknown field request.upload.sha; use type, bytes, sha256.',
    ],
    [
      `{"request":{"method":"GET","path":"/a","json":${'['.repeat(100_000)}${']'.repeat(100_000)}},"response":{"status":200}}\n`,
      'is nested too deeply.',
    ],
    [Buffer.from([0xff, 0xfe, 10]), 'is not JSON in UTF-8.'],
  ])('%.100s is an error with its line', async (damaged, problem) => {
    const file = await fileWith(
      Buffer.concat([Buffer.from(header + line()), Buffer.from(damaged as string), Buffer.from(line())]),
    )
    expect(() => replay(file)).toThrow(InputError)
    expect(() => replay(file)).toThrow(`${file}:3 ${problem}`)
  })

  it.each([
    ['JSON', '"response":{"status":200,"json":', '[', ']'],
    ['causes', '"failure":', '{"message":"a","cause":', '}'],
  ])('with %s that is nested too deeply is an error', async (_name, field, open, close) => {
    const inner = open.includes('cause') ? '{"message":"a"}' : ''
    const deep = open.repeat(100_000) + inner + close.repeat(100_000)
    const end = field.includes('response') ? '}}' : '}'
    const file = await fileWith(`${header}{"request":{"method":"GET","path":"/a"},${field}${deep}${end}\n`)
    expect(() => replay(file)).toThrow(`${file}:2 is nested too deeply.`)
  })

  it('with line breaks and the mark of an editor is replayed', async () => {
    const file = await fileWith(`\ufeff${header}${line('/a')}`.replaceAll('\n', '\r\n'))
    expect((await replay(file)(`${baseUrl}/a`)).status).toBe(200)
    await record(ok, file, { mode: 'append' })(`${baseUrl}/b`)
    expect((await replay(file)(`${baseUrl}/b`)).status).toBe(200)
  })

  it('whose last line is torn is replayed without it, with a warning', async () => {
    for (const torn of [line('/torn').slice(0, 40), Buffer.from('{"é').subarray(0, -1)]) {
      const file = await fileWith(Buffer.concat([Buffer.from(header + line('/a')), Buffer.from(torn)]))
      let status = 0
      const warnings = await warningsOf(async () => {
        status = (await replay(file)(`${baseUrl}/a`)).status
      })
      expect(status).toBe(200)
      expect(warnings).toEqual([incompleteAt(file, 3)])
    }
  })

  it('whose last line was torn by a process that was killed is continued by other recorders, and loses that line alone', async () => {
    for (const cut of [1, 7, 40, line('/torn').length - 2, Buffer.byteLength(line('/é')) - 40]) {
      const file = await newFile()
      const [first, second] = [record(ok, file, { mode: 'append' }), record(ok, file, { mode: 'append' })]
      await first(`${baseUrl}/first`)
      await second(`${baseUrl}/second`)
      const torn = Buffer.from(line(cut === 40 ? '/é' : '/torn')).subarray(0, cut)
      await appendFile(file, torn)
      await first(`${baseUrl}/third`)
      await appendFile(file, Buffer.concat([torn, torn]))
      await record(ok, file, { mode: 'append' })(`${baseUrl}/fourth`)
      await second(`${baseUrl}/fifth`)
      let replayed = async (_url: string) => new Response()
      expect(
        await warningsOf(() => {
          replayed = replay(file)
        }),
      ).toEqual([4, 5].map((number) => incompleteAt(file, number)))
      for (const path of ['/first', '/second', '/third', '/fourth', '/fifth'])
        expect((await replayed(baseUrl + path)).status, path).toBe(200)
      await expect(replayed(`${baseUrl}/torn`)).rejects.toThrow('is not in the recording')
    }
  })

  it.each([
    '{"a":1}',
    '{"method":"GET","path":"/a"}',
    '{"method":"GET","path":"/a"},"a":{}',
    '{"method":"GET"},"response":{}',
  ])('whose last line is torn after JSON with the field request, such as %s, is replayed without it', async (json) => {
    const torn = `{"request":{"method":"POST","path":"/torn","json":{"request":${json}}`
    const file = await fileWith(header + line('/a') + torn)
    const warnings = await warningsOf(async () => {
      expect((await replay(file)(`${baseUrl}/a`)).status).toBe(200)
    })
    expect(warnings).toEqual([incompleteAt(file, 3)])
  })

  it('in which only a line break is missing before a line has both', async () => {
    const file = await fileWith(header + line('/a'))
    const recorded = record(ok, file, { mode: 'append' })
    await recorded(`${baseUrl}/b`)
    await appendFile(file, line('/c').trimEnd())
    await recorded(`${baseUrl}/d`)
    const warnings = await warningsOf(async () => {
      const replayed = replay(file)
      for (const path of ['/a', '/b', '/c', '/d']) expect((await replayed(baseUrl + path)).status).toBe(200)
    })
    expect(warnings).toEqual([])
  })

  it.each([
    `x${line('/b')}`,
    line('/b').replace('"status":', '"status":x'),
    `${line('/b').slice(0, 20)}\n`,
    `{${line('/b').replace('"status":', '"statu":')}`,
  ])('%j is damage in the middle, and no torn line', async (damaged) => {
    const file = await fileWith(header + line('/a') + damaged + line('/c'))
    expect(() => replay(file)).toThrow(`${file}:3 `)
  })

  it('that is another file, or none, is an error', async () => {
    const file = await fileWith('{"name":"a"}\n')
    expect(() => replay(file)).toThrow(`${file} is not a recording`)
    expect(() => replay(`${file}.missing`)).toThrow(`${file}.missing does not exist; record it first.`)
    expect(() => replay(join(file, '..'))).toThrow('cannot be read: EISDIR')
  })
})

it('processes that are killed while they record leave a recording that another one continues, and that can be replayed', async () => {
  const file = await newFile()
  const program = join(await newFile('x'), '..', 'program.mts')
  const module = JSON.stringify(new URL('../../src/record/index.ts', import.meta.url).href)
  await writeFile(
    program,
    `import { record } from ${module}
const [file, name] = process.argv.slice(2)
const recorded = record(async (url) => new Response(url.repeat(5_000)), file, { mode: 'append' })
for (let index = 0; ; index++) {
  await recorded('${baseUrl}/' + name + '/' + index)
  if (index === 20) process.stdout.write('.')
}`,
  )
  const recorded = record(async (url) => new Response(url), file, { mode: 'append' })
  await recorded(`${baseUrl}/own/0`)
  for (const name of ['one', 'two']) {
    const child = spawn(process.execPath, ['--import', 'tsx', program, file, name], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    await recorded(`${baseUrl}/own/${name}`)
  }
  await warningsOf(async () => {
    const replayed = replay(file)
    for (const name of ['one', 'two'])
      for (let index = 0; index <= 20; index++) expect((await replayed(`${baseUrl}/${name}/${index}`)).status).toBe(200)
    for (const name of ['0', 'one', 'two']) expect((await replayed(`${baseUrl}/own/${name}`)).status).toBe(200)
  })
}, 60_000)

describe('an argument that is not valid', () => {
  it.each([
    [
      () => record(5 as never, 'a'),
      'fetch must be a function with the signature of the global fetch, got the number 5.',
    ],
    [() => record(ok, 5 as never), 'file must be the path of a file, got the number 5.'],
    [() => record(ok, ''), 'file must be the path of a file, got "".'],
    [() => record(ok, 'a', { mode: 'new' as never }), "mode must be 'overwrite' or 'append', got \"new\"."],
    [
      () => record(ok, 'a', { maxBodyBytes: -1 }),
      'maxBodyBytes must be a whole number, 0 or more, or Infinity, got the number -1.',
    ],
    [
      () => record(ok, 'a', { secrets: ['', 'a'] }),
      'secrets must be an array of texts that are not empty, got an array.',
    ],
    [() => record(ok, 'a', { modes: 'append' } as never), 'there is no option "modes"; did you mean "mode"?'],
    [() => replay('a', { repeat: 1 as never }), 'repeat must be true or false, got the number 1.'],
    [
      () => replay('a', { passThrough: 'b' as never }),
      'passThrough must be a function with the signature of the global fetch, got "b".',
    ],
    [() => replay('a', { passthrough: ok } as never), 'there is no option "passthrough"; did you mean "passThrough"?'],
  ])('%s: %s', (call, message) => {
    expect(call).toThrow(InputError)
    expect(call).toThrow(message)
  })
})
