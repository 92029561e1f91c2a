import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { verifyUserToken } from 'sceyt-platform/token'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileCommand } from '../lib/command.js'
import { jwk, pair, parse, pem, rsa } from './pair.js'

const command = await compileCommand()
const { privateKey, publicKey } = pair
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-token-'))
  file = join(folder, 'key.pem')
  await Promise.all([
    writeFile(file, pem(privateKey, 'pkcs8')),
    writeFile(join(folder, 'short.pem'), pem(rsa(1024).privateKey, 'pkcs8')),
    writeFile(join(folder, 'public.pem'), pem(publicKey, 'spki')),
  ])
  return () => rm(folder, { recursive: true })
})

/** Runs the command to its end, in the folder of the keys. */
async function run(parameters: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [command, 'token', ...parameters], { cwd: folder })
  child.stdin.on('error', () => {}).end(input)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ])
  return { code, out, err }
}

const withKey = ['--private-key', 'key.pem']

describe('sceyt-platform token', () => {
  it('prints a token and nothing else', async () => {
    const { code, out, err } = await run(['zoe', ...withKey])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    const { username, issuedAt, expiresAt, appId } = await verifyUserToken(out.trim(), { publicKey })
    expect([username, expiresAt.getTime() - issuedAt.getTime(), appId]).toEqual(['zoe', 6 * 3_600_000, undefined])
  })

  it('prints it as JSON too', async () => {
    const { out } = await run([...withKey, 'zoe', '--json'])
    const { token, ...rest } = JSON.parse(out)
    expect(rest).toEqual({ expiresAt: (await verifyUserToken(token, { publicKey })).expiresAt.toISOString() })
  })

  it('reads the key from its standard input', async () => {
    const { out } = await run(['zoe', '--private-key', '-'], pem(privateKey, 'pkcs1'))
    expect((await verifyUserToken(out.trim(), { publicKey })).username).toBe('zoe')
  })

  it.each<[string, number]>([
    ['10m', 600],
    ['6h', 6 * 3600],
    ['7d', 7 * 86_400],
    ['3600s', 3600],
    ['600000', 600],
    ['600000ms', 600],
  ])('accepts the time %s, and an application', async (time, seconds) => {
    const { out } = await run(['zoe', ...withKey, '--expires-in', time, '--app-id', '8lwox2ge93'])
    const { exp, nbf, aid } = parse(out).claims
    expect([Number(exp) - Number(nbf), aid]).toEqual([seconds, '8lwox2ge93'])
  })

  it.each<[string[], string]>([
    [['--help'], 'Usage: sceyt-platform token [options] <username>'],
    [['zoe', '--help'], '--expires-in <time>'],
  ])('says how it is used: %j', async (parameters, message) => {
    expect(await run(parameters)).toEqual({ code: 0, out: expect.stringContaining(message), err: '' })
  })

  it.each<[string[], string]>([
    [[...withKey], 'Missing <username>.'],
    [['zoe'], 'Missing --private-key: pass a PEM file'],
    [['zoe', 'omar', ...withKey], 'Too many arguments: expected 1, got 2.'],
    [['zoe', '--private-key', 'none.pem'], 'Cannot read the file of --private-key: it does not exist.'],
    [['zoe', '--private-key', '.'], 'Cannot read the file of --private-key: it is a folder.'],
    [['zoe', '--private-key', 'short.pem'], '--private-key has 1024 bits'],
    [['zoe', '--private-key', 'public.pem'], '--private-key is a public key.'],
    [['zoe', '--private-key', '-'], '--private-key is empty'],
    [['..', ...withKey], '<username> cannot be `..`.'],
    [['zoe', ...withKey, '--app-id', ''], '--app-id must be a non-empty string'],
    [
      ['zoe', ...withKey, '--expires-in', '5m'],
      '--expires-in must be a number of milliseconds from 600000 (10 minutes)',
    ],
    [['zoe', ...withKey, '--expires-in', '8d'], 'to 604800000 (7 days), got 691200000.'],
    [['zoe', ...withKey, '--expires-in', 'soon'], '--expires-in must be a time such as 30m, 6h or 7d'],
    [['zoe', ...withKey, '--expires-in', '1w'], 'got "1w".'],
    [['zoe', ...withKey, '--expires-in', '6constructor'], 'got "6constructor".'],
    [['zoe', ...withKey, '--expiry', '1h'], 'Unknown option --expiry.\nSee sceyt-platform token --help.'],
    [['zoe', '--private_key', 'none.pem'], 'Unknown option --private_key; did you mean --private-key?'],
  ])('refuses %j, prints nothing to use as a token, and ends with 2', async (parameters, message) => {
    expect(await run(parameters)).toEqual({ code: 2, out: '', err: expect.stringContaining(message) })
  })

  it.each<(key: string) => string[]>([(key) => [`--${key}`], (key) => [...withKey, '--expires-in', key]])(
    'does not show the base64 of a key either: %#',
    async (parameters) => {
      const [line = ''] = pem(privateKey, 'pkcs8').split('\n').slice(2)
      const { code, err } = await run(['zoe', ...parameters(line)])
      expect([code, err.includes(line.slice(0, 30))]).toEqual([2, false])
    },
  )

  it.each<[string, (key: string) => string[]]>([
    ['as the option', (key) => ['--private-key', key]],
    ['after the option', (key) => [`--private-key=${key}`]],
    ['as a name', (key) => [key]],
    ['in another option', (key) => [...withKey, '--app-id', key]],
  ])('refuses a key on the command line, without showing it: %s', async (_place, parameters) => {
    const { code, out, err } = await run(['zoe', ...parameters(pem(privateKey, 'pkcs8'))])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('not the key itself: other users of the machine can read a command line')
    expect(err).not.toContain(pem(privateKey, 'pkcs8').split('\n')[2])
    expect(err).not.toContain(jwk(privateKey).d?.slice(0, 20))
  })
})
