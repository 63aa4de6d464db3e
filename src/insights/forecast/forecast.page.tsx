import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { Go, useAddress, useAsOf } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { useWords } from '#web/locale.tsx'
import { Progress } from '#web/progress.tsx'
import { Question } from '#web/question.tsx'
import { PageWait } from '#web/shell.tsx'
import { NoOrders, StampLine } from '../definitions/definitions.mark.tsx'
import { ForecastAnswer } from './forecast.headline.tsx'
import { SalesChart } from './forecast.chart.tsx'
import { Effects } from './forecast.effects.card.tsx'
import { MarksCard } from './forecast.marks.tsx'
import { Methods } from './forecast.methods.tsx'
import { forecastPageWords as words } from './forecast.page.words.ts'
import { Parts } from './forecast.parts.tsx'
import type { Cut, Forecast, Grain } from './forecast.schema.ts'
import '../definitions/insights.css'

const grains: readonly Grain[] = ['day', 'week', 'month']
const cuts: readonly Cut[] = ['whole', 'store', 'category']
const stepWords = { day: words.dayN, week: words.weekN, month: words.monthN } as const

function useForecast() {
  const { values } = useAddress()
  const asOf = useAsOf()
  const cut = cuts.find((one) => one === values['cut'])
  const query = {
    asOf, grain: grains.find((one) => one === values['grain']), cut, part: cut === undefined || cut === 'whole' ? undefined : values['part'],
    horizon: values['horizon'] !== undefined && /^\d{1,2}$/.test(values['horizon']) ? Number(values['horizon']) : undefined
  }
  const found = useQuery({
    queryKey: ['forecast', query], queryFn: ({ signal }) => read('/api/forecast', { query, signal }), placeholderData: keepPreviousData,
    // A fit takes seconds and is found again where it was left.
    refetchInterval: ({ state: { data } }) => (data?.state === 'empty' ? 2_000 : data?.fitting !== null && data?.state !== 'failed' ? 1_000 : false)
  })
  return { query, ...found }
}

/** How much will be sold next? */
export function ForecastPage() {
  const { say } = useWords()
  const { query, data, error, refetch, isFetching } = useForecast()
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.state === 'empty') return <div className="ck-page"><NoOrders /></div>
  const file = (format: 'csv' | 'xlsx') => addressOf('/api/forecast/file', { ...query, format })
  return (
    <div className="ck-page" aria-busy={isFetching && data.fitting === null}>
      <Question asks={say(words.question)} answer={<ForecastAnswer data={data} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <Controls data={data} actions={data.state === 'ready' && <ExportMenu hrefs={{ csv: file('csv'), xlsx: file('xlsx') }} />} />
      {data.run?.isStale === true && <p className="ck-soft" role="status">{say(words.stale)}</p>}
      {data.fitting !== null && data.state !== 'failed' && <Progress unit="steps" title={say(words.waitingTitle)} done={data.fitting.done} total={data.fitting.total} />}
      {data.state === 'failed' && <EmptyStart title={say(words.failed)} why={say(words.failedWhy)}><Go to="/jobs" className="ck-button">{say(words.toJobs)}</Go></EmptyStart>}
      {data.state === 'gated' && <EmptyStart title={say(words.gated)} why={data.gate.map((one) => say(one)).join(' ')}><Go to="/imports" className="ck-button">{say(words.toImport)}</Go></EmptyStart>}
      {data.state === 'ready' && (
        <>
          <SalesChart data={data} />
          {data.cut !== 'whole' && <Parts data={data} />}
          <Methods data={data} />
          <div className="ck-columns"><Effects data={data} /><MarksCard data={data} /></div>
        </>
      )}
      <StampLine stamp={data.stamp} />
    </div>
  )
}

function Controls({ data, actions }: { readonly data: Forecast, readonly actions: ReactNode }) {
  const { say } = useWords()
  const { change } = useAddress()
  return (
    <div className="ck-bar">
      <Segmented aria-label={say(words.by)} value={data.grain} onChange={(next) => change({ grain: next === 'day' ? undefined : next, horizon: undefined })} options={grains.map((value) => ({ value, label: say(words[value]) }))} />
      <Segmented aria-label={say(words.cut)} value={data.cut} onChange={(next) => change({ cut: next === 'whole' ? undefined : next, part: undefined })} options={cuts.map((value) => ({ value, label: say(words[value]) }))} />
      {data.horizons.length > 1 && <Segmented aria-label={say(words.horizon)} value={data.horizon} onChange={(next) => change({ horizon: String(next) })} options={data.horizons.map((value) => ({ value, label: say(stepWords[data.grain], { n: value }) }))} />}
      {data.partNames.length > 0 && (
        <Select
          aria-label={say(words.part)} showSearch={{ optionFilterProp: 'label' }} value={data.part ?? ''} onChange={(next: string) => change({ part: next })} popupMatchSelectWidth={false} className="in-select"
          options={[{ value: '', label: say(words.allParts) }, ...data.partNames.map(({ part, name }) => ({ value: part, label: say(name) }))]}
        />
      )}
      <span className="ck-end ck-bar">{actions}</span>
    </div>
  )
}
