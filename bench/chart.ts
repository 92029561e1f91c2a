import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { type Row, us } from './row.js'

const charts = [
  { measure: 'call', what: 'GET, added', title: 'Added to a GET (openapi-fetch = 1)', more: false },
  { measure: 'call', what: 'POST, added', title: 'Added to a POST (openapi-fetch = 1)', more: false },
  { measure: 'loopback', what: 'sequential', title: 'Calls per second, one at a time', more: true },
  { measure: 'loopback', what: '64 at once', title: 'Calls per second, 64 at once', more: true },
]
const panelWidth = 200
const barStep = 24
const spacing = { row: 76, column: 190 }
const padding = { left: 170, right: 50, top: 56, bottom: 16 }

/** Draws the ratios as SVG. */
export async function chart(rows: readonly Row[]): Promise<string> {
  const panels = charts.map(({ measure, what, title, more }) => {
    const bars = rows.filter((row) => row.measure === measure && row.what === what)
    return panel(bars, title, more)
  })
  const spec: TopLevelSpec = {
    background: 'white',
    padding,
    columns: 2,
    bounds: 'flush',
    spacing,
    concat: panels,
    config: {
      font: 'Helvetica, Arial, sans-serif',
      view: { stroke: null },
      title: { anchor: 'start', frame: 'group', fontSize: 13, subtitleFontSize: 11, subtitleColor: '#666', offset: 10 },
      axis: { domain: false, ticks: false, labelFontSize: 12, labelColor: '#333', title: null },
    },
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = panels.map(({ data }) => data.values.length * barStep)
  const height = Math.max(first, second) + spacing.row + Math.max(third, fourth)
  // Sized by hand: where there is no canvas, the width of a text can only be guessed.
  const sized = { ...compile(spec).spec, autosize: 'none' as const, width: 2 * panelWidth + spacing.column, height }
  return new View(parse(sized), { renderer: 'none' }).toSVG()
}

function panel(rows: readonly Row[], text: string, more: boolean) {
  const values = rows
    .map(({ who, value }) => ({ who, value: Number(value), label: Number(value).toFixed(2), ours: who.startsWith(us) }))
    .sort((a, b) => (a.value - b.value) * (more ? -1 : 1))
  const y = { field: 'who', type: 'nominal' as const, sort: null, axis: { labelPadding: 8, labelLimit: 0 } }
  const x = { field: 'value', type: 'quantitative' as const, axis: null }
  const color = { condition: { test: 'datum.ours', value: '#1769aa' }, value: '#c3ccd5' }
  return {
    title: { text, subtitle: more ? 'more is better' : 'less is better' },
    data: { values },
    width: panelWidth,
    height: { step: barStep },
    layer: [
      { mark: { type: 'bar' as const, height: 15, cornerRadiusEnd: 2 }, encoding: { x, y, color } },
      {
        mark: { type: 'text' as const, align: 'left' as const, dx: 5, fontSize: 12, color: '#333' },
        encoding: { x, y, text: { field: 'label' } },
      },
    ],
  }
}
