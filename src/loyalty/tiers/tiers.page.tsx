import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Go, useAddress } from '#web/address.tsx'
import type { AnswerAt } from '#web/client.ts'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { majorOf } from '#foundation/money.ts'
import './tiers.css'
import { Ladder } from './tiers.ladder.tsx'
import { TierList } from './tiers.list.tsx'
import { tiersPageWords as words } from './tiers.page.words.ts'

const Editor = lazy(async () => ({ default: (await import('./tiers.editor.tsx')).Editor }))
type Population = AnswerAt<'/api/tiers'>
type Row = Population['tiers'][number]
const choices = [7, 30, 90, 180] as const

/** Who is in which tier, and who is about to lose theirs? */
export function TiersPage() {
  const { say } = useWords()
  const { values, change } = useAddress()
  const mayDefine = mayOpen(useSession().rights, 'tiers.define')
  const [isAdjusting, setAdjusting] = useState(false)
  const withinDays = choices.find((one) => String(one) === values['days']) ?? 30
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['tiers', 'population', withinDays], queryFn: ({ signal }) => read('/api/tiers', { query: { withinDays }, signal }), placeholderData: keepPreviousData, refetchInterval: ({ state }) => (state.data?.isCounting === true ? 3_000 : false) })
  const policy = useQuery({ queryKey: ['tiers', 'policy'], queryFn: ({ signal }) => read('/api/tiers/policy', { signal }) })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  const adjust = mayDefine && <Button onClick={() => setAdjusting(true)}>{say(words.adjust)}</Button>
  return (
    <div className="ck-page" aria-busy={isFetching}>
      {data.members === 0
        ? <EmptyStart isPage title={say(words.empty)} why={say(words.emptyWhy)} />
        : (
          <>
            <Question asks={say(words.question)} answer={<Answer data={data} />} />
            <div className="ck-bar">
              <Select aria-label={say(words.within)} value={withinDays} onChange={(days: number) => change({ days: String(days) })} options={choices.map((n) => ({ value: n, label: say(words.daysChoice, { n }) }))} />
              <span className="ck-end">{adjust}</span>
            </div>
            {data.isCounting && <p className="ck-soft" role="status">{say(words.counting)}</p>}
            <Tiers data={data} />
            <TierList data={data} />
          </>
        )}
      {policy.error !== null && <ErrorNote error={policy.error} onRetry={policy.refetch} />}
      {policy.data !== undefined && <Ladder data={policy.data} action={data.members === 0 ? adjust : undefined} />}
      {isAdjusting && policy.data !== undefined && <Suspense><Editor policies={policy.data} onClose={() => setAdjusting(false)} /></Suspense>}
    </div>
  )
}

function Answer({ data }: { readonly data: Population }) {
  const { say, tell } = useWords()
  const { num, percent } = useFormat()
  const top = data.tiers.findLast(({ members }) => members > 0) ?? data.tiers[0]
  const all = majorOf(BigInt(data.spentMinor))
  return (
    <>
      {tell(data.losing === 0 ? words.answerSafe : words.answer, {
        members: num(data.members), top: <Mark tone="accent">{num(top?.members ?? 0)}</Mark>, tier: top === undefined ? '' : say(top.name), share: <Mark tone="accent">{percent(all === 0 ? 0 : majorOf(BigInt(top?.spentMinor ?? '0')) / all)}</Mark>,
        losing: <Mark tone="risk">{num(data.losing)}</Mark>, days: String(data.withinDays)
      })}
    </>
  )
}

function Tiers({ data }: { readonly data: Population }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const columns = useMemo((): readonly Column<Row>[] => {
    const all = Math.max(1, majorOf(BigInt(data.spentMinor)))
    const spent = (row: Row): number => majorOf(BigInt(row.spentMinor))
    const days = data.withinDays === 30 ? {} : { days: String(data.withinDays) }
    return [
      { key: 'tier', title: say(words.tier), value: (row) => say(row.name), cell: (row) => <Go to="/tiers" search={{ tier: row.tier, all: 'yes', ...days }}>{say(row.name)}</Go>, isSortable: false },
      { key: 'members', title: say(words.members), value: (row) => row.members, cell: (row) => <b>{num(row.members)}</b>, isNumber: true, width: 90 },
      { key: 'share', title: say(words.share), value: (row) => row.members / data.members, cell: (row) => <ShareBar share={row.members / data.members} />, isNumber: true, width: 140, isWideOnly: true },
      { key: 'spent', title: say(words.spent), value: spent, cell: (row) => money(row.spentMinor, { whole: true }), isNumber: true, width: 140, isWideOnly: true },
      { key: 'spentShare', title: say(words.spentShare), value: (row) => spent(row) / all, cell: (row) => <ShareBar share={spent(row) / all} />, isNumber: true, width: 140, isWideOnly: true },
      { key: 'each', title: say(words.each), value: (row) => (row.members === 0 ? 0 : spent(row) / row.members), cell: (row) => (row.members === 0 ? '–' : money(BigInt(row.spentMinor) / BigInt(row.members), { whole: true })), isNumber: true, width: 110, isWideOnly: true },
      {
        key: 'losing', title: say(words.losing, { days: data.withinDays }), value: (row) => row.losing, isNumber: true, width: 150,
        cell: (row) => (row.losing === 0 ? '–' : <Go to="/tiers" search={{ tier: row.tier, ...days }}>{num(row.losing)}</Go>)
      }
    ]
  }, [say, num, money, data])
  return (
    <Card title={say(words.population)} aside={<span className="ck-bar">{say(words.populationAside, { money: money(data.spentMinor, { whole: true }) })}<ExportMenu sheet={() => sheetOf(say(words.population), columns, data.tiers)} /></span>}>
      <DataTable label={say(words.population)} rows={data.tiers} columns={columns} rowKey={(row) => row.tier} />
    </Card>
  )
}
