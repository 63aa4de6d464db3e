import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { StateTag } from './vouchers.columns.tsx'
import { Labelled } from './vouchers.fields.tsx'
import { movementLabel, nameOf, vouchersPageWords as words } from './vouchers.page.words.ts'
import type { VoucherShown } from './vouchers.schema.ts'
import { Sentences } from './vouchers.sentences.tsx'
import './vouchers.css'

/** One voucher: its rules, what happened to it, and the way to take it away. */
export function History({ voucher, onClose }: { readonly voucher: VoucherShown, readonly onClose: () => void }) {
  const { say } = useWords()
  const { money } = useFormat()
  const { rights } = useSession()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [key, setKey] = useState(newKey)
  const place = { customer: voucher.customerId, voucher: voucher.voucherId }
  const { data, error } = useQuery({ queryKey: ['vouchers', 'history', voucher.voucherId], queryFn: ({ signal }) => read('/api/vouchers/{customer}/{voucher}', { path: place, signal }) })
  const end = useMutation({
    mutationFn: () => write('post', '/api/vouchers/{customer}/{voucher}/void', { path: place, body: { reason: reason.trim() }, key }),
    onSuccess: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => ['vouchers', 'rows', 'events'].includes(String(queryKey[0])) }) },
    onError: () => setKey(newKey())
  })
  const mayVoid = mayOpen(rights, 'vouchers.issue') && ['usable', 'waiting', 'reserved'].includes(voucher.state)
  return (
    <Drawer open onClose={onClose} size={520} title={say(nameOf(voucher))}>
      <div className="vo-form">
        <p><span className="vo-code">{voucher.code}</span> <StateTag state={voucher.state} say={say} /></p>
        <Sentences terms={voucher.terms} />
        {error !== null && <ErrorNote error={error} />}
        <section>
          <h3>{say(words.history)}</h3>
          <ul className="vo-sentences">
            {data?.items.map(({ sequence, kind, at, number, discountMinor, note }) => (
              <li key={sequence}><Moment at={at} /> · {say(movementLabel(kind))}{number !== null && <> · {number}</>}{discountMinor !== '0' && kind === 'redeem' && <> · −{money(discountMinor)}</>}{note !== null && <> · {note}</>}</li>
            ))}
          </ul>
        </section>
        {mayVoid && (
          <form className="vo-form" onSubmit={(event) => { event.preventDefault(); end.mutate() }}>
            <Labelled label={words.voidReason}>{(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => { setReason(event.target.value); setKey(newKey()) }} />}</Labelled>
            {end.error !== null && <ErrorNote error={end.error} />}
            <div><Button danger htmlType="submit" disabled={reason.trim() === ''} loading={end.isPending}>{say(words.voidNow)}</Button></div>
          </form>
        )}
      </div>
    </Drawer>
  )
}
