import { useCallback } from 'react'
import { Chart } from '#web/chart.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import type { Frequency } from './frequency.schema.ts'
import { frequencyWords as words } from './frequency.words.ts'

const quarters = [0.25, 0.5, 0.75] as const

/** After a visit, how soon another follows: the whole curve, open gaps censored. */
export function GapCard({ data }: { readonly data: Frequency }) {
  const { say } = useWords()
  const { num, percent, days } = useFormat()
  const definition = useDefinition(data.stamp)
  const { gaps } = data
  const option = useCallback((palette: Palette) => ({
    tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? percent(value / 100, 1) : '') },
    xAxis: { type: 'value', min: 0, max: gaps.horizonDays, name: say(words.days), nameLocation: 'middle', nameGap: 26 },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value}%' }, axisLine: { show: false } },
    series: [{
      type: 'line', step: 'end', name: say(words.back), color: palette.accent, data: gaps.curve.map((share, day) => [day, Math.round(share * 1000) / 10]), areaStyle: { opacity: 0.08 }
    }]
  }), [gaps, say, percent])
  const median = gaps.endedQuartiles[1]
  return (
    <Card title={say(words.gaps)} aside={say(words.gapsAside, { ended: num(gaps.ended), open: num(gaps.open) })}>
      <Chart
        title={say(words.curve)} height={230} option={option}
        summary={say(words.curveSummary, { points: gaps.within.map((point) => say(words.curvePoint, { days: point.days, share: percent(point.share) })).join('; ') })}
        table={{ header: [say(words.days), say(words.back)], rows: gaps.curve.map((share, day) => [day, share]) }}
      />
      <Figures>
        {quarters.map((share, place) => {
          const day = gaps.quartiles[place]
          return <Figure key={share} label={say(words.quartile, { share: percent(share) })} value={typeof day === 'number' ? days(day) : say(words.beyond, { days: num(gaps.horizonDays) })} definition={definition} />
        })}
      </Figures>
      {typeof median === 'number' && <p className="ck-soft ck-small in-card-foot">{say(words.endedOnly, { days: days(Math.round(median)) })}</p>}
    </Card>
  )
}
