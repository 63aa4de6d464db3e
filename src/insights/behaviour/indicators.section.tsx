import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { DefinitionMark, Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow } from '#web/media.ts'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import type { SectionProps } from './frequency.section.tsx'
import type { Indicator, Indicators } from './indicators.schema.ts'
import { indicatorNames, indicatorsWords as words } from './indicators.words.ts'

/** Are they content, as far as what they do tells? */
export function IndicatorsSection({ scope }: SectionProps) {
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', 'indicators', scope], queryFn: ({ signal }) => read('/api/behaviour/indicators', { query: scope, signal }), placeholderData: keepPreviousData })
  return (
    <div className="in-stack" aria-busy={isFetching}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && <><Answer data={data} /><Known data={data} /><NotRecorded data={data} /></>}
    </div>
  )
}

type Verdict = 'better' | 'worse' | 'unproven'
const verdictOf = ({ change, better }: Indicator): Verdict | undefined => change === null ? undefined : !change.proven ? 'unproven' : (change.value > 0) === (better === 'up') ? 'better' : 'worse'

function Answer({ data }: { readonly data: Indicators }) {
  const { tell } = useWords()
  const { num, day } = useFormat()
  const count = (verdict: Verdict) => data.items.filter((one) => verdictOf(one) === verdict).length
  const missing = data.items.filter((one) => one.missing !== null).length
  return (
    <p>{tell(words.answer, {
      from: day(data.now.from), to: day(data.now.to), days: num(data.periodDays), better: <Mark tone="accent">{num(count('better'))}</Mark>, worse: <Mark tone="risk">{num(count('worse'))}</Mark>,
      unproven: <Mark>{num(count('unproven'))}</Mark>, unprovenCount: count('unproven'), missing: <Mark>{num(missing)}</Mark>, missingCount: missing
    })}</p>
  )
}

function Known({ data }: { readonly data: Indicators }) {
  const { say } = useWords()
  const { num, percent, money, day } = useFormat()
  const definition = useDefinition(data.stamp)
  const isNarrow = useNarrow()
  const columns = useMemo((): readonly Column<Indicator>[] => {
    const write = (unit: Indicator['unit'], value: number) => unit === 'share' ? percent(value, 1) : unit === 'days' ? say(words.inDays, { n: num(value, 1) }) : money(BigInt(Math.round(value * 10_000)), { whole: Math.abs(value) >= 100 })
    const moved = (unit: Indicator['unit'], value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${unit === 'share' ? say(words.points, { value: num(Math.abs(value) * 100, 1) }) : write(unit, Math.abs(value))}`
    const cellOf = (row: Indicator, found: Indicator['now']) => found === null ? <span className="ck-soft">{say(words.noBefore)}</span>
      : <><b>{write(row.unit, found.value)}</b>{found.low !== null && found.high !== null && <span className="ck-soft ck-small">{isNarrow ? <br /> : ' '}{say(words.interval, { low: write(row.unit, found.low), high: write(row.unit, found.high) })}</span>}</>
    const tone = { better: 'accent', worse: 'risk', unproven: 'quiet' } as const
    return [
      { key: 'name', title: say(words.indicator), isSortable: false, value: (row) => say(indicatorNames[row.id].name), cell: (row) => <DefinitionMark definition={{ ...definition, says: say(indicatorNames[row.id].says), ...(row.now === null ? {} : { n: row.now.n }) }}>{say(indicatorNames[row.id].name)}</DefinitionMark> },
      { key: 'now', title: say(words.now), isSortable: false, value: (row) => row.now?.value, cell: (row) => cellOf(row, row.now), isNumber: true },
      { key: 'before', title: say(words.before), isSortable: false, value: (row) => row.before?.value, cell: (row) => cellOf(row, row.before), isNumber: true, isWideOnly: true },
      {
        key: 'change', title: say(words.change), isSortable: false, isNumber: true, value: (row) => row.change?.value,
        cell: (row) => {
          const verdict = verdictOf(row)
          return row.change === null || verdict === undefined ? '—' : <><span title={say(words.interval, { low: moved(row.unit, row.change.low), high: moved(row.unit, row.change.high) })}>{moved(row.unit, row.change.value)}</span>{isNarrow ? <br /> : ' '}<span className="ck-tag" data-tone={tone[verdict]}>{say(words[verdict])}</span></>
        }
      }
    ]
  }, [say, num, percent, money, definition, isNarrow])
  const rows = data.items.filter((one) => one.missing === null)
  if (rows.length === 0) return null
  const aside = say(words.aside, { from: day(data.now.from), to: day(data.now.to), beforeFrom: day(data.before.from), beforeTo: day(data.before.to) })
  return (
    <Card title={say(words.title)} aside={<span className="ck-bar">{aside}<ExportMenu sheet={() => sheetOf(say(words.title), columns, rows)} /></span>}>
      <DataTable label={say(words.title)} rows={rows} columns={columns} rowKey={(row) => row.id} />
      <p className="ck-soft ck-small in-card-foot">{say(words.caution)}</p>
    </Card>
  )
}

function NotRecorded({ data }: { readonly data: Indicators }) {
  const { say } = useWords()
  const rows = data.items.filter((one) => one.missing !== null)
  if (rows.length === 0) return null
  return (
    <Card title={say(words.missing)}>
      <Figures>{rows.map((row) => <Figure key={row.id} label={say(indicatorNames[row.id].name)} value="—" note={<>{row.missing !== null && say(row.missing)}</>} />)}</Figures>
    </Card>
  )
}
