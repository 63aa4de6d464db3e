import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { Effects } from '../returns/returns.sheet.tsx'
import { tillsPageWords as words } from './tills.page.words.ts'
import type { Answer, Sold } from './tills.schema.ts'

/** The receipt, large: paid, used, earned, left. What went wrong can be voided here and now. */
export function Result({ sold, store, onNext }: { readonly sold: Sold, readonly store: string | null, readonly onNext: () => void }) {
  const { say } = useWords()
  const { nameOf, amount: shown } = useCurrencies()
  const { num, money } = useFormat()
  const [key] = useState(newKey)
  const undo = useMutation({ mutationFn: (): Promise<Answer> => write('post', '/api/tills/voids', { body: { receipt: sold.receipt, store, at: new Date().toISOString() }, key }) })
  if (undo.data?.undone) {
    return (
      <section className="tl-result" role="status">
        <h2>{say(words.voidedNow, { number: sold.number, amount: money(undo.data.undone.moneyMinor) })}</h2>
        <Effects effects={undo.data.undone.effects} />
        <div className="tl-choices"><Button type="primary" size="large" onClick={onNext}>{say(words.next)} <kbd>Enter</kbd></Button></div>
      </section>
    )
  }
  return (
    <section className="tl-result" role="status" data-receipt={sold.number}>
      <h2>{say(words.sold, { amount: money(sold.payMinor) })}</h2>
      <p className="tl-facts">
        {sold.used !== '0' && <span>{say(words.used, { n: num(Number(sold.used)) })}</span>}
        {sold.earned.map(({ currency, amount }) => <span key={currency}>{say(words.got, { n: `${shown(currency, amount)} ${nameOf(currency)}` })}</span>)}
        {sold.available !== null && <span><b>{say(words.left, { n: num(Number(sold.available)) })}</b></span>}
        {sold.tier !== null && <span className="ck-tag">{say(sold.tier)}</span>}
      </p>
      {sold.reductions.some(({ kind }) => kind !== 'points') && <p className="tl-facts tl-off">{sold.reductions.filter(({ kind }) => kind !== 'points').map((one) => <span key={`${one.kind} ${one.code}`}>{say(one.title)} −{money(one.amountMinor)}</span>)}</p>}
      {sold.progress !== null && <p>{say(sold.progress)}</p>}
      <p className="ck-soft">{sold.name !== null && <>{sold.name} · </>}{say(words.receiptNo, { number: sold.number })}</p>
      {undo.error !== null && <ErrorNote error={undo.error} />}
      <div className="tl-choices">
        <Button type="primary" size="large" onClick={onNext}>{say(words.next)} <kbd>Enter</kbd></Button>
        <Popconfirm title={say(words.voidSure, { number: sold.number })} onConfirm={() => undo.mutate()} okText={say(words.voidIt)} cancelText={say(words.no)}>
          <Button size="large" loading={undo.isPending}>{say(words.voidIt)}</Button>
        </Popconfirm>
      </div>
    </section>
  )
}
