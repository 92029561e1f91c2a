import { UsageError } from '../usage-error.js'

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/**
 * Parses a rate, such as `200/s`, `3000/m` or `50000/h`. A number alone is per second.
 *
 * @returns Requests per second.
 */
export function parseRate(text: string): number {
  const [, number = '', unit = 's'] = /^(\d+(?:\.\d+)?)(?:\/([smh]))?$/.exec(text) ?? []
  const rate = Number(number) / (secondsOf[unit] as number)
  if (rate > 0 && rate <= 1_000_000) return rate
  throw new UsageError(
    `--rate must be a number of requests such as 200/s, 3000/m or 50000/h, got ${JSON.stringify(text)}.`,
  )
}
