import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Segmented } from 'antd'
import { useState, type ComponentType } from 'react'
import { useGo } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { useShown } from './record.facts.tsx'
import { FindCustomer } from './record.find.tsx'
import { mergePageWords as words } from './record.merge.words.ts'
import type { MergePreview } from './record.merge.schema.ts'
import { recordPageWords } from './record.page.words.ts'
import type { Customer, Found } from './record.schema.ts'

/** What a merge does in another slice, shown before it is done. The roof hands the list over. */
export interface MergePart {
  readonly key: string
  readonly right: string
  readonly Part: ComponentType<{ readonly survivorId: string, readonly mergedId: string }>
}

interface MergeProps { readonly customer: Customer, readonly parts: readonly MergePart[], readonly onClose: () => void }

/** Finds the other record of the same person, shows what merging the two would do, and does it. */
export function MergeDrawer({ customer, parts, onClose }: MergeProps) {
  const { say } = useWords()
  const { rights } = useSession()
  const go = useGo()
  const client = useQueryClient()
  const [other, setOther] = useState<Found>()
  const [doesOtherStay, setOtherStays] = useState(false)
  const [survivor = '', merged = ''] = other === undefined ? [] : doesOtherStay ? [other.customerId, customer.customerId] : [customer.customerId, other.customerId]
  const preview = useQuery({ queryKey: ['record', 'merge', survivor, merged], enabled: other !== undefined, retry: false, queryFn: ({ signal }) => read('/api/record/merge', { query: { survivor, merged }, signal }) })
  const merge = useDeed((_: undefined, key) => write('post', '/api/record/{customerId}/merge', { path: { customerId: survivor }, body: { mergedId: merged }, key }), {
    done: async () => {
      onClose()
      if (survivor !== customer.customerId) go(`/customers/${survivor}`)
      // Whatever is counted by customer is counted anew.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' })
    }
  })
  return (
    <Drawer open onClose={onClose} size="large" title={say(words.title)} footer={other !== undefined && (
      <div className="ck-bar">
        <Button type="primary" loading={merge.isPending} disabled={preview.data === undefined} onClick={() => merge.mutate(undefined)}>{say(words.do)}</Button>
        <Button onClick={() => { setOther(undefined); setOtherStays(false); merge.reset() }}>{say(words.another)}</Button>
      </div>
    )}>
      <div className="re-form">
        {merge.error !== null && <ErrorNote error={merge.error} />}
        {other === undefined ? <><p>{say(words.findSays)}</p><FindCustomer isFirst without={[customer.customerId]} label={words.find} nothing={words.nothing} onChoose={setOther} /></> : (
          <>
            {preview.error !== null && <ErrorNote error={preview.error} onRetry={preview.refetch} />}
            {preview.data === undefined && preview.error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
            {preview.data !== undefined && <Foreseen preview={preview.data} doesOtherStay={doesOtherStay} onStay={setOtherStays} />}
            {preview.data !== undefined && parts.filter(({ right }) => mayOpen(rights, right)).map(({ key, Part }) => <Part key={key} survivorId={survivor} mergedId={merged} />)}
            {preview.data !== undefined && <WayBack />}
          </>
        )}
      </div>
    </Drawer>
  )
}

function Foreseen({ preview: { survivor, merged, fills, clashes, keys }, doesOtherStay, onStay }: { readonly preview: MergePreview, readonly doesOtherStay: boolean, readonly onStay: (other: boolean) => void }) {
  const { say } = useWords()
  const { day, dayOf } = useFormat()
  const { label, shown } = useShown()
  const named = ({ name }: Customer): string => name ?? say(recordPageWords.nameless)
  const aged = (one: Customer): string => say(words.since, { name: named(one), day: day(dayOf(one.createdAt)) })
  const [here, there] = doesOtherStay ? [merged, survivor] : [survivor, merged]
  return (
    <>
      <div className="re-labelled">
        <span className="ck-soft ck-small">{say(words.stays)}</span>
        <Segmented vertical aria-label={say(words.stays)} value={doesOtherStay ? 'there' : 'here'} onChange={(next) => onStay(next === 'there')} options={[{ value: 'here', label: aged(here) }, { value: 'there', label: aged(there) }]} />
      </div>
      <h3>{say(words.answer, { merged: named(merged), survivor: named(survivor) })}</h3>
      {fills.length + clashes.length === 0 && <p className="ck-soft">{say(words.sameFields)}</p>}
      {fills.length > 0 && <p>{say(words.fills, { what: fills.map((field) => `${label(field)} ${shown(merged, field)}`).join(' · ') })}</p>}
      {clashes.length > 0 && (
        <table className="re-choices">
          <caption className="ck-soft ck-small">{say(words.clashes)}</caption>
          <thead><tr><th scope="col">{say(words.field)}</th><th scope="col">{say(words.stands)}</th><th scope="col">{say(words.goes)}</th></tr></thead>
          <tbody>{clashes.map((field) => <tr key={field}><th scope="row">{label(field)}</th><td>{shown(survivor, field)}</td><td className="ck-soft">{shown(merged, field)}</td></tr>)}</tbody>
        </table>
      )}
      {keys > 0 && <p>{say(words.keys, { n: keys })}</p>}
    </>
  )
}

function WayBack() {
  const { say } = useWords()
  const { data } = useQuery({ queryKey: ['identity', 'setting'], queryFn: ({ signal }) => read('/api/identity/setting', { signal }) })
  return data === undefined ? null : <p className="ck-soft ck-small">{say(data.undoDays === 0 ? words.noUndo : words.undoFor, { days: data.undoDays })}</p>
}
