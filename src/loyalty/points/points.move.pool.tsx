import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { AmountInput, amountOf } from './points.amount.tsx'
import { useCurrencies } from './points.currency.tsx'
import type { MoveProps } from './points.move.tsx'
import { moveWords as words } from './points.move.words.ts'
import { usePools } from './points.pools.tsx'

/** Into a wallet that several share. */
export function Contribute({ customerId, onDone }: MoveProps) {
  const { say } = useWords()
  const id = useId()
  const currencies = useCurrencies()
  const { pools, error, isPending } = usePools(customerId)
  const [chosenPool, setPool] = useState<string>()
  const [chosen, setCurrency] = useState<string>()
  const [text, setText] = useState('')
  const spendable = currencies.keys.filter((key) => currencies.isSpendable(key))
  const currency = chosen ?? spendable[0] ?? 'points'
  const poolId = chosenPool ?? pools[0]?.poolId ?? ''
  const amount = amountOf(text, currencies.scaleOf(currency))
  const put = useDeed((given: string, key) => write('post', '/api/points/pools/{poolId}/contributions', { path: { poolId }, body: { memberId: customerId, currency, amount: given }, key }), { done: onDone })
  if (error !== null) return <ErrorNote error={error} />
  if (isPending) return <div className="ck-wait" aria-busy><span /><span /></div>
  if (pools.length === 0) return <p>{say(words.noPool)}</p>
  return (
    <form className="re-form" onSubmit={(event) => { event.preventDefault(); if (amount !== undefined) put.mutate(amount) }}>
      <div className="re-labelled"><label htmlFor={`${id}p`}>{say(words.whichPool)}</label><Select id={`${id}p`} value={poolId} onChange={setPool} options={pools.map((one) => ({ value: one.poolId, label: one.name }))} /></div>
      {spendable.length > 1 && <div className="re-labelled"><label htmlFor={`${id}c`}>{say(words.currency)}</label><Select id={`${id}c`} value={currency} onChange={setCurrency} options={spendable.map((value) => ({ value, label: currencies.nameOf(value) }))} /></div>}
      <div className="re-labelled"><label htmlFor={`${id}a`}>{say(words.amount)}</label><AmountInput id={`${id}a`} value={text} scale={currencies.scaleOf(currency)} onChange={setText} /></div>
      <p className="ck-soft ck-small">{say(words.poolSays)}</p>
      {put.error !== null && <ErrorNote error={put.error} />}
      <div><Button type="primary" htmlType="submit" loading={put.isPending} disabled={amount === undefined}>{say(words.do)}</Button></div>
    </form>
  )
}
