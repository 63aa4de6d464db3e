import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { adjustWords } from '../definitions/definitions.adjust.words.ts'
import { NoOrders, StampLine, useDefinition } from '../definitions/definitions.mark.tsx'
import { ScopeBar, useScope } from '../warehouse/warehouse.scope.tsx'
import { CutPoints } from './rfm.cuts.tsx'
import { RfmGrid } from './rfm.grid.tsx'
import { RfmList } from './rfm.list.tsx'
import { rfmPageWords as words } from './rfm.page.words.ts'
import type { Rfm } from './rfm.schema.ts'
import { Segments } from './rfm.segments.tsx'
import { DefinitionMark } from '#web/figure.tsx'
import { untilThere } from '#web/waiting.ts'
import '../definitions/insights.css'

const AdjustRfm = lazy(async () => ({ default: (await import('./rfm.adjust.tsx')).AdjustRfm }))

/** Who are the best customers, and who is cooling off? */
export function RfmPage() {
  const { say } = useWords()
  const scope = useScope()
  const mayAdjust = mayOpen(useSession().rights, 'definitions.write')
  const [isAdjusting, setAdjusting] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['rfm', scope], queryFn: ({ signal }) => read('/api/rfm', { query: scope, signal }), placeholderData: keepPreviousData, refetchInterval: untilThere })
  const definition = useDefinition(data?.stamp)
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.stamp.n === 0) return <div className="ck-page"><NoOrders /></div>
  const isOwn = Object.values(data.measures).some((measure) => measure.own)
  return (
    <div className="ck-page" aria-busy={isFetching}>
      <Question asks={say(words.question)} answer={<Answer data={data} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <ScopeBar actions={mayAdjust && <Button onClick={() => setAdjusting(true)}>{say(adjustWords.button)}</Button>} />
      <div className="ck-columns in-wide-left">
        <Card title={say(words.grid)} aside={say(words.gridAside)}><RfmGrid data={data} /></Card>
        <Card title={say(words.cuts)} aside={<DefinitionMark definition={definition}>{say(isOwn ? words.own : words.quintiles)} · v{definition.version}</DefinitionMark>}><CutPoints data={data} /></Card>
      </div>
      <Segments data={data} />
      <RfmList scope={scope} data={data} />
      <p className="ck-soft ck-small">{say(words.basis)}</p>
      <StampLine stamp={data.stamp} />
      {isAdjusting && <Suspense><AdjustRfm scope={scope} data={data} onClose={() => setAdjusting(false)} /></Suspense>}
    </div>
  )
}

function Answer({ data }: { readonly data: Rfm }) {
  const { say, tell } = useWords()
  const { num, percent, money } = useFormat()
  const best = data.segments.find((one) => one.id === 'champions')
  const cooling = data.segments.filter((one) => one.id === 'cannot_lose_them' || one.id === 'at_risk')
  const coolingMoney = cooling.reduce((sum, one) => sum + BigInt(one.moneyMinor), 0n)
  return (
    <>
      {tell(words.answer, {
        champions: <Mark tone="accent">{num(best?.customers ?? 0)}</Mark>, championsName: best === undefined ? '' : say(best.name), share: percent(best?.share ?? 0), moneyShare: <Mark tone="accent">{percent(best?.moneyShare ?? 0)}</Mark>,
        top: <Mark>{percent(data.topFifthMoneyShare, 1)}</Mark>, cooling: <Mark tone="risk">{num(cooling.reduce((sum, one) => sum + one.customers, 0))}</Mark>, coolingMoney: <Mark tone="risk">{money(coolingMoney, { whole: true })}</Mark>
      })}
    </>
  )
}
