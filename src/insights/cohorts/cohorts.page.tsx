import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useAddress } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { PageWait } from '#web/shell.tsx'
import { untilThere } from '#web/waiting.ts'
import { NoOrders, StampLine } from '../definitions/definitions.mark.tsx'
import { ScopeBar, useScope } from '../warehouse/warehouse.scope.tsx'
import { AverageCurve } from './cohorts.average.tsx'
import { HeatTable, type Measure } from './cohorts.heat.tsx'
import { cohortsPageWords as words } from './cohorts.page.words.ts'
import type { CohortPeriod, Cohorts } from './cohorts.schema.ts'
import '../definitions/insights.css'

const periods: readonly CohortPeriod[] = ['week', 'month', 'quarter']
const byWords = { week: words.byWeek, month: words.byMonth, quarter: words.byQuarter } as const
const measures: readonly Measure[] = ['on', 'onOrAfter', 'revenue']

/** Do new customers keep coming? */
export function CohortsPage() {
  const { say } = useWords()
  const { num } = useFormat()
  const { values, change } = useAddress()
  const by = periods.find((one) => one === values['by']) ?? 'month'
  const measure = measures.find((one) => one === values['measure']) ?? 'on'
  const isCount = values['unit'] === 'count'
  const query = { ...useScope(), by }
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['cohorts', query], queryFn: ({ signal }) => read('/api/cohorts', { query, signal }), placeholderData: keepPreviousData, refetchInterval: untilThere })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.stamp.n === 0) return <div className="ck-page"><NoOrders /></div>
  return (
    <div className="ck-page" aria-busy={isFetching}>
      <Question asks={say(words.question)} answer={<Answer data={data} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <ScopeBar actions={<ExportMenu hrefs={{ csv: addressOf('/api/cohorts/file', { ...query, format: 'csv' }), xlsx: addressOf('/api/cohorts/file', { ...query, format: 'xlsx' }) }} />}>
        <Segmented aria-label={say(words.by)} value={by} onChange={(next) => change({ by: next })} options={periods.map((value) => ({ value, label: say(byWords[value]) }))} />
        <Segmented aria-label={say(words.measure)} value={measure} onChange={(next) => change({ measure: next })} options={measures.map((value) => ({ value, label: say(words[value]) }))} />
        <Segmented aria-label={say(words.unit)} value={isCount ? 'count' : 'share'} onChange={(next) => change({ unit: next === 'count' ? 'count' : undefined })} options={[{ value: 'share', label: say(words.asShare) }, { value: 'count', label: say(words.asCount) }]} />
      </ScopeBar>
      <Card title={say(words.table)} aside={say(words.aside, { n: num(data.stamp.n), cohorts: num(data.cohorts.length) })}>
        <HeatTable data={data} measure={measure} isCount={isCount} />
        <p className="ck-soft ck-small in-card-foot">
          {data.lastPeriodOpen && say(words.openNote, { period: say(words[by]) })} {say(words.keys)}{measure === 'revenue' && <> · {say(words.basis)}</>}
        </p>
      </Card>
      <AverageCurve data={data} />
      <StampLine stamp={data.stamp} />
    </div>
  )
}

function Answer({ data }: { readonly data: Cohorts }) {
  const { say, tell } = useWords()
  const { num, percent } = useFormat()
  const period = say(words[data.by])
  const at = (offset: number) => data.average.find((one) => one.offset === offset)
  const one = at(1)
  if (one === undefined) return <>{tell(words.answerNone, { n: <Mark>{num(data.stamp.n)}</Mark>, period })}</>
  const far = data.average.findLast((point) => point.customers * 4 >= one.customers)
  const closed = data.cohorts.filter((cohort) => cohort.on.length > (data.lastPeriodOpen ? 2 : 1) && cohort.customers >= 30)
  const best = closed.toSorted((a, b) => (b.on[1] ?? 0) / b.customers - (a.on[1] ?? 0) / a.customers)[0]
  const first = <Mark tone="accent">{percent(one.on)}</Mark>
  if (far === undefined || far.offset < 2 || best === undefined) return <>{tell(words.answerShort, { one: first, period })}</>
  return (
    <>
      {tell(words.answer, {
        first: say(words.first), one: first, period, far: String(far.offset), later: <Mark tone="accent">{percent(far.on)}</Mark>, best: best.period, bestShare: <Mark>{percent((best.on[1] ?? 0) / best.customers)}</Mark>
      })}
    </>
  )
}
