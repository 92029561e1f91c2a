import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type DocumentFacts, readFacts } from '../../src/doctor/document-facts.js'
import { examine } from '../../src/doctor/examine.js'
import { printReport } from '../../src/doctor/print-report.js'
import type { ExaminationOptions } from '../../src/doctor/probe.js'
import type { Fetch } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { compileCommand } from '../lib/command.js'
import { serve } from '../lib/serve.js'
import { pair } from '../token/pair.js'

const command = await compileCommand()
const apiKey = 'k3y-that-must-never-be-seen'
let facts: DocumentFacts

beforeAll(async () => {
  facts = await readFacts()
})

// Each test starts a process.
const timeout = 30_000

interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the doctor on a server, whose listener may interrupt it. `onOutput` receives all of stderr at each change. */
async function runDoctor(
  listener: (request: IncomingMessage, response: ServerResponse, interrupt: () => void) => void,
  parameters: readonly string[],
  onOutput: (stderr: string, interrupt: () => void) => void = () => {},
): Promise<Run> {
  const { origin } = await serve((request, response) => listener(request, response, () => child.kill('SIGINT')))
  const child = spawn(process.execPath, [command, 'doctor', '--base-url', origin, ...parameters], {
    env: { ...process.env, SCEYT_API_KEY: apiKey },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const run: Run = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    run.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    run.stderr += chunk
    onOutput(run.stderr, () => child.kill('SIGINT'))
  })
  const [code] = await once(child, 'close')
  return { ...run, code }
}

const tooMany = { code: 1, type: 'TooManyRequests', message: 'Too many requests.' }

/** A server that works until a number of requests, and then asks to wait. */
function limiting(after: number, seconds: number): (request: IncomingMessage, response: ServerResponse) => void {
  const { apiUrl, appId, fetch } = createSandbox({
    apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }],
    seed: demo,
  }).connection()
  let count = 0
  return async ({ url, headers }, response) => {
    if (count++ >= after)
      return void response.writeHead(429, { 'retry-after': String(seconds) }).end(JSON.stringify(tooMany))
    const key = String(headers['platform-api-key'] ?? '')
    const received = await fetch(`${apiUrl}/v1/${appId}${url}`, { method: 'GET', headers: { 'Platform-Api-Key': key } })
    response.writeHead(received.status).end(await received.text())
  }
}

describe('the command', () => {
  it('prints the report to stdout, and its waits to stderr', { timeout }, async () => {
    const { code, stdout, stderr } = await runDoctor(limiting(30, 1), ['--total-timeout', '4000'])
    expect(stdout).toMatch(/^# sceyt-platform doctor\n\n127\.0\.0\.1:\d+, checked with /)
    // Which of both comes first depends on the machine.
    expect(stdout).toMatch(
      /^The examination is incomplete: (the server limits the rate of requests|the time limit of 4000 ms was reached)\. Not examined: /m,
    )
    expect(stdout).toContain('**0 facts differ, ')
    expect(stderr).toMatch(/^(GET \/\S+: 429; retry in 1 s\n|\d+ requests? so far; last: GET \/\S+\n)+$/)
    expect(code).toBe(2)
  })

  it('does not wait for longer than the run may take', { timeout }, async () => {
    const started = performance.now()
    const { code, stdout, stderr } = await runDoctor(limiting(30, 50), ['--total-timeout', '20000'])
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(stdout).toMatch(
      /^The examination is incomplete: the server limits the rate of requests. Not examined: GET /m,
    )
    expect(stdout).toMatch(
      /## What could not be checked\n.*\| 429, since the server limits the rate of requests, and asks to wait 50 s \|\n/s,
    )
    expect(stderr).toBe('')
    expect(code).toBe(2)
  })

  it('waits for a Retry-After at most once per request', { timeout }, async () => {
    let count = 0
    const { code, stderr } = await runDoctor(
      (_request, response) => {
        count++
        response.writeHead(429, { 'retry-after': count > 2 ? '9' : '1' }).end('{}')
      },
      ['--total-timeout', '5000'],
    )
    expect(stderr.match(/retry in 1 s/g)).toHaveLength(1)
    expect(stderr).not.toContain('retry in 9 s')
    expect(code).toBe(2)
  })

  it('prints its progress while a server does not respond, and says why it could not be examined', {
    timeout,
  }, async () => {
    const { code, stdout, stderr } = await runDoctor(() => {}, ['--total-timeout', '6000'])
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^1 request so far; last: GET \/\S+\nThe server could not be examined: the time limit of 6000 ms was reached after 1 request\.\n$/,
    )
    expect(code).toBe(2)
  })

  it('prints the report so far when the time is up', { timeout }, async () => {
    const working = limiting(Infinity, 0)
    let count = 0
    const { code, stdout } = await runDoctor(
      (request, response) => void (count++ < 30 && working(request, response)),
      ['--total-timeout', '3000'],
    )
    expect(stdout).toContain('The examination is incomplete: the time limit of 3000 ms was reached. Not examined: ')
    expect(stdout).toContain('**0 facts differ, ')
    expect(code).toBe(2)
  })

  it('prints the report so far after Ctrl-C, and ends with 130', { timeout }, async () => {
    const { code, stdout } = await runDoctor(limiting(30, 20), [], (_stderr, interrupt) => interrupt())
    expect(stdout).toContain('The examination is incomplete: it was interrupted. Not examined: ')
    expect(stdout).toMatch(/## What matches/)
    expect(code).toBe(130)
  })

  it.each([1, 2, 3])(
    'prints no report after Ctrl-C in request %i, while the key is checked, and ends with 130',
    { timeout },
    async (last) => {
      const working = limiting(Infinity, 0)
      let count = 0
      let closed: Promise<unknown> | undefined
      const run = await runDoctor((request, response, interrupt) => {
        if (++count < last) return working(request, response)
        // There is no response, so the doctor must close the connection itself.
        closed ??= once(request.socket, 'close')
        interrupt()
      }, [])
      await closed
      expect(run).toEqual({
        code: 130,
        stdout: '',
        stderr: `The server could not be examined: it was interrupted after ${last} ${last === 1 ? 'request' : 'requests'}.\n`,
      })
      expect(count).toBe(last)
    },
  )

  it.each(['soon', '0', '-1', '', '2147483648', 'Infinity'])(
    'rejects --total-timeout %j',
    { timeout },
    async (time) => {
      const { code, stderr } = await runDoctor(() => {}, [`--total-timeout=${time}`])
      expect(stderr).toContain('--total-timeout must be a whole number from 1 to 2147483647, got ')
      expect(code).toBe(2)
    },
  )
})

describe('an examination that is stopped', () => {
  /** Examines the sandbox until a number of requests. */
  async function examineUntil(requests: number) {
    const connection = createSandbox({
      apps: [{ appId: 'app', apiKey, privateKey: pair.privateKey }],
      seed: demo,
    }).connection()
    const stop = new AbortController()
    let count = 0
    const fetch: Fetch = (url, init) => {
      if (++count === requests) stop.abort()
      return connection.fetch(url, init)
    }
    const limits: ExaminationOptions = { signal: stop.signal }
    return examine(facts, { ...connection, fetch }, { header: 'Platform-Api-Key', value: apiKey }, limits)
  }

  it('has what it found, and names what is missing, wherever it is stopped', async () => {
    const whole = await examineUntil(Infinity)
    expect(whole.unexamined).toBeUndefined()
    const all = whole.findings.map(({ fact }) => fact)
    const counts = new Set<number>()
    for (let requests = 12; requests <= whole.requests.length; requests += 5) {
      const { findings, unexamined } = await examineUntil(requests)
      expect(unexamined?.why).toBe('it was interrupted')
      expect(unexamined?.parts.at(-1)).toBe('errors')
      expect(all.slice(0, findings.length)).toEqual(findings.map(({ fact }) => fact))
      const missing = all.slice(findings.length).filter((fact) => /^GET \S+$/.test(fact) && !fact.includes('?'))
      expect(unexamined?.parts).toEqual(expect.arrayContaining(missing))
      counts.add(findings.length)
    }
    expect(counts.size).toBeGreaterThan(5)
  })

  it('says so, if not even the key was checked', async () => {
    await expect(examineUntil(2)).rejects.toThrow(
      'The server could not be examined: it was interrupted after 2 requests.',
    )
  })

  it('says in the report what is missing', () => {
    const context = { server: 's', client: 'c', accepted: true, requests: 1, writes: [] }
    const unexamined = { why: 'it was interrupted', parts: ['GET /roles', 'errors'] }
    expect(printReport([], { ...context, unexamined })).toContain(
      '\n\nThe examination is incomplete: it was interrupted. Not examined: GET /roles, errors.\n\n',
    )
    expect(printReport([], context)).not.toContain('incomplete')
  })
})
