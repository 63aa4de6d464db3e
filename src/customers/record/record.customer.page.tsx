import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ComponentType } from 'react'
import { useParams } from '@tanstack/react-router'
import { read } from '#web/client.ts'
import { Go } from '#web/address.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { writtenKey } from '../identity/identity.words.ts'
import { erasePageWords } from './record.erase.words.ts'
import { Facts, Identities } from './record.facts.tsx'
import { Merged } from './record.merged.tsx'
import { mergePageWords } from './record.merge.words.ts'
import type { MergePart } from './record.merge.tsx'
import { recordPageWords as words } from './record.page.words.ts'
import type { Customer } from './record.schema.ts'
import { customerKindWords } from './record.words.ts'
import './record.css'

const MergeDrawer = lazy(async () => ({ default: (await import('./record.merge.tsx')).MergeDrawer }))
const EraseDrawer = lazy(async () => ({ default: (await import('./record.erase.tsx')).EraseDrawer }))
const CustomerForm = lazy(async () => ({ default: (await import('./record.form.tsx')).CustomerForm }))

/** What another slice shows on this page. The roof hands the list over, because those slices lie to the right. */
export interface CustomerCard {
  readonly key: string
  readonly right: string
  /** In the column of truth, or the wide place beside it. */
  readonly place: 'side' | 'wide'
  readonly Card: ComponentType<{ readonly customerId: string }>
}

/** The customer page with the cards of the house: one column of truth beside one timeline of everything. `merging`: what each slice shows of a merge before it is done. */
export const customerPage = (cards: readonly CustomerCard[], merging: readonly MergePart[]): ComponentType => function CustomerPage() {
  const customerId: unknown = useParams({ strict: false, select: (params): unknown => Object.entries(params).find(([name]) => name === 'customerId')?.[1] })
  return typeof customerId === 'string' ? <OneCustomer key={customerId} customerId={customerId} cards={cards} merging={merging} /> : <PageWait />
}

function OneCustomer({ customerId, cards, merging }: { readonly customerId: string, readonly cards: readonly CustomerCard[], readonly merging: readonly MergePart[] }) {
  const { say } = useWords()
  const { rights } = useSession()
  const [isEditing, setEditing] = useState(false)
  const [isMerging, setMerging] = useState(false)
  const [isErasing, setErasing] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: ['record', 'one', customerId], queryFn: ({ signal }) => read('/api/record/{customerId}', { path: { customerId }, signal }) })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  const isThere = data.erasedAt === null
  const shown = cards.filter((card) => mayOpen(rights, card.right))
  return (
    <div className="ck-page">
      <Head customer={data} onEdit={isThere && mayOpen(rights, 'record.write') ? () => setEditing(true) : undefined} onMerge={isThere && mayOpen(rights, 'record.merge') ? () => setMerging(true) : undefined} />
      <div className="re-columns">
        <div className="re-side">
          {shown.filter((card) => card.place === 'side').map(({ key, Card: One }) => <One key={key} customerId={customerId} />)}
          <Facts customer={data} />
          <Identities customer={data} />
          <Merged customerId={customerId} />
          {isThere && mayOpen(rights, 'record.erase') && <p className="re-last"><button type="button" className="ck-text" onClick={() => setErasing(true)}>{say(erasePageWords.open)}</button></p>}
        </div>
        <div className="re-side">{shown.filter((card) => card.place === 'wide').map(({ key, Card: One }) => <One key={key} customerId={customerId} />)}</div>
      </div>
      {isEditing && <Suspense><CustomerForm customer={data} onClose={() => setEditing(false)} /></Suspense>}
      {isMerging && <Suspense><MergeDrawer customer={data} parts={merging} onClose={() => setMerging(false)} /></Suspense>}
      {isErasing && <Suspense><EraseDrawer customer={data} onClose={() => setErasing(false)} /></Suspense>}
    </div>
  )
}

function Head({ customer, onEdit, onMerge }: { readonly customer: Customer, readonly onEdit: (() => void) | undefined, readonly onMerge: (() => void) | undefined }) {
  const { say } = useWords()
  const { day, dayOf } = useFormat()
  const phone = customer.keys.find((key) => key.kind === 'phone')
  const born = customer.birthdayWords === null ? undefined : say(customer.birthdayWords)
  const line = [phone === undefined ? undefined : writtenKey('phone', phone.value), customer.regionName, born].filter((part) => part !== undefined && part !== null)
  return (
    <header className="re-head">
      <span className="re-face" aria-hidden>{[...(customer.name ?? '?')][0]}</span>
      <div>
        <h1>{customer.name ?? say(words.nameless)} <span className="ck-tag" data-tone="quiet">{say(customerKindWords[customer.kind])}</span></h1>
        <p className="ck-soft">{customer.erasedAt !== null ? say(erasePageWords.erased, { day: day(dayOf(customer.erasedAt)) }) : line.length === 0 ? say(words.nothingKnown) : line.join(' · ')}</p>
      </div>
      <div className="ck-bar ck-end">
        <Go to="/customers" className="ck-plain">{say(words.back)}</Go>
        {onMerge && <Button onClick={onMerge}>{say(mergePageWords.merge)}</Button>}
        {onEdit && <Button type="primary" onClick={onEdit}>{say(words.edit)}</Button>}
      </div>
    </header>
  )
}

