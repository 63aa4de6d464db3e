import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { Go } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { AmountInput, amountOf } from './points.amount.tsx'
import { useCurrencies } from './points.currency.tsx'
import type { MoveProps } from './points.move.tsx'
import { moveWords as words } from './points.move.words.ts'
import type { Rate } from './points.moves.schema.ts'
import { useRateTold } from './points.rate.told.tsx'

/** Into another currency at a rate in force. Both sides are shown before they are booked. */
export function ExchangeForm({ customerId, onDone }: MoveProps) {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'rates'], queryFn: ({ signal }) => read('/api/points/rates', { signal }) })
  const rates = data?.items.filter(({ isInForce }) => isInForce) ?? []
  if (error !== null) return <ErrorNote error={error} onRetry={refetch} />
  if (data === undefined) return <div className="ck-wait" aria-busy><span /><span /></div>
  if (rates.length === 0) return <><p>{say(words.noRates)}</p><p><Go to="/points">{say(words.toPolicy)}</Go></p></>
  return <Exchanging customerId={customerId} rates={rates} onDone={onDone} />
}

function Exchanging({ customerId, rates, onDone }: MoveProps & { readonly rates: readonly Rate[] }) {
  const { say } = useWords()
  const id = useId()
  const currencies = useCurrencies()
  const told = useRateTold()
  const [rateId, setRate] = useState(rates[0]?.rateId ?? '')
  const [text, setText] = useState('')
  const rate = rates.find((one) => one.rateId === rateId)
  const scale = currencies.scaleOf(rate?.from ?? '')
  const amount = amountOf(text, scale)
  const isReady = rate !== undefined && amount !== undefined
  const body = { customerId, rateId, amount: amount ?? '' }
  const tried = useQuery({ queryKey: ['points', 'tried', 'exchange', customerId, rateId, amount], enabled: isReady, retry: false, queryFn: () => write('post', '/api/points/exchanges', { body: { ...body, dryRun: true } }) })
  const save = useDeed((_: undefined, key) => write('post', '/api/points/exchanges', { body, key }), { done: onDone })
  const fault = save.error ?? (isReady ? tried.error : null)
  return (
    <form className="re-form" onSubmit={(event) => { event.preventDefault(); if (isReady && tried.error === null) save.mutate(undefined) }}>
      <div className="re-labelled"><label htmlFor={`${id}r`}>{say(words.rate)}</label><Select id={`${id}r`} value={rateId} onChange={setRate} options={rates.map((one) => ({ value: one.rateId, label: told(one) }))} /></div>
      <div className="re-labelled"><label htmlFor={`${id}a`}>{say(words.amount)}</label><AmountInput id={`${id}a`} value={text} scale={scale} onChange={setText} /></div>
      {fault !== null && <ErrorNote error={fault} />}
      {tried.data !== undefined && fault === null && rate !== undefined && (
        <p role="status">{say(words.exchanged, {
          taken: currencies.amount(rate.from, tried.data.taken), from: currencies.spokenOf(rate.from), got: currencies.amount(rate.to, tried.data.got), to: currencies.spokenOf(rate.to), left: currencies.amount(rate.from, tried.data.items[0]?.balance.available ?? '0')
        })}</p>
      )}
      <div><Button type="primary" htmlType="submit" loading={save.isPending} disabled={!isReady || tried.data === undefined || tried.error !== null}>{say(words.do)}</Button></div>
    </form>
  )
}
