import { useCallback, useMemo } from 'react'
import type { Static } from 'typebox'
import { Chart } from '#web/chart.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { replayPageWords as words } from './replay.page.words.ts'
import type { Result } from './replay.schema.ts'

type Found = Static<typeof Result>

/** Points issued by month under both sets of rules, and what would be outstanding. */
export function PointsChart({ result }: { readonly result: Found }) {
  const { say } = useWords()
  const { num } = useFormat()
  const monthsOf = useCallback((side: Found['now']) => side.currencies.find(({ currency }) => currency === result.currency)?.months ?? [], [result.currency])
  const [now, then] = [monthsOf(result.now), monthsOf(result.then)]
  const option = useCallback((palette: Palette, isNarrow: boolean) => ({
    grid: { left: 8, right: 8, top: 36, bottom: 8, containLabel: true }, legend: { top: 0 }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: result.months, axisLabel: { interval: isNarrow ? 2 : 'auto' } }, yAxis: { type: 'value' },
    series: [
      { name: say(words.now), type: 'bar', data: monthsOf(result.now).map(({ issued }) => Number(issued)), itemStyle: { color: palette.inkSoft } },
      { name: say(words.then), type: 'bar', data: monthsOf(result.then).map(({ issued }) => Number(issued)), itemStyle: { color: palette.accent } }
    ]
  }), [result, say, monthsOf])
  const table = useMemo(() => ({
    header: [say(words.month), `${say(words.issued)} · ${say(words.now)}`, `${say(words.issued)} · ${say(words.then)}`, `${say(words.reversed)} · ${say(words.then)}`, `${say(words.expired)} · ${say(words.then)}`, `${say(words.left)} · ${say(words.now)}`, `${say(words.left)} · ${say(words.then)}`],
    rows: result.months.map((month, at) => [month, ...[now[at]?.issued, then[at]?.issued, then[at]?.reversed, then[at]?.expired, now[at]?.outstanding, then[at]?.outstanding].map((text) => Number(text ?? 0))])
  }), [result.months, now, then, say])
  const [last, lastNow] = [then.at(-1), now.at(-1)]
  return (
    <Card title={say(words.points)}>
      <Chart title={say(words.points)} summary={`${say(words.now)} ${num(now.reduce((sum, { issued }) => sum + Number(issued), 0))} · ${say(words.then)} ${num(then.reduce((sum, { issued }) => sum + Number(issued), 0))}`} option={option} table={table} height={280}>
        {say(words.outstanding)}: {num(Number(lastNow?.outstanding ?? 0))} → {num(Number(last?.outstanding ?? 0))}
      </Chart>
    </Card>
  )
}

/** How many would stand in which tier at the end. */
export function TierTable({ result }: { readonly result: Found }) {
  const { say } = useWords()
  const { num, change } = useFormat()
  const names = new Map([...result.now.tiers, ...result.then.tiers].map((one) => [one.tier, one.name]))
  const last = (side: Found['now'], tier: string): number => side.tiers.find((one) => one.tier === tier)?.members.at(-1) ?? 0
  return (
    <Card title={say(words.tiers)} aside={say(words.rising, { rising: num(result.rising), falling: num(result.falling) })}>
      <div className="ck-table" tabIndex={0} role="region" aria-label={say(words.tiers)}>
        <table>
          <thead><tr><th scope="col">{say(words.tier)}</th><th scope="col" className="ck-end">{say(words.now)}</th><th scope="col" className="ck-end">{say(words.then)}</th><th scope="col" className="ck-end">{say(words.difference)}</th></tr></thead>
          <tbody>{[...names].map(([tier, name]) => <tr key={tier}><th scope="row">{say(name)}</th><td className="ck-end">{num(last(result.now, tier))}</td><td className="ck-end">{num(last(result.then, tier))}</td><td className="ck-end">{change(last(result.then, tier) - last(result.now, tier))}</td></tr>)}</tbody>
        </table>
      </div>
    </Card>
  )
}
