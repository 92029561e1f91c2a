import { inspect, isDeepStrictEqual, styleText } from 'node:util'
import { terminalWidth } from '../../src/cli/output/terminal-width.js'
import { wrapText } from '../../src/cli/output/wrap-text.js'
import type { Fetch } from '../../src/index.js'
import type { Contract } from '../contract.js'

type Style = Parameters<typeof styleText>[0]

/** What the lines below a request begin with. */
const details = ' '.repeat(9)

/** Prints each step of the tour, and collects the differences from the OpenAPI document. */
export class Journal {
  calls = 0
  readonly differences: string[] = []
  readonly #contract: Contract
  readonly #baseUrl: string
  #type = ''
  readonly #colors = process.stdout.isTTY === true && !process.env['NO_COLOR']

  readonly #width: number

  constructor(contract: Contract, baseUrl: string, width = terminalWidth(process.stdout)) {
    this.#contract = contract
    this.#baseUrl = baseUrl
    this.#width = width
  }

  /** A `fetch` that prints each request, and compares each response of the sandbox with the OpenAPI document. */
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
      const rest = `${shown}  ${this.#style(color, String(response?.status ?? 'no response'))}  ${this.#style('dim', ms)}`
      const lines = wrapText(rest, this.#width, details)
      console.log(`  ${this.#style('bold', method.padEnd(6))} ${lines.slice(details.length)}`)
      if (response && url.startsWith(this.#baseUrl)) await this.#compare(method, url, response.clone())
    }
  }

  chapter(title: string): void {
    this.#print(`\n${this.#style(['bold', 'cyan'], title)}`)
  }

  /** Prints the result of a call, with its type in the OpenAPI document. */
  result(value: unknown): void {
    const text = inspect(value, {
      depth: 3,
      compact: 3,
      breakLength: this.#width - details.length,
      colors: this.#colors,
      maxArrayLength: 3,
    })
    this.#print(`${this.#style('cyan', this.#type)} ${text}`, details)
  }

  /** Prints a value that was read back, and reports a difference if it is not the expected one. */
  expect(value: unknown, expected: unknown): void {
    const breakLength = this.#width - details.length - 'read back: '.length
    this.note(`read back: ${inspect(value, { breakLength })}`)
    if (!isDeepStrictEqual(value, expected)) this.report(`expected ${inspect(expected)}, received ${inspect(value)}`)
  }

  note(text: string): void {
    this.#print(this.#style('dim', text), details)
  }

  report(difference: string): void {
    this.differences.push(difference)
    this.#print(this.#style('red', `✗ ${difference}`), details)
  }

  end(): void {
    const good = this.differences.length === 0
    const verdict = good
      ? 'every response matches the OpenAPI document'
      : `${this.differences.length} differences from the OpenAPI document`
    this.#print(`\n${this.#style(good ? 'green' : 'red', `${this.calls} calls, ${verdict}.`)}`)
    for (const difference of this.differences) this.#print(`  ✗ ${difference}`)
  }

  #print(text: string, indent = ''): void {
    console.log(wrapText(text, this.#width, indent))
  }

  async #compare(method: string, url: string, response: Response): Promise<void> {
    const endpoint = this.#contract.endpointOf(method, url)
    this.#type = this.#contract.typeOf(endpoint)
    for (const difference of await this.#contract.differences(endpoint, response))
      this.report(`${method} ${url}: ${difference}`)
  }

  #style(style: Style, text: string): string {
    return this.#colors ? styleText(style, text) : text
  }
}
