import { gzipped } from '../gzipped.js'
import { type Row, us } from '../row.js'

const entries = {
  [us]: "export { createSceyt } from '../dist/src/page.js'",
  'openapi-fetch': "export { default } from 'openapi-fetch'",
  ky: "export { default } from 'ky'",
  axios: "export { default } from 'axios'",
  stripe: "export { default } from 'stripe'",
  openai: "export { default } from 'openai'",
}

/** The size of the bundle that a browser downloads. */
export async function bundle(): Promise<Row[]> {
  return Promise.all(
    Object.entries(entries).map(async ([who, entry]): Promise<Row> => {
      return {
        measure: 'bundle',
        what: 'minified, gzipped',
        who,
        value: await gzipped(entry),
        unit: 'kB',
        ...(who === us && { goal: { atMost: 8 } }),
      }
    }),
  )
}
