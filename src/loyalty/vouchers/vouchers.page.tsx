import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useGo } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { Batches } from './vouchers.batches.tsx'
import { templateColumns } from './vouchers.columns.tsx'
import { nameOf, vouchersPageWords as words } from './vouchers.page.words.ts'
import type { TemplateList } from './vouchers.schema.ts'
import './vouchers.css'

const Editor = lazy(async () => ({ default: (await import('./vouchers.editor.tsx')).Editor }))
const GiveOut = lazy(async () => ({ default: (await import('./vouchers.giving.tsx')).GiveOut }))
const MakeCodes = lazy(async () => ({ default: (await import('./vouchers.making.tsx')).MakeCodes }))

/** Which vouchers work? */
export function VouchersPage() {
  const given = useWords()
  const format = useFormat()
  const { say } = given
  const go = useGo()
  const { business, rights } = useSession()
  const [open, setOpen] = useState<'editor' | 'giving' | 'codes'>()
  const { data, error, refetch } = useQuery({ queryKey: ['vouchers', 'templates'], queryFn: ({ signal }) => read('/api/vouchers/templates', { signal }) })
  const close = (): void => setOpen(undefined)
  const create = mayOpen(rights, 'vouchers.define') && <Button type="primary" onClick={() => setOpen('editor')}>{say(words.create)}</Button>
  const drawers = data !== undefined && (
    <Suspense>
      {open === 'editor' && <Editor onClose={close} onSaved={({ templateId }) => go(`/vouchers/${templateId}`)} />}
      {open === 'giving' && <GiveOut templates={data.items} onClose={close} />}
      {open === 'codes' && <MakeCodes templates={data.items} onClose={close} />}
    </Suspense>
  )
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.items.length === 0) return <div className="ck-page"><EmptyStart isPage title={say(words.empty)} why={say(words.emptyWhy)}>{create}</EmptyStart>{drawers}</div>
  const columns = templateColumns(given, format, business.currency)
  const mayIssue = mayOpen(rights, 'vouchers.issue')
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={<Answer data={data} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <div className="ck-bar">
        {create}
        {mayIssue && <Button onClick={() => setOpen('giving')}>{say(words.issue)}</Button>}
        {mayIssue && <Button onClick={() => setOpen('codes')}>{say(words.codes)}</Button>}
      </div>
      <Card title={say(words.templates)} aside={<ExportMenu sheet={() => sheetOf(say(words.templates), columns, data.items)} />}>
        <DataTable label={say(words.templates)} rows={data.items} rowKey={({ templateId }) => templateId} columns={columns} />
      </Card>
      <Batches />
      {drawers}
    </div>
  )
}

/** Fewer given than this say nothing about how well a voucher is taken. */
const enough = 30

function Answer({ data: { figures, items } }: { readonly data: TemplateList }) {
  const { say, tell } = useWords()
  const { num, percent, money } = useFormat()
  if (figures.issued === 0) return <>{tell(words.answerNone, { n: <Mark>{num(items.length)}</Mark>, count: items.length })}</>
  const ranked = items.filter((one) => one.figures.issued >= enough).map(({ terms, figures: { redeemed, issued } }) => ({ name: say(nameOf(terms)), share: redeemed / issued })).toSorted((a, b) => b.share - a.share)
  const [most, least] = [ranked[0], ranked.at(-1)]
  return <>{most !== undefined && least !== undefined && most.share > least.share && <>{tell(words.best, { most: most.name, mostShare: <Mark tone="accent">{percent(most.share)}</Mark>, least: least.name, leastShare: <Mark tone="risk">{percent(least.share)}</Mark> })} </>}{tell(words.answer, {
    issued: <Mark>{num(figures.issued)}</Mark>, redeemed: <Mark tone="accent">{num(figures.redeemed)}</Mark>, share: percent(figures.redeemed / figures.issued, 1), discount: <Mark tone="risk">{money(figures.discountMinor, { whole: true })}</Mark>,
    orders: num(figures.orders), ordersCount: figures.orders, sales: <Mark tone="accent">{money(figures.salesMinor, { whole: true })}</Mark>, usable: <Mark>{num(figures.usable)}</Mark>, expiring: <Mark tone="risk">{num(figures.expiring)}</Mark>
  })}</>
}
