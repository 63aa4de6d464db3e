import { useCallback } from 'react'
import { Chart } from '#web/chart.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { predictionPageWords as words } from './prediction.page.words.ts'
import type { Prediction } from './prediction.schema.ts'

/** What was said and what came, in ten groups by rising chance, on the newest period that the shipped model had not seen. */
export function Calibration({ data }: { readonly data: Prediction }) {
  const { say } = useWords()
  const { percent, day, num } = useFormat()
  const test = data.backtest?.candidates.find((one) => one.shipped)?.tests[0]
  const option = useCallback((palette: Palette) => ({
    grid: { left: 8, right: 12, top: 34, bottom: 26, containLabel: true },
    legend: { top: 0 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => typeof value === 'number' ? percent(value / 100) : '' },
    xAxis: { type: 'category', data: test?.groups.map((_, at) => String(at + 1)) ?? [], name: say(words.group), nameLocation: 'middle', nameGap: 26, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      { type: 'bar', name: say(words.came), data: test?.groups.map((group) => 100 * group.happened) ?? [], itemStyle: { color: palette.accent }, barMaxWidth: 26 },
      { type: 'line', name: say(words.said), data: test?.groups.map((group) => 100 * group.expected) ?? [], lineStyle: { color: palette.ink, type: [6, 4] }, itemStyle: { color: palette.ink }, symbol: 'circle', symbolSize: 6 }
    ]
  }), [test, say, percent])
  if (test === undefined) return null
  const [low, high] = [test.groups[0], test.groups.at(-1)]
  const share = (value: number | undefined) => percent(value ?? 0, 1)
  return (
    <Card title={say(words.calibration)} aside={say(words.calibrationAside, { from: day(test.cut), to: day(test.to), n: num(test.n) })}>
      <Chart
        title={say(words.calibration)} height={280} option={option}
        summary={say(words.calibrationSummary, { lowSaid: share(low?.expected), lowCame: share(low?.happened), highSaid: share(high?.expected), highCame: share(high?.happened) })}
        table={{ header: [say(words.group), say(words.people), say(words.said), say(words.came)], rows: test.groups.map((group, at) => [at + 1, group.n, Number(group.expected.toFixed(4)), Number(group.happened.toFixed(4))]) }}
      >
        {say(words.calibrationSummary, { lowSaid: share(low?.expected), lowCame: share(low?.happened), highSaid: share(high?.expected), highCame: share(high?.happened) })}
      </Chart>
    </Card>
  )
}
