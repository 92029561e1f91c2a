import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BodyDigest } from '../../src/record/body-digest.js'
import { randomCases } from '../lib/random.js'

function digestOf(type: string, chunks: readonly Uint8Array[]) {
  const digest = new BodyDigest(type)
  for (const chunk of chunks) digest.add(chunk)
  return digest.end()
}

it('a form has one digest, whatever its boundary and its chunks', () => {
  const part = fc.constantFrom('-', '--', 'a', 'ab', '\r\n', 'x')
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.nat(9)), (parts, cuts) => {
      const digests = ['aab', 'xyz-1234-xyz'].map((boundary) => {
        const bytes = Buffer.from(parts.map((text) => `${text.replace('a', 'c')}--${boundary}\r\n`).join(''))
        const chunks: Buffer[] = []
        let start = 0
        for (const cut of cuts) {
          chunks.push(bytes.subarray(start, start + cut))
          start += cut
        }
        return digestOf(`multipart/form-data; boundary=${boundary}`, [...chunks, bytes.subarray(start)])
      })
      expect(digests[0]).toEqual(digests[1])
    }),
    randomCases(300),
  )
})

it('another content has another digest', () => {
  const digests = ['ab', 'ba', 'a', ''].map((text) => digestOf('text/plain', [Buffer.from(text)]).sha256)
  expect(new Set(digests).size).toBe(4)
})
