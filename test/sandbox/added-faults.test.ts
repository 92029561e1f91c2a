import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import type { Fault } from '../../src/sandbox/index.js'
import { control } from './control.js'
import { named, open } from './open.js'
import { serveSandbox } from './served.js'

const seed = { users: named('zoe') }

describe('the operation of a fault', () => {
  it('may be the name or the id of every operation, and is listed by its id', () => {
    const { sandbox } = open()
    for (const { id, name } of operations) {
      for (const operation of [id, name] as Fault['operation'][])
        if (operation) sandbox.faults.add({ operation, status: 500 })
      expect(sandbox.faults.list).toEqual([
        { operation: id, status: 500 },
        { operation: id, status: 500 },
      ])
      sandbox.faults.clear()
    }
  })

  it('may be a name in the options of a sandbox', async () => {
    const { sceyt } = open({ seed, faults: [{ operation: 'users.get', status: 503 }] })
    await sceyt.users.list()
    await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503 })
  })

  it('may be a name over HTTP', async () => {
    const served = await serveSandbox()
    const { body } = await control(served, 'POST', '/faults', { operation: 'channels.members.list', status: 503 })
    expect(body).toEqual([{ number: 1, hits: 0, isActive: true, operation: 'listChannelMembers', status: 503 }])
    expect(await control(served, 'POST', '/faults', { operation: 'channels.member.list', status: 503 })).toEqual({
      status: 422,
      body: { message: expect.stringContaining('did you mean "channels.members.list"?') },
    })
  })
})

describe('a fault that was added', () => {
  it('counts the requests that it has changed', async () => {
    const { sandbox, sceyt } = open({ seed })
    const fault = sandbox.faults.add({ operation: 'users.get', latency: 0, times: 2 })
    expect(fault).toMatchObject({ number: 1, hits: 0, isActive: true })
    await sceyt.users.list()
    expect(fault.hits).toBe(0)
    for (const hits of [1, 2]) {
      await sceyt.users.get('zoe')
      expect(fault).toMatchObject({ hits, isActive: hits < 2 })
    }
    await sceyt.users.get('zoe')
    expect(fault.hits).toBe(2)
  })

  it('still counts after more faults have ended than are listed', async () => {
    const { sandbox, sceyt } = open({ seed })
    const first = sandbox.faults.add({ latency: 0, times: 1 })
    await sceyt.users.get('zoe')
    for (let number = 2; number <= 25; number++) sandbox.faults.add({ latency: 0, times: 1 })
    await sceyt.users.get('zoe')
    expect(sandbox.faults.numbered.map(({ number }) => number)).not.toContain(1)
    expect(first).toMatchObject({ hits: 1, isActive: false })
  })

  it('can be removed alone, more than once', async () => {
    const { sandbox, sceyt } = open({ seed })
    const [outage] = [sandbox.faults.add({ status: 503 }), sandbox.faults.add({ latency: 0 })]
    outage.remove()
    outage.remove()
    expect(outage.isActive).toBe(false)
    expect(sandbox.faults.list).toEqual([{ latency: 0 }])
    await expect(sceyt.users.get('zoe')).resolves.toBeDefined()
  })

  it('ends with all others', () => {
    const { sandbox } = open()
    const faults = [sandbox.faults.add({ status: 503 }), sandbox.faults.add({ latency: 0 })]
    sandbox.faults.clear()
    expect(faults.map(({ isActive }) => isActive)).toEqual([false, false])
  })
})

describe('pending faults', () => {
  it('are those that no request has met', async () => {
    const { sandbox, sceyt } = open({ seed })
    sandbox.faults.add({ operation: 'users.get', latency: 0 })
    sandbox.faults.add({ operation: 'roles.list', status: 500 })
    expect(sandbox.faults.pending).toHaveLength(2)
    await sceyt.users.get('zoe')
    expect(sandbox.faults.pending).toEqual([{ operation: 'listRoles', status: 500 }])
  })

  it('are those with times that are left', async () => {
    const { sandbox, sceyt } = open({ seed })
    sandbox.faults.add({ latency: 0, times: 2 })
    await sceyt.users.get('zoe')
    expect(sandbox.faults.pending).toEqual([{ latency: 0, times: 1 }])
    await sceyt.users.get('zoe')
    expect(sandbox.faults.pending).toEqual([])
  })

  it('are those that an earlier one has kept from every request', async () => {
    const { sandbox, sceyt } = open({ seed })
    sandbox.faults.add({ status: 503 })
    sandbox.faults.add({ operation: 'users.get', status: 500 })
    await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503 })
    expect(sandbox.faults.pending).toEqual([{ operation: 'getUser', status: 500 }])
  })
})
