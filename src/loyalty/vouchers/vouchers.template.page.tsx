import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Popconfirm, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Go, useAddress } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { Batches } from './vouchers.batches.tsx'
import { voucherColumns } from './vouchers.columns.tsx'
import { nameOf, stateWords, vouchersPageWords as words } from './vouchers.page.words.ts'
import type { State, TemplateDetail, TemplateRow, VoucherShown } from './vouchers.schema.ts'
import { Sentences } from './vouchers.sentences.tsx'
import { worthWords } from './vouchers.terms.words.ts'
import './vouchers.css'

const Editor = lazy(async () => ({ default: (await import('./vouchers.editor.tsx')).Editor }))
const GiveOut = lazy(async () => ({ default: (await import('./vouchers.giving.tsx')).GiveOut }))
const History = lazy(async () => ({ default: (await import('./vouchers.history.tsx')).History }))
const states: readonly State[] = ['usable', 'reserved', 'waiting', 'redeemed', 'expired', 'voided']

/** One kind of voucher: its rules, how it is used, and who holds it. */
export function TemplatePage() {
  const { say } = useWords()
  const { business, rights } = useSession()
  const { templateId = '' }: { readonly templateId?: string } = useParams({ strict: false })
  const [open, setOpen] = useState<'editor' | 'giving'>()
  const list = useQuery({ queryKey: ['vouchers', 'templates'], queryFn: ({ signal }) => read('/api/vouchers/templates', { signal }) })
  const detail = useQuery({ queryKey: ['vouchers', 'template', templateId], queryFn: ({ signal }) => read('/api/vouchers/templates/{id}', { path: { id: templateId }, signal }) })
  const row = list.data?.items.find((one) => one.templateId === templateId)
  const error = detail.error ?? list.error
  if (error !== null) return <div className="ck-page"><ErrorNote error={error} onRetry={() => { void list.refetch(); void detail.refetch() }} /></div>
  if (detail.data === undefined || row === undefined) return <PageWait />
  const close = (): void => setOpen(undefined)
  return (
    <div className="ck-page">
      <Question asks={say(nameOf(row.terms))} answer={<>{say(worthWords(row.terms, business.currency))}{row.stopped && <> <span className="ck-tag" data-tone="lost">{say(words.stopped)}</span></>}</>} />
      <div className="ck-bar">
        <Go to="/vouchers" className="ck-plain">{say(words.back)}</Go>
        {mayOpen(rights, 'vouchers.issue') && !row.stopped && <Button type="primary" onClick={() => setOpen('giving')}>{say(words.issue)}</Button>}
        {mayOpen(rights, 'vouchers.define') && <><Button onClick={() => setOpen('editor')}>{say(words.edit)}</Button><Stop row={row} /></>}
      </div>
      <div className="ck-columns">
        <Rules detail={detail.data} />
        <Use row={row} />
      </div>
      <Holders templateId={templateId} />
      <Batches template={templateId} />
      <Suspense>
        {open === 'editor' && <Editor template={detail.data.template} onClose={close} />}
        {open === 'giving' && <GiveOut templates={[row]} onClose={close} />}
      </Suspense>
    </div>
  )
}

function Stop({ row }: { readonly row: TemplateRow }) {
  const { say } = useWords()
  const { num } = useFormat()
  const client = useQueryClient()
  const turn = useMutation({ mutationFn: () => write('post', '/api/vouchers/templates/{id}/stop', { path: { id: row.templateId }, body: { stopped: !row.stopped } }), onSuccess: () => client.invalidateQueries({ queryKey: ['vouchers'] }) })
  if (row.stopped) return <Button loading={turn.isPending} onClick={() => turn.mutate()}>{say(words.goOn)}</Button>
  return <Popconfirm title={say(words.stopSure, { name: say(nameOf(row.terms)), n: num(row.figures.usable) })} onConfirm={() => turn.mutate()}><Button loading={turn.isPending}>{say(words.stop)}</Button></Popconfirm>
}

function Rules({ detail: { template, versions } }: { readonly detail: TemplateDetail }) {
  const { say } = useWords()
  const { moment } = useFormat()
  return (
    <Card title={say(words.rules)} aside={say(words.version, { n: template.version, at: moment(template.at), author: template.author })}>
      <Sentences terms={template.terms} />
      {versions.length > 1 && (
        <details className="vo-section">
          <summary>{say(words.versions)}</summary>
          <div className="vo-inside">{versions.slice(1).map(({ version, terms, at, author }) => <div key={version}><p className="ck-soft ck-small">{say(words.version, { n: version, at: moment(at), author })}</p><Sentences terms={terms} /></div>)}</div>
        </details>
      )}
    </Card>
  )
}

function Use({ row: { templateId, figures: f, terms, given } }: { readonly row: TemplateRow }) {
  const { say } = useWords()
  const { num, money, percent } = useFormat()
  const behind = (state: State) => ({ to: `/vouchers/${templateId}`, search: { state } })
  return (
    <Card title={say(words.figures)}>
      <Figures>
        <Figure label={say(words.given)} value={terms.limits.total === null ? num(f.issued) : `${num(given ?? 0)} / ${num(terms.limits.total)}`} />
        <Figure label={say(words.usable)} value={num(f.usable)} {...behind('usable')} />
        <Figure label={say(words.expiring)} value={num(f.expiring)} />
        <Figure label={say(words.used)} value={num(f.redeemed)} {...(f.issued === 0 ? {} : { note: percent(f.redeemed / f.issued, 1) })} {...behind('redeemed')} />
        <Figure label={say(words.expired)} value={num(f.expired)} {...behind('expired')} />
        {f.codes > 0 && <Figure label={say(words.waitingCodes)} value={num(f.codes)} />}
        <Figure label={say(words.discount)} value={money(f.discountMinor)} />
        <Figure label={say(words.orders)} value={num(f.orders)} />
        <Figure label={say(words.sales)} note={say(words.salesSays)} value={money(f.salesMinor)} />
      </Figures>
    </Card>
  )
}

function Holders({ templateId }: { readonly templateId: string }) {
  const given = useWords()
  const format = useFormat()
  const { say } = given
  const { values, change } = useAddress()
  const state = states.find((one) => one === values['state'])
  const [shown, setShown] = useState<VoucherShown>()
  const { rows, isPending, error, retry, more } = useRows('/api/vouchers', { template: templateId, ...(state === undefined ? {} : { state }) })
  return (
    <Card
      title={say(words.holders)}
      aside={<Select size="small" aria-label={say(words.state)} value={state ?? ''} popupMatchSelectWidth={false} onChange={(next: string) => change({ state: next })} options={[{ value: '', label: say(words.anyState) }, ...states.map((value) => ({ value, label: say(stateWords[value]) }))]} />}
    >
      {error !== null ? <ErrorNote error={error} onRetry={retry} /> : <DataTable label={say(words.holders)} rows={rows} isPending={isPending} more={more} rowKey={({ voucherId }) => voucherId} columns={voucherColumns(given, format, setShown)} empty={<p className="ck-soft">{say(words.nobody)}</p>} />}
      <Suspense>{shown !== undefined && <History voucher={shown} onClose={() => setShown(undefined)} />}</Suspense>
    </Card>
  )
}
