import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer, Select } from 'antd'
import { useId, useState } from 'react'
import { read } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { BenefitOffered } from './rewards.benefits.schema.ts'
import { Labelled } from './rewards.inputs.tsx'
import { bookNote, emptyNote, isReady, type NoteDraft } from './rewards.note.draft.tsx'
import { NoteFields } from './rewards.note.fields.tsx'
import { noteWords as words } from './rewards.note.words.ts'
import { kindWords } from './rewards.page.words.ts'

interface NoteProps { readonly customerId: string, readonly offered: readonly BenefitOffered[], readonly onClose: () => void }
const kinds = ['trade_in', 'companion', 'mileage', 'gift'] as const

/** A clerk enters a benefit for the member: which one, what it asks for, and what it will come to before it is booked. */
export function Note({ customerId, offered, onClose }: NoteProps) {
  const { say } = useWords()
  const { num } = useFormat()
  const form = useId()
  const [chosen, choose] = useState(() => (offered.find(({ because }) => because === null) ?? offered[0])?.definitionId)
  const [draft, setDraft] = useState(emptyNote)
  const offer = offered.find(({ definitionId }) => definitionId === chosen)
  const book = useDeed((of: BenefitOffered, key) => bookNote(of, draft, customerId, key), {
    stale: [['rewards'], ['points'], ['events'], ['rows']],
    done: (miles) => { if (miles === undefined || (miles.counted && miles.orderIds.length === 0)) onClose() }
  })
  const stores = useQuery({ queryKey: ['business', 'stores'], queryFn: ({ signal }) => read('/api/business/stores', { signal }) })
  // What was said of the last press is not true of what is typed since.
  const set = (change: Partial<NoteDraft>): void => { if (!book.isPending) book.reset(); setDraft({ ...draft, ...change }) }
  const options = kinds.map((kind) => ({ label: say(kindWords[kind]), options: offered.filter((one) => one.kind === kind).map(({ definitionId, title }) => ({ value: definitionId, label: say(title) })) })).filter((group) => group.options.length > 0)
  const reached = offer?.kind === 'mileage' && book.data?.counted === true ? book.data : undefined
  return (
    <Drawer open onClose={onClose} title={say(words.title)} footer={reached === undefined
      ? <Button type="primary" htmlType="submit" form={form} loading={book.isPending} disabled={offer === undefined || !isReady(offer, draft)}>{say(words.save)}</Button>
      : <Button type="primary" onClick={onClose}>{say(words.close)}</Button>}>
      {offer?.kind === 'mileage' && reached !== undefined ? <p role="status">{say(words.counted, { total: num(Number(reached.total)), unit: say(offer.unit) })} {say(words.reached)}</p> : (
        <form id={form} className="rw-form" onSubmit={(event) => { event.preventDefault(); if (offer !== undefined && isReady(offer, draft) && !book.isPending) book.mutate(offer) }}>
          {book.error !== null && <ErrorNote error={book.error} />}
          {book.data?.counted === false && <Alert type="warning" showIcon title={say(words.countedBefore, { number: draft.number.trim() })} />}
          <Labelled label={words.which}>{(id) => <Select id={id} virtual={false} value={chosen} onChange={(next: string) => { choose(next); set({ grade: 0 }) }} options={options} />}</Labelled>
          {offer !== undefined && (offer.because !== null ? <Alert type="info" showIcon title={say(offer.because)} /> : (
            <NoteFields key={offer.definitionId} offer={offer} draft={draft} set={set}>
              {stores.data !== undefined && stores.data.items.length > 0 && (
                <Labelled label={words.store}>{(id) => <Select id={id} allowClear value={draft.storeId} onChange={(storeId?: string) => set({ storeId: storeId ?? null })} options={stores.data.items.map((one) => ({ value: one.storeId, label: one.name }))} />}</Labelled>
              )}
            </NoteFields>
          ))}
        </form>
      )}
    </Drawer>
  )
}
