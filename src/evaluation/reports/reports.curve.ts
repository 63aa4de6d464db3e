/** The curves of return as one inline picture, with the thresholds on them. */
import type { Line, Picture } from './reports.document.ts'
import { escaped } from './reports.escape.ts'

const left = 52
const right = 660
const top = 24
const bottom = 260

export function curveOf({ title, summary, axis, until, lines }: Picture): string {
  const x = (days: number): number => left + (Math.min(days, until) / until) * (right - left)
  const y = (share: number): number => bottom - share * (bottom - top)
  const at = (value: number): string => value.toFixed(1)
  const path = (line: Line): string => `M${at(x(0))} ${at(y(0))}${line.points.filter(({ days }) => days > 0 && days <= until).map(({ days, share }) => `H${at(x(days))}V${at(y(share))}`).join('')}`
  const shareAt = (line: Line, days: number): number => line.points.findLast((point) => point.days <= days)?.share ?? 0
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => `<line class="grid" x1="${left}" x2="${right}" y1="${at(y(share))}" y2="${at(y(share))}"/><text class="tick" x="${left - 8}" y="${at(y(share) + 4)}" text-anchor="end">${Math.round(share * 100)}%</text>`)
  const step = until > 400 ? 200 : until > 150 ? 100 : 30
  const ticks = Array.from({ length: Math.floor(until / step) + 1 }, (_, place) => place * step).map((days) => `<text class="tick" x="${at(x(days))}" y="${bottom + 18}" text-anchor="middle">${days}</text>`)
  const drawn = lines.map((line) => `<path class="line${line.dashed ? ' dashed' : ''}" d="${path(line)}"/>`)
  const marks = lines.flatMap((line) => line.marks.map(({ days, label, tone }) => {
    const [px, py] = [x(days), y(shareAt(line, days))]
    return `<circle class="${tone}" cx="${at(px)}" cy="${at(py)}" r="5"/><text class="mark" x="${at(px)}" y="${at(line.dashed ? py + 20 : py - 9)}" text-anchor="middle">${escaped(label)}</text>`
  }))
  const legend = lines.map((line, place) => `<line class="line${line.dashed ? ' dashed' : ''}" x1="${left + 12 + place * 130}" x2="${left + 44 + place * 130}" y1="308" y2="308"/><text class="tick" x="${left + 52 + place * 130}" y="312">${escaped(line.name)}</text>`)
  return `<figure tabindex="0"><svg viewBox="0 0 680 324" role="img" aria-label="${escaped(`${title}. ${lines.map((line) => `${line.name}: ${line.marks.map(({ label }) => label).join(', ')}`).join('; ')}`)}">
<title>${escaped(title)}</title>
${[...grid, ...ticks, ...drawn, ...marks, ...legend].join('\n')}
<text class="tick" x="${right}" y="312" text-anchor="end">${escaped(axis)}</text>
</svg><figcaption>${escaped(summary)}</figcaption></figure>`
}
