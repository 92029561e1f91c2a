import { inspect, isDeepStrictEqual, styleText } from 'node:util'
import type { Fetch } from '../../src/index.js'
import type { Contract } from '../contract.js'

type Style = Parameters<typeof styleText>[0]

/** Prints a tour as it goes, and counts what went wrong. */
export class Journal {
  calls = 0
  readonly differences: string[] = []
  readonly #contract: Contract
  readonly #baseUrl: string
  #type = ''
  readonly #colors = process.stdout.isTTY === true && !process.env['NO_COLOR']

  constructor(contract: Contract, baseUrl: string) {
    this.#contract = contract
    this.#baseUrl = baseUrl
  }

  /** A `fetch` that prints each call, and compares each answer of the sandbox with the document. */
  readonly fetch: Fetch = async (input, init) => {
    const url = String(input)
    const method = init?.method ?? 'GET'
    const started = performance.now()
    this.calls++
    let response: Response | undefined
    try {
      response = await fetch(input, init)
      return response
    } finally {
      const ms = `${(performance.now() - started).toFixed(1)} ms`
      const color: Style = response?.ok ? 'green' : 'yellow'
      const shown = url.replace(this.#baseUrl, '').replace(/^https?:\/\/[^/]+/, '')
      console.log(
        `  ${this.#style('bold', method.padEnd(6))} ${shown}  ${this.#style(color, String(response?.status ?? 'no answer'))}  ${this.#style('dim', ms)}`,
      )
      if (response && url.startsWith(this.#baseUrl)) await this.#compare(method, url, response.clone())
    }
  }

  chapter(title: string): void {
    console.log(`\n${this.#style(['bold', 'cyan'], title)}`)
  }

  /** Prints what a call came to, under the name that the document has for it. */
  result(value: unknown): void {
    const text = inspect(value, { depth: 3, compact: 3, breakLength: 110, colors: this.#colors, maxArrayLength: 3 })
    console.log(`${this.#style('cyan', this.#type)} ${text}`.replace(/^/gm, '         '))
  }

  /** Prints what was read back, and notes if it is not what was written. */
  expect(value: unknown, due: unknown): void {
    this.note(`read back: ${inspect(value, { breakLength: Infinity })}`)
    if (!isDeepStrictEqual(value, due)) this.disagree(`${inspect(due)} was written, ${inspect(value)} was read`)
  }

  note(text: string): void {
    console.log(`         ${this.#style('dim', text)}`)
  }

  disagree(difference: string): void {
    this.differences.push(difference)
    console.log(`         ${this.#style('red', `✗ ${difference}`)}`)
  }

  end(): void {
    const good = this.differences.length === 0
    const verdict = good
      ? 'every answer agrees with the document'
      : `${this.differences.length} disagreements with the document`
    console.log(`\n${this.#style(good ? 'green' : 'red', `${this.calls} calls, ${verdict}.`)}`)
    for (const difference of this.differences) console.log(`  ✗ ${difference}`)
  }

  async #compare(method: string, url: string, response: Response): Promise<void> {
    const endpoint = this.#contract.endpointOf(method, url)
    this.#type = this.#contract.typeOf(endpoint)
    for (const difference of await this.#contract.differences(endpoint, response))
      this.disagree(`${method} ${url}: ${difference}`)
  }

  #style(style: Style, text: string): string {
    return this.#colors ? styleText(style, text) : text
  }
}
