import { Button, Segmented } from 'antd'
import { useCallback, useState } from 'react'
import { Chart } from '#web/chart.tsx'
import { EmptyStart } from '#web/empty.tsx'
import { DefinitionMark } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { dashes, type Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { LiabilityOf } from './liability.schema.ts'

type Life = NonNullable<LiabilityOf['life']>

/** How long points last: what is not yet used by age with its interval, or what became of them. Below the data gate, what is missing. */
export function LifeCard({ of, onUse }: { readonly of: LiabilityOf, readonly onUse: ((share: number) => void) | undefined }) {
  const { say, locale } = useWords()
  const { num, percent } = useFormat()
  const [isFate, setFate] = useState(false)
  const { life } = of
  if (life === null) return <Card title={say(words.life)}><p className="ck-soft">{say(words.lifeNone)}</p></Card>
  if (life.missing.length > 0) return <Card title={say(words.life)}><EmptyStart title={say(words.gateTitle)} why={life.missing.map((one) => (locale === 'en' ? one.en : one.zh)).join(locale === 'en' ? ' ' : '')} /></Card>
  const { used } = life
  const tenth = (share: number): string => percent(share, 1)
  return (
    <Card title={say(words.life)} aside={<DefinitionMark definition={{ id: 'life', name: say(words.lifeName), version: life.version, n: life.members, window: `≤ ${life.asOf}`, says: say(words.lifeSays), ...(used === null ? {} : { interval: [tenth(used.low), tenth(used.high)] as const }) }}>{say(words.lifeAside, { members: num(life.members), days: num(life.days) })}</DefinitionMark>}>
      <div className="ck-bar in-tight">
        <Segmented aria-label={say(words.lifeView)} value={isFate ? 'fate' : 'unspent'} onChange={(next) => setFate(next === 'fate')} options={[{ value: 'unspent', label: say(words.unspent) }, { value: 'fate', label: say(words.fate) }]} />
        {used !== null && onUse !== undefined && <span className="ck-end"><Button onClick={() => onUse(used.share)}>{say(words.useIt)}</Button></span>}
      </div>
      <LifeChart life={life} isFate={isFate} />
      {used !== null && <p>{say(words.lifeUsed, { share: tenth(used.share), low: tenth(used.low), high: tenth(used.high) })}{used.beyond >= 0.005 && <> {say(words.lifeBeyond, { share: tenth(used.beyond) })}</>}</p>}
    </Card>
  )
}

function LifeChart({ life, isFate }: { readonly life: Life, readonly isFate: boolean }) {
  const { say } = useWords()
  const { percent } = useFormat()
  const { curve } = life
  const option = useCallback((palette: Palette) => {
    const points = (pick: (one: Life['curve'][number]) => number) => curve.map((one) => [one.age, Math.round(pick(one) * 1000) / 10])
    const line = { type: 'line', showSymbol: false, step: 'end' }
    return {
      legend: { data: isFate ? [say(words.usedLine), say(words.lapsedLine)] : [say(words.unspentLine), say(words.interval)] },
      tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? percent(value / 100, 1) : '') },
      grid: { top: 40, bottom: 22 },
      xAxis: { type: 'value', name: say(words.lifeAxis), nameLocation: 'middle', nameGap: 26, min: 0, max: curve.at(-1)?.age ?? 0, splitLine: { show: false } },
      yAxis: { type: 'value', min: 0, max: 100, axisLine: { show: false }, axisLabel: { formatter: '{value}%' } },
      series: isFate
        ? [
          { ...line, name: say(words.usedLine), color: palette.accent, lineStyle: { width: 2.4, type: 'solid' }, data: points(({ used }) => used) },
          { ...line, name: say(words.lapsedLine), color: palette.risk, lineStyle: { width: 2.2, type: dashes[1] }, data: points(({ lapsed }) => lapsed) }
        ]
        : [
          { ...line, name: say(words.unspentLine), color: palette.accent, lineStyle: { width: 2.4, type: 'solid' }, data: points(({ survival }) => survival), z: 4 },
          { ...line, name: 'low', stack: 'interval', stackStrategy: 'all', lineStyle: { opacity: 0 }, tooltip: { show: false }, data: points(({ low }) => low) },
          { ...line, name: say(words.interval), color: palette.accent, stack: 'interval', stackStrategy: 'all', lineStyle: { opacity: 0 }, tooltip: { show: false }, areaStyle: { color: palette.accent, opacity: 0.2 }, data: points(({ low, high }) => high - low) }
        ]
    }
  }, [curve, isFate, say, percent])
  const last = curve.at(-1)
  const rows = curve.filter(({ age }) => age % 7 === 0)
  return (
    <Chart
      title={say(words.life)} height={280} option={option} summary={say(words.lifeSummary, { until: life.until, used: percent(last?.used ?? 0), lapsed: percent(last?.lapsed ?? 0) })}
      table={{ header: [words.age, words.unspentLine, words.interval, words.interval, words.usedLine, words.lapsedLine].map((word) => say(word)), rows: rows.map(({ age, survival, low, high, used, lapsed }) => [age, survival, low, high, used, lapsed]) }}
    />
  )
}
