import { digits } from './figures.ts'
import type { Curve } from './finding.ts'

const width = 720
const height = 400
const margin = { left: 70, right: 210, top: 40, bottom: 50 }
/** Told apart by people who see no difference between red and green as well (Okabe and Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7']

/** Draws curves over powers of ten, both ways, as an SVG picture that stands on light and dark pages. */
export function pictureOf(title: string, curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points)
  const across = axis(
    points.map(([amount]) => amount),
    margin.left,
    width - margin.right,
  )
  const up = axis(
    points.map(([, taken]) => taken),
    height - margin.bottom,
    margin.top,
  )
  const shapes = [
    text(margin.left, 22, title, 'font-weight="bold"'),
    ...across.ticks.flatMap((amount) => [
      line(across.place(amount), margin.top, across.place(amount), height - margin.bottom),
      text(across.place(amount), height - margin.bottom + 20, amountInWords(amount), 'text-anchor="middle"'),
    ]),
    ...up.ticks.flatMap((taken) => [
      line(margin.left, up.place(taken), width - margin.right, up.place(taken)),
      text(margin.left - 8, up.place(taken) + 4, `${taken} µs`, 'text-anchor="end"'),
    ]),
    ...curves.flatMap(({ name, points: own }, index) => {
      const colour = colours[index % colours.length] ?? '#000'
      const [lastAmount, lastTaken] = own.at(-1) ?? [1, 1]
      const path = own.map(([amount, taken]) => `${digits(across.place(amount))},${digits(up.place(taken))}`).join(' ')
      const dots = own.map(
        ([amount, taken]) =>
          `<circle cx="${digits(across.place(amount))}" cy="${digits(up.place(taken))}" r="3" fill="${colour}"/>`,
      )
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...dots,
        text(
          across.place(lastAmount) + 10,
          up.place(lastTaken) + 4 + nudge(curves, index),
          name,
          `style="fill:${colour}"`,
        ),
      ]
    }),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...shapes,
    '</svg>',
    '',
  ].join('\n')
}

/** A scale over powers of ten that holds all values. */
function axis(values: readonly number[], from: number, to: number) {
  const first = Math.floor(Math.log10(Math.min(...values)))
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))))
  return {
    place: (value: number) => from + ((Math.log10(value) - first) / (last - first)) * (to - from),
    ticks: Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step)),
  }
}

/** Moves a name away from one that ends at almost the same height. */
function nudge(curves: readonly Curve[], index: number): number {
  const endOf = (curve: Curve | undefined) => Math.log10(curve?.points.at(-1)?.[1] ?? 1)
  const own = endOf(curves[index])
  const close = curves.filter((curve, other) => other !== index && Math.abs(endOf(curve) - own) < 0.12)
  if (close.length === 0) return 0
  return close.some((curve) => endOf(curve) > own) ? 8 : -8
}

function amountInWords(amount: number): string {
  if (amount >= 1_000_000) return `${amount / 1_000_000}M`
  return amount >= 1000 ? `${amount / 1000}k` : String(amount)
}

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${digits(x1)}" y1="${digits(y1)}" x2="${digits(x2)}" y2="${digits(y2)}" stroke="#ddd"/>`

const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${digits(x)}" y="${digits(y)}" fill="#333" ${more}>${escaped(content)}</text>`

const escaped = (content: string): string => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
