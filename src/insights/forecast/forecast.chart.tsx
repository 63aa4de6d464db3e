import { useCallback } from 'react'
import { majorOf } from '#foundation/money.ts'
import type { Sentence } from '#foundation/words.ts'
import { addDays } from '#foundation/zone.ts'
import { Chart } from '#web/chart.tsx'
import { DefinitionMark } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { useShownName } from './forecast.headline.tsx'
import { forecastPageWords as words } from './forecast.page.words.ts'
import type { Forecast } from './forecast.schema.ts'

const major = (minor: string): number => Math.round(majorOf(BigInt(minor)) * 100) / 100

/** What was sold, what is expected with its interval, and the days that were or will be different. */
export function SalesChart({ data }: { readonly data: Forecast }) {
  const { say } = useWords()
  const { money, percent, day, num } = useFormat()
  const definition = useDefinition(data.stamp)
  const name = useShownName(data)
  const level = percent(data.run?.level ?? 0.8)
  const { history, expected, bands, headline } = data
  const option = useCallback((palette: Palette) => {
    const last = history.at(-1)
    // The forecast begins where the history ends, so that the line is whole.
    const joined = last === undefined ? expected : [{ ...last, lowMinor: last.moneyMinor, highMinor: last.moneyMinor }, ...expected]
    const points = (pick: (one: typeof joined[number]) => number) => joined.map((one) => [one.from, pick(one)])
    const byFrom = new Map(joined.map((one) => [one.from, one]))
    const line = { type: 'line', showSymbol: false }
    return {
      useUTC: true,
      legend: { data: [say(words.sold), say(words.expected)] },
      grid: { top: 44 },
      tooltip: { formatter: (found: unknown) => tip(found, (from, sold) => {
        const at = byFrom.get(from)
        const whole = (minor: string) => money(minor, { whole: true })
        const rows = [day(from), ...(sold === undefined ? [] : [`${say(words.sold)} ${num(sold)}`]), ...(at === undefined || at === joined[0] ? [] : [`${say(words.expected)} ${whole(at.moneyMinor)}`, `${say(words.interval, { level })} ${whole(at.lowMinor)} – ${whole(at.highMinor)}`])]
        const met = bands.filter((band) => band.from <= (at?.to ?? from) && band.to >= from).map((band) => say(band.name))
        return [...rows, ...met].map(plain).join('<br>')
      }) },
      xAxis: { type: 'time', splitLine: { show: false }, axisTick: { show: false }, axisLabel: { hideOverlap: true, formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' } } },
      yAxis: { type: 'value', axisLine: { show: false }, axisLabel: { formatter: (value: number) => num(value) } },
      series: [
        {
          ...line, name: say(words.sold), color: palette.ink, lineStyle: { width: 1.4, type: 'solid' }, data: history.map((one) => [one.from, major(one.moneyMinor)]),
          markArea: { silent: true, label: { show: false }, data: bands.map((band) => [{ xAxis: band.from, itemStyle: { color: colourOf(band.kind, palette), opacity: band.kind === 'off' || band.kind === 'festival' || band.kind === 'work' ? 0.16 : 0.3 } }, { xAxis: addDays(band.to, 1) }]) }
        },
        { ...line, name: say(words.expected), color: palette.accent, lineStyle: { width: 2.4, type: 'solid' }, data: points((one) => major(one.moneyMinor)), z: 4 },
        { ...line, name: 'low', stack: 'interval', stackStrategy: 'all', lineStyle: { opacity: 0 }, data: points((one) => major(one.lowMinor)) },
        { ...line, name: say(words.interval, { level }), color: palette.accent, stack: 'interval', stackStrategy: 'all', lineStyle: { opacity: 0, type: 'solid' }, areaStyle: { color: palette.accent, opacity: 0.2 }, data: points((one) => major(one.highMinor) - major(one.lowMinor)) }
      ]
    }
  }, [history, expected, bands, say, level, day, num, money])
  if (headline === null) return null
  const marked = bands.map((band) => say(words.bandOne, { name: say(band.name), from: band.from })).join('; ')
  const summary = say(words.chartSummary, {
    first: history[0]?.from ?? '', last: history.at(-1)?.to ?? '', end: expected.at(-1)?.to ?? '', next: money(headline.next.moneyMinor, { whole: true }), level,
    low: money(headline.next.lowMinor, { whole: true }), high: money(headline.next.highMinor, { whole: true }), bands: marked === '' ? '' : say(words.bandsSummary, { bands: marked })
  })
  const remarks = [say(words.bandInterval, { level }), ...(bands.length > 0 ? [say(words.bandKeys)] : []), ...(bands.some(({ expected: isExpected }) => isExpected) ? [say(words.expectedLaw)] : [])]
  return (
    <Card title={`${say(words.chart)} · ${name}`} aside={<DefinitionMark definition={{ ...definition, n: data.run?.n ?? 0, window: `${data.run?.from ?? ''} – ${data.run?.to ?? ''}`, interval: [money(headline.next.lowMinor, { whole: true }), money(headline.next.highMinor, { whole: true })] }}>v{definition.version}</DefinitionMark>}>
      <Chart title={`${say(words.title)} ${name}`} summary={summary} option={option} table={tableOf(data, say)} height={340}>
        {remarks.join(' ')} <button type="button" className="ck-text" onClick={toMarks}>{say(words.markDays)}</button>
      </Chart>
    </Card>
  )
}

/** Names of holidays are typed by people, and the tip is HTML. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** From a day that looks odd to the place where it can be marked. */
function toMarks(): void {
  const form = document.getElementById('marks')
  form?.scrollIntoView({ block: 'center' })
  form?.querySelector('button')?.focus({ preventScroll: true })
}

const colourOf = (kind: Forecast['bands'][number]['kind'], palette: Palette): string => (kind === 'promotion' ? palette.risk : kind === 'stock_out' ? palette.lost : palette.inkSoft)

/** What ECharts hands over when the pointer is over a day: the first value is the history's where there is one. */
function tip(found: unknown, text: (from: string, sold: number | undefined) => string): string {
  if (!Array.isArray(found)) return ''
  for (const [place, one] of found.entries()) {
    const value: unknown = typeof one === 'object' && one !== null && 'value' in one ? one.value : undefined
    if (!Array.isArray(value) || typeof value[0] !== 'string') continue
    const isHistory = place === 0 && 'seriesIndex' in one && one.seriesIndex === 0
    return text(value[0], isHistory && typeof value[1] === 'number' ? value[1] : undefined)
  }
  return ''
}

function tableOf({ history, expected }: Forecast, say: (sentence: Sentence) => string) {
  return {
    header: [words.from, words.to, words.sold, words.expected, words.low, words.high].map((word) => say(word)),
    rows: [
      ...history.map((one) => [one.from, one.to, major(one.moneyMinor), null, null, null]),
      ...expected.map((one) => [one.from, one.to, null, major(one.moneyMinor), major(one.lowMinor), major(one.highMinor)])
    ]
  }
}
