import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { capabilityLabel, returnsPageWords as words } from './returns.page.words.ts'
import type { EffectShown, Foreseen, SaleFound } from './returns.schema.ts'
import './returns.css'

/** The sales of a number, then what comes back of one, what that undoes, and the booking. The till and the page of returns share it. */
export function ReturnSheet({ number, onDone, onClose }: { readonly number: string, readonly onDone: (booked: Foreseen) => void, readonly onClose?: () => void }) {
  const { say } = useWords()
  const [source, setSource] = useState<string>()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['returns', 'sales', number], queryFn: ({ signal }) => read('/api/returns/sales', { query: { number }, signal }), retry: false })
  const sale = data?.items.find((one) => one.source === source) ?? (data?.items.length === 1 ? data.items[0] : undefined)
  if (error !== null) return <ErrorNote error={error} onRetry={refetch} />
  if (isPending) return <div className="ck-wait" aria-busy><span /><span /></div>
  if (data.items.length === 0) return <p role="status">{say(words.notFound, { number })}</p>
  if (sale === undefined) return <div className="ck-bar"><span>{say(words.several)}</span>{data.items.map((one) => <Button key={one.source} onClick={() => setSource(one.source)}>{one.source}</Button>)}</div>
  return <SaleSheet key={`${sale.source} ${sale.number}`} sale={sale} onDone={onDone} {...(onClose === undefined ? {} : { onClose })} />
}

function SaleSheet({ sale, onDone, onClose }: { readonly sale: SaleFound, readonly onDone: (booked: Foreseen) => void, readonly onClose?: () => void }) {
  const { say } = useWords()
  const { money, moment } = useFormat()
  const client = useQueryClient()
  const [back, setBack] = useState<Readonly<Record<number, string>>>({})
  const [key, setKey] = useState(newKey)
  const lines = sale.lines.filter(({ keptQuantity, keptMinor }) => Number(keptQuantity) > 0 || keptMinor !== '0')
  const chosen = Object.entries(back).filter(([, quantity]) => /^\d{1,12}(\.\d{1,6})?$/.test(quantity) && Number(quantity) > 0).map(([lineNo, quantity]) => ({ lineNo: Number(lineNo), quantity }))
  const body = { source: sale.source, number: sale.number, lines: chosen }
  const foreseen = useQuery({
    queryKey: ['returns', 'preview', sale.source, sale.number, chosen], enabled: chosen.length > 0, retry: false, placeholderData: keepPreviousData, gcTime: 0,
    queryFn: () => write('post', '/api/returns/preview', { body })
  })
  const book = useMutation({
    mutationFn: () => write('post', '/api/returns', { body: { ...body, returnNumber: foreseen.data?.returnNumber ?? '' }, key }),
    onSuccess: (booked) => { onDone(booked); void client.invalidateQueries({ predicate: ({ queryKey }) => ['returns', 'rows', 'orders', 'points'].includes(String(queryKey[0])) && queryKey[1] !== 'preview' }) },
    onError: () => setKey(newKey())
  })
  const set = (lineNo: number, quantity: string): void => { setBack((before) => ({ ...before, [lineNo]: quantity })); setKey(newKey()) }
  const amount = foreseen.data === undefined || chosen.length === 0 ? undefined : money(foreseen.data.moneyMinor, { currency: sale.currency })
  const fault = book.error ?? (chosen.length > 0 ? foreseen.error : null)
  return (
    <div className="rt-sheet">
      <p className="ck-soft">{sale.number} · {say(words.soldOn, { at: moment(sale.at) })} · {sale.customerId === null ? say(words.nobody) : sale.customerName ?? say(words.member)}{sale.storeName !== null && <> · {sale.storeName}</>}</p>
      {lines.length === 0 ? <p role="status">{say(words.nothingLeft)}</p> : (
        <table className="rt-lines">
          <thead><tr><th scope="col">{say(words.product)}</th><th scope="col" className="rt-number">{say(words.kept)}</th><th scope="col" className="rt-number">{say(words.back)}</th></tr></thead>
          <tbody>
            {lines.map((line) => {
              const label = line.name ?? line.product
              const now = back[line.lineNo] ?? '0'
              const step = (by: number): void => set(line.lineNo, String(Math.max(0, Math.min(Number(line.keptQuantity), Math.floor(Number(now)) + by))))
              return (
                <tr key={line.lineNo}>
                  <td>{label}</td>
                  <td className="rt-number">{line.keptQuantity}<br /><span className="ck-soft ck-small">{money(line.keptMinor, { currency: sale.currency })}</span></td>
                  <td className="rt-number">
                    <span className="rt-count">
                      <button type="button" aria-label={say(words.less, { product: label })} disabled={Number(now) <= 0} onClick={() => step(-1)}>−</button>
                      <input inputMode="decimal" aria-label={say(words.quantityOf, { product: label })} value={now} onChange={(event) => set(line.lineNo, event.target.value)} />
                      <button type="button" aria-label={say(words.more, { product: label })} disabled={Number(now) >= Number(line.keptQuantity)} onClick={() => step(1)}>+</button>
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {chosen.length > 0 && foreseen.data !== undefined && foreseen.error === null && (
        <section aria-live="polite"><h3>{say(words.effects)}</h3><Effects effects={foreseen.data.effects} />{!foreseen.data.dueMinor.startsWith('-') && foreseen.data.dueMinor !== '0' && <p className="ck-soft">{say(words.due, { amount: money(foreseen.data.amountMinor, { currency: sale.currency }), due: money(foreseen.data.dueMinor, { currency: sale.currency }) })}</p>}</section>
      )}
      {fault !== null && <ErrorNote error={fault} />}
      <div className="ck-bar">
        {onClose !== undefined && <Button size="large" onClick={onClose}>{say(words.close)}</Button>}
        {lines.length > 0 && <Button size="large" onClick={() => { setBack(Object.fromEntries(lines.map(({ lineNo, keptQuantity }) => [lineNo, keptQuantity]))); setKey(newKey()) }}>{say(words.whole)}</Button>}
        {lines.length > 0 && <Button size="large" type="primary" disabled={amount === undefined || foreseen.isFetching || foreseen.error !== null} loading={book.isPending} onClick={() => book.mutate()}>{say(words.book, { amount: amount ?? money('0', { currency: sale.currency }) })}</Button>}
      </div>
    </div>
  )
}

/** What a return did, or would do, one capability a line. */
export function Effects({ effects }: { readonly effects: readonly EffectShown[] }) {
  const { say } = useWords()
  const { nameOf, amount } = useCurrencies()
  // What a programme counts by is called as its policy calls it; money says its currency by itself.
  const told = ({ capability, detail: { currency, ...rest } }: EffectShown): Readonly<Record<string, string>> => (currency === undefined || capability !== 'earning' ? { ...rest, ...(currency === undefined ? {} : { currency }) }
    : { ...rest, currency: nameOf(currency), ...Object.fromEntries(['amount', 'uncovered'].flatMap((name) => (rest[name] === undefined ? [] : [[name, amount(currency, rest[name])]]))) })
  if (effects.length === 0) return <p className="ck-soft">{say(words.noEffects)}</p>
  return <ul className="rt-effects">{effects.map((effect, place) => <li key={place}><span>{say(capabilityLabel(effect.capability))}</span><span>{say(effect.sentence, told(effect))}</span></li>)}</ul>
}
