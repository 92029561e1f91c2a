import { inspect } from 'node:util'
import { createSceyt } from 'sceyt-platform'
import { createSandbox, type SandboxOptions } from 'sceyt-platform/sandbox'
import { createUserToken, verifyUserToken } from 'sceyt-platform/token'
import { describe, expect, it } from 'vitest'
import { serveSandbox } from '../sandbox/served.js'
import { cryptoKey, jwk, pair, parse, pem, rsa } from './pair.js'

const { privateKey, publicKey } = pair
const extractableKey = await cryptoKey('private', { extractable: true })
const spki = pem(publicKey, 'spki')
const seed = { users: [{ username: 'zoe' }] }
const app = { appId: 'shop', apiKey: 'key-1', seed }

async function publicKeyOf(sandbox: ReturnType<typeof createSandbox>, appId?: string): Promise<string> {
  return (await createSceyt(sandbox.connection(appId)).application.get()).public_key ?? ''
}

describe('a token of the sandbox', () => {
  it('is signed with the key pair of the public key that the application shows, as PEM', async () => {
    const sandbox = createSandbox({ seed })
    const shown = await publicKeyOf(sandbox)
    expect(shown).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\w+/=\n]+\n-----END PUBLIC KEY-----\n$/)
    const { token, expiresAt } = await sandbox.token('zoe')
    expect(await verifyUserToken(token, { publicKey: shown, appId: 'sandbox' })).toMatchObject({
      username: 'zoe',
      expiresAt,
    })
  })

  it('has the given lifetime, on the clock of the sandbox', async () => {
    const sandbox = createSandbox({ seed })
    sandbox.clock.set('2030-01-01T00:00:00Z')
    const { token, expiresAt } = await sandbox.token('zoe', { expiresIn: 600_000 })
    expect(expiresAt).toEqual(new Date('2030-01-01T00:10:00Z'))
    expect(parse(token).claims).toEqual({
      sub: 'zoe',
      aid: 'sandbox',
      iat: Date.UTC(2030, 0) / 1000,
      nbf: Date.UTC(2030, 0) / 1000,
      exp: expiresAt.getTime() / 1000,
    })
    await expect(sandbox.token('zoe', { expiresIn: 1 })).rejects.toThrow('expiresIn must be')
  })

  it('requires a user that exists', async () => {
    const sandbox = createSandbox({ apps: [app] })
    await expect(sandbox.token('nobody')).rejects.toThrow('There is no user "nobody" in the application "shop".')
    await expect(sandbox.token('zoe', { appId: 'none' })).rejects.toThrow('There is no application "none".')
    await createSceyt(sandbox.connection()).users.delete('zoe')
    await expect(sandbox.token('zoe')).rejects.toThrow('There is no user "zoe"')
  })

  it('is signed with a different key in each application', async () => {
    const sandbox = createSandbox({ apps: [app, { ...app, appId: 'forum' }] })
    const { token } = await sandbox.token('zoe', { appId: 'forum' })
    expect((await verifyUserToken(token, { publicKey: await publicKeyOf(sandbox, 'forum') })).appId).toBe('forum')
    await expect(verifyUserToken(token, { publicKey: await publicKeyOf(sandbox, 'shop') })).rejects.toMatchObject({
      reason: 'signature',
    })
  })

  it('stays valid after a reset, a restore and a seed', async () => {
    const sandbox = createSandbox({ seed })
    const { token } = await sandbox.token('zoe')
    const before = await publicKeyOf(sandbox)
    sandbox.restore(sandbox.snapshot())
    sandbox.seed({ users: [{ username: 'omar' }] })
    sandbox.reset()
    expect(await publicKeyOf(sandbox)).toBe(before)
    expect((await verifyUserToken(token, { publicKey: before })).username).toBe('zoe')
  })
})

describe('the key pair', () => {
  it.each([
    ['PEM', pem(privateKey, 'pkcs1')],
    ['a JWK', { ...jwk(privateKey), kid: 'key-1' }],
    ['a KeyObject', privateKey],
    ['a CryptoKey', extractableKey],
  ])('may be given as %s', async (_form, given) => {
    const sandbox = createSandbox({ apps: [{ ...app, privateKey: given }] })
    expect(await publicKeyOf(sandbox)).toBe(spki)
    const { token } = await sandbox.token('zoe')
    expect((await verifyUserToken(token, { publicKey })).username).toBe('zoe')
    expect(parse(token).header['kid']).toBe(typeof given === 'object' && 'kid' in given ? 'key-1' : undefined)
  })

  it('is the same for the tokens of a back end that has it, too', async () => {
    const sandbox = createSandbox({ apps: [{ ...app, privateKey }] })
    const { token } = await createUserToken('zoe', { privateKey })
    expect((await verifyUserToken(token, { publicKey: await publicKeyOf(sandbox) })).username).toBe('zoe')
  })

  it('is rejected on first use, with the reason, if it cannot be used', async () => {
    for (const [given, message] of [
      [pem(rsa(1024).privateKey, 'pkcs8'), 'has 1024 bits'],
      [await cryptoKey('private'), 'must be an extractable CryptoKey'],
    ] as const) {
      const sandbox = createSandbox({ apps: [{ ...app, privateKey: given }] })
      await expect(sandbox.token('zoe')).rejects.toThrow(`privateKey ${message}`)
      await expect(publicKeyOf(sandbox)).rejects.toThrow(message)
      expect((await createSceyt(sandbox.connection()).users.get('zoe')).username).toBe('zoe')
    }
  })

  it.each(['zzz', '', 5, null])('is rejected at once if it is %j', (privateKey) => {
    expect(() => createSandbox({ apps: [{ appId: 'app', apiKey: 'key', privateKey: privateKey as string }] })).toThrow(
      'privateKey of the application "app" must be a PEM',
    )
  })

  it('that cannot be used fails an update before anything changes', async () => {
    const sandbox = createSandbox({
      apps: [{ appId: 'app', apiKey: 'key', privateKey: '-----BEGIN PRIVATE KEY-----' }],
    })
    const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
    await expect(sceyt.application.update({ name: 'Changed' })).rejects.toMatchObject({ status: 500 })
    expect(sandbox.snapshot().apps['app']?.application?.name).toBe('Sandbox')
  })

  it('is in the response to an update, too, which never changes it', async () => {
    const sandbox = createSandbox({ apps: [{ ...app, privateKey }] })
    const { application } = createSceyt(sandbox.connection())
    expect(await application.update({ name: 'Readers' })).toEqual({ name: 'Readers', public_key: spki })
    expect(await application.get()).toEqual({ name: 'Readers', public_key: spki })
  })

  it.each<[string, SandboxOptions]>([
    ['that was generated', { seed }],
    ['that was given', { apps: [{ ...app, privateKey }] }],
  ])('%s is in no snapshot, in no journal, and not in the object', async (_origin, options) => {
    const sandbox = createSandbox(options)
    const shown = await publicKeyOf(sandbox)
    await sandbox.token('zoe')
    const entries = sandbox.journal.entries.map(({ responseBody, ...entry }) => {
      // A response has the public key.
      expect(responseBody).not.toContain('PRIVATE')
      expect(responseBody).not.toContain(jwk(privateKey).d?.slice(0, 40))
      return entry
    })
    const text =
      JSON.stringify([sandbox.snapshot(), entries, sandbox.apps, sandbox]) +
      inspect(sandbox, { depth: Number.POSITIVE_INFINITY, showHidden: true })
    for (const secret of [
      shown.split('\n')[1],
      jwk(privateKey).n?.slice(0, 40),
      jwk(privateKey).d?.slice(0, 40),
      'KEY-----',
    ])
      expect(text).not.toContain(secret)
  })
})

describe('a public key of the seed', () => {
  const seeded = { ...seed, application: { public_key: spki } }

  it('is shown unchanged', async () => {
    const sandbox = createSandbox({ seed: { ...seed, application: { public_key: 'pem' } } })
    expect(await publicKeyOf(sandbox)).toBe('pem')
    expect(sandbox.snapshot().apps['sandbox']?.application).toEqual({ name: 'Sandbox', public_key: 'pem' })
  })

  it('needs its private key for tokens', async () => {
    await expect(createSandbox({ seed: seeded }).token('zoe')).rejects.toThrow('need the matching private key')
    const sandbox = createSandbox({ apps: [{ ...app, seed: seeded, privateKey }] })
    expect(
      (await verifyUserToken((await sandbox.token('zoe')).token, { publicKey: await publicKeyOf(sandbox) })).username,
    ).toBe('zoe')
  })

  it.each([pem(rsa().publicKey, 'spki'), 'pem', ''])(
    'that does not match the private key is an error: %j',
    async (public_key) => {
      const sandbox = createSandbox({ apps: [{ ...app, seed: { ...seed, application: { public_key } }, privateKey }] })
      await expect(sandbox.token('zoe')).rejects.toThrow(
        'The privateKey of the application "shop" does not match the public_key of its seed.',
      )
    },
  )

  it('may be another form of PEM', async () => {
    const application = { public_key: pem(publicKey, 'pkcs1').replaceAll('\n', '\r\n') }
    const sandbox = createSandbox({ apps: [{ ...app, seed: { ...seed, application }, privateKey }] })
    expect((await verifyUserToken((await sandbox.token('zoe')).token, { publicKey })).username).toBe('zoe')
  })
})

describe('over HTTP', () => {
  const ask = async (
    served: Awaited<ReturnType<typeof serveSandbox>>,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await served.get('/_sandbox/token', { method: 'POST', headers, body: JSON.stringify(body) })
    return {
      status: response.status,
      body: (await response.json()) as { token: string; expiresAt: string; message: string },
    }
  }

  it('a control creates tokens, and is in the list of controls', async () => {
    const served = await serveSandbox({ apps: [app, { ...app, appId: 'forum' }] })
    expect(((await (await served.get('/_sandbox')).json()) as { controls: string[] }).controls).toContain('POST /token')
    const { status, body } = await ask(served, { username: 'zoe', appId: 'forum', expiresIn: 600_000 })
    expect(status).toBe(200)
    const claims = await verifyUserToken(body.token, {
      publicKey: await publicKeyOf(served.sandbox, 'forum'),
      appId: 'forum',
    })
    expect(claims).toMatchObject({ username: 'zoe', expiresAt: new Date(body.expiresAt) })
    expect(claims.expiresAt.getTime() - claims.notBefore.getTime()).toBe(600_000)
  })

  it.each<[unknown, string]>([
    [{ username: 'nobody' }, 'There is no user "nobody"'],
    [{ username: 'zoe', appId: 'none' }, 'There is no application "none"'],
    [{ username: 'zoe', expireIn: 600_000 }, 'there is no option "expireIn"; did you mean "expiresIn"?'],
    [{ username: 'zoe', expiresIn: 5 }, 'expiresIn must be'],
    [{ username: 7 }, 'Invalid body: expected { "username": "zoe" }'],
    [{}, 'Invalid body: expected'],
    [null, 'Invalid body: expected'],
    ['zoe', 'Invalid body: expected'],
  ])('rejects %j', async (body, message) => {
    expect(await ask(await serveSandbox({ apps: [app] }), body)).toEqual({
      status: 422,
      body: { message: expect.stringContaining(message) },
    })
  })

  it('a page of another origin gets no token', async () => {
    expect(
      (await ask(await serveSandbox({ apps: [app] }), { username: 'zoe' }, { Origin: 'https://evil.example' })).status,
    ).toBe(403)
  })
})
