import { useCallback, useMemo } from 'react'
import type { Static } from 'typebox'
import type { Sentence } from '#foundation/words.ts'
import { Chart } from '#web/chart.tsx'
import { DefinitionMark } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { ModelNote } from '../definitions/models.note.tsx'
import { curveWords as words, lifecyclePageWords } from './lifecycle.page.words.ts'
import type { Curve, Lifecycle } from './lifecycle.schema.ts'

export type Group = 'all' | 'one' | 'repeat'
type CurveOf = Static<typeof Curve>

const why: Readonly<Partial<Record<CurveOf['source'], Sentence>>> = { fixed: words.fixed, parent: words.parent, other_series: words.otherSeries }

/** The share of returns that have happened after so many silent days, with the two thresholds of the group that is looked at. */
export function ReturnCurve({ data, group }: { readonly data: Lifecycle, readonly group: Group }) {
  const { say } = useWords()
  const { num, percent, days } = useFormat()
  const definition = useDefinition(data.stamp)
  const curves = useMemo(() => chosenCurves(data), [data])
  const shown = group === 'all' ? curves : curves.filter((curve) => curve.series === group)
  const option = useCallback((palette: Palette, isNarrow: boolean) => optionOf({ curves, group, palette, isNarrow, say, percent, days, horizonDays: data.horizonDays }), [curves, group, say, percent, days, data.horizonDays])
  const lines = shown.flatMap((curve) => curve.lapsedAfterDays === null ? [] : [say(words.summaryLine, {
    series: say(lifecyclePageWords[curve.series]), atRisk: curve.atRiskAfterDays ?? 0, atRiskShare: percent(shareAt(curve, curve.atRiskAfterDays ?? 0)), lapsed: curve.lapsedAfterDays, lapsedShare: percent(shareAt(curve, curve.lapsedAfterDays))
  })])
  const gaps = shown.reduce((sum, curve) => sum + curve.gaps, 0)
  const remarks = shown.flatMap((curve) => {
    const source = why[curve.source]
    const few = curve.uncertain ? [say(words.few, { series: say(lifecyclePageWords[curve.series]), n: num(Math.min(curve.observedAtRisk, curve.observedLapsed)), least: Number(data.stamp.definition.parameters['leastObserved'] ?? 30) })] : []
    return [...(source === undefined ? [] : [say(source)]), ...few]
  })
  return (
    <Card title={say(words.title)} aside={<DefinitionMark definition={{ ...definition, n: gaps, window: days(data.horizonDays) }}>{say(words.aside, { gaps: num(gaps), definition: `v${String(definition.version)}` })}</DefinitionMark>}>
      {curves.every((curve) => curve.points.length === 0)
        ? <p className="ck-soft">{say(words.noCurve)}</p>
        : <Chart title={say(words.title)} summary={say(words.summary, { lines: lines.join(' ') })} option={option} table={tableOf(shown, say)} height={320}>{[...new Set(remarks)].join(' ')}</Chart>}
      <ModelNote name="kaplan_meier" />
    </Card>
  )
}

/** One curve a series: that of the category looked at where it has its own, otherwise of all categories together. */
function chosenCurves(data: Lifecycle): readonly CurveOf[] {
  return (['repeat', 'one'] as const).flatMap((series) => {
    const found = data.curves.filter((curve) => curve.series === series)
    const chosen = found.find((curve) => curve.category === null) ?? found[0]
    return chosen === undefined ? [] : [chosen]
  })
}

const shareAt = (curve: CurveOf, day: number): number => curve.points.findLast((point) => point.days <= day)?.f ?? 0

interface Drawing {
  readonly curves: readonly CurveOf[], readonly group: Group, readonly palette: Palette, readonly isNarrow: boolean, readonly horizonDays: number
  readonly say: (sentence: Sentence, values?: Readonly<Record<string, string | number>>) => string
  readonly percent: (share: number) => string, readonly days: (count: number) => string
}

function optionOf({ curves, group, palette, isNarrow, say, percent, days, horizonDays }: Drawing) {
  const colourOf = { repeat: palette.accent, one: palette.fresh }
  return {
    grid: { left: 8, right: isNarrow ? 12 : 64, top: group === 'all' ? 30 : isNarrow ? 52 : 26, bottom: 22, containLabel: true },
    legend: group === 'all' || isNarrow ? { top: 0, data: curves.map((curve) => say(lifecyclePageWords[curve.series])) } : undefined,
    tooltip: {
      valueFormatter: (value: unknown) => typeof value === 'number' ? percent(value / 100) : '',
      axisPointer: { type: 'line' }
    },
    xAxis: { type: 'value', min: 0, max: horizonDays, name: say(words.axis), nameLocation: 'middle', nameGap: 26, axisTick: { show: false }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, max: 100, interval: 20, axisLabel: { formatter: '{value}%' }, axisLine: { show: false } },
    series: [...curves.map(drawn), ...(group === 'all' ? curves.flatMap(dots) : [])]
  }

  function drawn(curve: CurveOf): object {
    const isChosen = group === 'all' || curve.series === group
    return {
      type: 'line', name: say(lifecyclePageWords[curve.series]), step: 'end',
      data: [[0, 0], ...curve.points.filter((point) => point.days > 0 && point.days <= horizonDays).map((point) => [point.days, tenths(point.f)])],
      lineStyle: { width: isChosen ? 2.4 : 1.4, type: curve.series === 'repeat' ? 'solid' : [6, 4], color: colourOf[curve.series], opacity: isChosen ? 1 : 0.6 },
      itemStyle: { color: colourOf[curve.series] },
      // Both curves end at 100 %: their names would lie on each other.
      endLabel: { show: !isNarrow && group !== 'all', formatter: '{a}', color: palette.inkSoft, distance: 6, offset: [0, curve.series === 'repeat' ? -7 : 8] },
      ...(group === curve.series ? { markLine: { silent: true, symbol: 'none', animation: false, data: [...upright(curve, curve.atRiskAfterDays, palette.risk), ...upright(curve, curve.lapsedAfterDays, palette.lost)] } } : {})
    }
  }

  function upright(curve: CurveOf, at: number | null, colour: string): readonly object[] {
    if (at === null) return []
    return [{ xAxis: at, lineStyle: { color: colour, type: 'dashed', width: 1.2 }, label: { position: 'end', color: palette.inkSoft, formatter: isNarrow ? days(at) : say(words.threshold, { days: days(at), share: percent(shareAt(curve, at)) }) } }]
  }

  /** With both groups in sight, four upright lines would say less than two dots on each curve. */
  function dots(curve: CurveOf): readonly object[] {
    const marks = [{ at: curve.atRiskAfterDays, colour: palette.risk }, { at: curve.lapsedAfterDays, colour: palette.lost }]
    return marks.flatMap(({ at, colour }) => at === null ? [] : [{
      type: 'scatter', name: days(at), data: [[at, tenths(shareAt(curve, at))]], symbolSize: 10, itemStyle: { color: colour, borderColor: palette.surface, borderWidth: 2 }, z: 5, tooltip: { show: false },
      label: { show: true, position: curve.series === 'repeat' ? 'top' : 'bottom', color: palette.ink, fontSize: 11, formatter: days(at) }
    }])
  }
}

const tenths = (share: number): number => Math.round(share * 1000) / 10

function tableOf(curves: readonly CurveOf[], say: Drawing['say']) {
  const days = [...new Set(curves.flatMap((curve) => curve.points.map((point) => point.days)))].sort((a, b) => a - b)
  const byDay = curves.map((curve) => new Map(curve.points.map((point) => [point.days, point])))
  return {
    header: [say(words.days), ...curves.flatMap((curve) => [words.column, words.columnSilent, words.columnObserved].map((sentence) => say(sentence, { series: say(lifecyclePageWords[curve.series]) })))],
    rows: days.map((day) => [day, ...byDay.flatMap((points) => { const point = points.get(day); return point === undefined ? [null, null, null] : [round(point.f), round(point.s), point.n] })])
  }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000
