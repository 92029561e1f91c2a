import { describe, expect, it } from 'vitest'
import { toResponse } from '../../src/http/received.js'

/** A response with properties that the constructor refuses, as servers do send them. */
function odd(status: number, properties: object = {}): Response {
  return Object.defineProperties(
    new Response('odd'),
    Object.fromEntries(Object.entries({ status, ...properties }).map(([name, value]) => [name, { value }])),
  )
}

describe('toResponse', () => {
  it('returns a response that can be read again, without headers that describe the original body', async () => {
    const headers = {
      'x-request-id': 'r-1',
      'content-length': '3',
      'content-encoding': 'br',
      'transfer-encoding': 'chunked',
    }
    const copy = toResponse({
      response: new Response('abc', { status: 201, statusText: 'Made', headers }),
      content: 'def',
    })
    expect([copy.status, copy.statusText, copy.ok]).toEqual([201, 'Made', true])
    expect([await copy.clone().text(), await copy.text()]).toEqual(['def', 'def'])
    expect([...copy.headers].filter(([name]) => name !== 'content-type')).toEqual([['x-request-id', 'r-1']])
  })

  it.each([204, 205, 304])('returns no body with a %i', (status) => {
    expect(toResponse({ response: new Response(null, { status }), content: '' })).toMatchObject({ status, body: null })
  })

  it('keeps the URL', () => {
    const copy = toResponse({ response: odd(200, { url: 'https://api.example.com/a' }), content: '' })
    expect(copy.url).toBe('https://api.example.com/a')
  })

  it.each([100, 600, 999])('keeps a status of %i, which the constructor refuses', async (status) => {
    const copy = toResponse({ response: odd(status), content: 'odd' })
    expect([copy.status, copy.ok, await copy.text()]).toEqual([status, false, 'odd'])
  })

  it('replaces what a reason phrase may not hold', () => {
    expect(toResponse({ response: odd(404, { statusText: 'Не é\n' }), content: '' }).statusText).toBe('?? \u00e9?')
  })
})
