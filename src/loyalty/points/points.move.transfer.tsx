import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { Go } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { FindCustomer } from '../../customers/record/record.find.tsx'
import { recordPageWords } from '../../customers/record/record.page.words.ts'
import type { Found } from '../../customers/record/record.schema.ts'
import { AmountInput, amountOf } from './points.amount.tsx'
import { useCurrencies } from './points.currency.tsx'
import type { MoveProps } from './points.move.tsx'
import { moveWords as words } from './points.move.words.ts'
import { inOrder } from './points.terms.words.ts'

/** To another member, within the limits of the policy. What it would come to is asked before it is booked. */
export function TransferForm({ customerId, onDone }: MoveProps) {
  const { say } = useWords()
  const { data, error } = useQuery({ queryKey: ['points', 'policy'], queryFn: ({ signal }) => read('/api/points/policy', { signal }) })
  const given = inOrder(data?.parameters ?? {}).flatMap(([currency, { spendable, transfer }]) => (spendable && transfer !== undefined && transfer !== null ? [{ currency, transfer }] : []))
  if (error !== null) return <ErrorNote error={error} />
  if (data === undefined) return <div className="ck-wait" aria-busy><span /><span /></div>
  if (given.length === 0) return <><p>{say(words.transferOff)}</p><p><Go to="/points">{say(words.toPolicy)}</Go></p></>
  return <Giving customerId={customerId} given={given} onDone={onDone} />
}

interface GivingProps extends MoveProps { readonly given: readonly { readonly currency: string, readonly transfer: { readonly least: string, readonly most: string, readonly monthly: string } }[] }

function Giving({ customerId, given, onDone }: GivingProps) {
  const { say } = useWords()
  const id = useId()
  const currencies = useCurrencies()
  const [currency, setCurrency] = useState(given[0]?.currency ?? 'points')
  const [to, setTo] = useState<Found>()
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const limits = given.find((one) => one.currency === currency)?.transfer
  const amount = amountOf(text, currencies.scaleOf(currency))
  const name = to?.name ?? say(recordPageWords.nameless)
  const body = { fromId: customerId, toId: to?.customerId ?? '', currency, amount: amount ?? '', ...(note.trim() === '' ? {} : { note: note.trim() }) }
  const isReady = to !== undefined && amount !== undefined
  const tried = useQuery({ queryKey: ['points', 'tried', 'transfer', customerId, to?.customerId, currency, amount], enabled: isReady, retry: false, queryFn: () => write('post', '/api/points/transfers', { body: { ...body, dryRun: true } }) })
  const save = useDeed((_: undefined, key) => write('post', '/api/points/transfers', { body, key }), { done: onDone })
  const fault = save.error ?? (isReady ? tried.error : null)
  const shown = (digits: string): string => currencies.amount(currency, digits)
  if (to === undefined) return <FindCustomer isFirst without={[customerId]} label={words.to} nothing={words.nobody} onChoose={setTo} />
  return (
    <form className="re-form" onSubmit={(event) => { event.preventDefault(); if (isReady && tried.error === null) save.mutate(undefined) }}>
      <div className="ck-bar"><strong>{say(words.given, { name })}</strong><Button size="small" onClick={() => { setTo(undefined); save.reset() }}>{say(words.another)}</Button></div>
      {given.length > 1 && <div className="re-labelled"><label htmlFor={`${id}c`}>{say(words.currency)}</label><Select id={`${id}c`} value={currency} onChange={setCurrency} options={given.map((one) => ({ value: one.currency, label: currencies.nameOf(one.currency) }))} /></div>}
      <div className="re-labelled">
        <label htmlFor={`${id}a`}>{say(words.amount)}</label>
        <AmountInput id={`${id}a`} value={text} scale={currencies.scaleOf(currency)} onChange={setText} />
        {limits !== undefined && <span className="ck-soft ck-small">{say(words.limits, { least: shown(limits.least), most: shown(limits.most), monthly: shown(limits.monthly) })}</span>}
      </div>
      <div className="re-labelled"><label htmlFor={`${id}n`}>{say(words.note)}</label><Input id={`${id}n`} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></div>
      {fault !== null && <ErrorNote error={fault} />}
      {tried.data !== undefined && fault === null && isReady && <p role="status">{say(words.after, { left: shown(tried.data.items[0]?.balance.available ?? '0'), name, has: shown(tried.data.items[1]?.balance.available ?? '0') })}</p>}
      <div><Button type="primary" htmlType="submit" loading={save.isPending} disabled={!isReady || tried.data === undefined || tried.error !== null}>{say(words.do)}</Button></div>
    </form>
  )
}
