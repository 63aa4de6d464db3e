import { useCallback } from 'react'
import { Chart } from '#web/chart.tsx'
import { DefinitionMark } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { cohortsPageWords as words } from './cohorts.page.words.ts'
import type { Cohorts } from './cohorts.schema.ts'

/** What share of an average cohort still buys, period by period. */
export function AverageCurve({ data }: { readonly data: Cohorts }) {
  const { say } = useWords()
  const { percent } = useFormat()
  const definition = useDefinition(data.stamp)
  const points = data.average.filter((point) => point.offset > 0)
  const option = useCallback((palette: Palette, isNarrow: boolean) => ({
    grid: { left: 8, right: isNarrow ? 12 : 24, top: 34, bottom: 24, containLabel: true },
    legend: { data: [say(words.on), say(words.onOrAfter)] },
    tooltip: { valueFormatter: (value: unknown) => typeof value === 'number' ? percent(value / 100, 1) : '' },
    xAxis: { type: 'category', data: data.average.filter((point) => point.offset > 0).map((point) => point.offset), name: say(words.axis, { period: say(words[data.by]) }), nameLocation: 'middle', nameGap: 28, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value}%' }, axisLine: { show: false } },
    series: (['on', 'onOrAfter'] as const).map((measure) => ({
      type: 'line', name: say(words[measure]), showSymbol: true, symbolSize: 6, color: measure === 'on' ? palette.accent : palette.fresh, data: data.average.filter((point) => point.offset > 0).map((point) => Math.round(point[measure] * 1000) / 10)
    }))
  }), [data, say, percent])
  if (points.length < 2) return null
  return (
    <Card title={say(words.curve)} aside={<DefinitionMark definition={definition}>{say(words.curveAside)} · v{definition.version}</DefinitionMark>}>
      <Chart
        title={say(words.curve)} height={240} option={option} summary={say(words.curveSummary, { points: points.map((point) => say(words.curvePoint, { n: point.offset, share: percent(point.on) })).join('; ') })}
        table={{ header: [say(words.axis, { period: say(words[data.by]) }), say(words.customers), say(words.on), say(words.onOrAfter)], rows: points.map((point) => [point.offset, point.customers, point.on, point.onOrAfter]) }}
      />
    </Card>
  )
}
