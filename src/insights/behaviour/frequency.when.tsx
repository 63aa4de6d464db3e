import { useCallback } from 'react'
import { Go } from '#web/address.tsx'
import { Chart } from '#web/chart.tsx'
import { ExportMenu } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { shade } from '../definitions/definitions.shade.tsx'
import { weekdayWords } from './behaviour.page.words.ts'
import { useKept } from './behaviour.scope.tsx'
import type { Frequency } from './frequency.schema.ts'
import { frequencyWords as words } from './frequency.words.ts'

/** Weekdays down, hours across: a table whose ground repeats its numbers; every weekday and hour leads to its customers. */
export function WhenCard({ data }: { readonly data: Frequency }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const kept = useKept()
  const { hours, weekdays } = data
  const nameOf = (weekday: number) => say(weekdayWords[weekday] ?? words.weekday)
  const count = new Map((hours ?? []).map((cell) => [`${String(cell.weekday)} ${String(cell.hour)}`, cell.orders]))
  const open = [...new Set((hours ?? []).filter((cell) => cell.orders > 0).map((cell) => cell.hour))].sort((a, b) => a - b)
  const shown = open.length === 0 ? [] : Array.from({ length: (open.at(-1) ?? 0) - (open[0] ?? 0) + 1 }, (_, place) => place + (open[0] ?? 0))
  const most = Math.max(1, ...count.values())
  const sheet = () => ({
    name: say(words.when), header: [say(words.weekday), say(words.orders), ...shown.map((hour) => say(words.hour, { hour }))],
    rows: weekdays.map((row) => [nameOf(row.weekday), row.orders, ...shown.map((hour) => count.get(`${String(row.weekday)} ${String(hour)}`) ?? 0)])
  })
  return (
    <Card title={say(words.when)} aside={<span className="ck-bar">{say(words.whenAside)}<ExportMenu sheet={sheet} /></span>}>
      <div className="in-scroll" tabIndex={0} role="region" aria-label={say(words.when)}>
        <table className="in-heat">
          <caption className="ck-hidden">{say(words.when)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.weekday)}</th><th scope="col" className="ck-end">{say(words.orders)}</th>
              {shown.map((hour) => <th key={hour} scope="col"><Go to="/behaviour" search={{ ...kept, hour: String(hour) }}>{hour}</Go></th>)}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((row) => (
              <tr key={row.weekday}>
                <th scope="row"><Go to="/behaviour" search={{ ...kept, weekday: String(row.weekday) }}>{nameOf(row.weekday)}</Go></th>
                <td className="ck-end">{num(row.orders)} <span className="ck-soft">{percent(row.share)}</span></td>
                {shown.map((hour) => {
                  const orders = count.get(`${String(row.weekday)} ${String(hour)}`) ?? 0
                  return <td key={hour} style={{ background: shade(orders / most) }} title={say(words.cell, { day: nameOf(row.weekday), hour, orders: num(orders) })}>{num(orders)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hours === null && <p className="ck-soft in-card-foot">{say(words.noHours)}</p>}
    </Card>
  )
}

/** The months of the year against the average. */
export function SeasonCard({ data }: { readonly data: Frequency }) {
  const { say } = useWords()
  const { num } = useFormat()
  const kept = useKept()
  const { months, monthsSpanDays } = data
  const option = useCallback((palette: Palette) => ({
    tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? `${num(value, 2)} ×` : '') },
    xAxis: { type: 'category', data: months.map((one) => String(one.month)), name: say(words.month), nameLocation: 'middle', nameGap: 26, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, axisLine: { show: false } },
    series: [{
      type: 'bar', name: say(words.index), color: palette.accent, barMaxWidth: 44, data: months.map((one) => Math.round(one.index * 100) / 100),
      markLine: { symbol: 'none', label: { formatter: say(words.average), color: palette.inkSoft, position: 'insideEndTop' }, lineStyle: { color: palette.inkSoft }, data: [{ yAxis: 1 }] }
    }]
  }), [months, say, num])
  if (months.length < 2) return null
  const ranked = months.toSorted((a, b) => b.index - a.index)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  return (
    <Card title={say(words.season)} aside={say(words.seasonAside)}>
      <Chart
        title={say(words.season)} height={230} option={option}
        summary={say(words.seasonSummary, { best: best?.month ?? 0, bestIndex: num(best?.index ?? 0, 2), worst: worst?.month ?? 0, worstIndex: num(worst?.index ?? 0, 2) })}
        table={{ header: [say(words.month), say(words.index), say(words.orders), say(words.days)], rows: months.map((one) => [one.month, one.index, one.orders, one.days]) }}
      >
        {best !== undefined && worst !== undefined && (
          <Go to="/behaviour" search={{ ...kept, month: String(best.month) }}>{say(words.seasonSummary, { best: best.month, bestIndex: num(best.index, 2), worst: worst.month, worstIndex: num(worst.index, 2) })}</Go>
        )}
      </Chart>
      {monthsSpanDays < 730 && <p className="ck-soft ck-small">{say(words.seasonShort, { days: num(monthsSpanDays) })}</p>}
    </Card>
  )
}
