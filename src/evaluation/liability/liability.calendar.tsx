import { Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { Chart } from '#web/chart.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import { unitsOf } from '../../loyalty/points/points.terms.words.ts'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { LiabilityOf } from './liability.schema.ts'

/** When what is held ends: month by month, or day by day for the next sixty. */
export function Calendar({ of }: { readonly of: LiabilityOf }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { scaleOf, spokenOf, nameOf } = useCurrencies()
  const scale = scaleOf(of.currency)
  const currency = spokenOf(of.currency)
  const name = nameOf(of.currency)
  const [isByDay, setByDay] = useState(false)
  const bars = useMemo(() => (isByDay ? of.days.map(({ day, points }) => ({ when: day, points: unitsOf(points, scale) })) : of.months.map(({ month, points }) => ({ when: month, points: unitsOf(points, scale) }))), [of, isByDay, scale])
  const option = useCallback((palette: Palette) => ({
    grid: { top: 16 },
    tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? num(value, scale) : '') },
    xAxis: { type: 'category', data: bars.map(({ when }) => (isByDay ? when.slice(5) : when)), axisTick: { show: false } },
    yAxis: { type: 'value', axisLine: { show: false }, axisLabel: { formatter: (value: number) => num(value, Number.isInteger(value) ? 0 : scale) } },
    series: [{ type: 'bar', name, barMaxWidth: 28, itemStyle: { color: palette.risk }, data: bars.map(({ points }) => points) }]
  }), [bars, isByDay, scale, name, num])
  const ends = unitsOf(of.outstanding, scale) - unitsOf(of.never, scale)
  const most = bars.toSorted((a, b) => b.points - a.points)[0]
  const summary = say(words.calendarSummary, { currency, n: num(ends, scale), when: most?.when ?? '–', most: num(most?.points ?? 0, scale), never: num(unitsOf(of.never, scale), scale) })
  return (
    <Card title={say(words.calendar)} aside={<Segmented size="small" aria-label={say(words.calendar)} value={isByDay ? 'day' : 'month'} onChange={(next) => setByDay(next === 'day')} options={[{ value: 'month', label: say(words.byMonth) }, { value: 'day', label: say(words.byDay) }]} />}>
      <Chart title={say(words.calendar)} summary={summary} option={option} height={240} table={{ header: [say(isByDay ? words.day : words.month), name], rows: bars.map(({ when, points }) => [when, points]) }}>
        {of.never === '0' ? undefined : say(words.never, { currency, n: num(unitsOf(of.never, scale), scale) })}
      </Chart>
    </Card>
  )
}
