import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { keep, kept } from '#web/keepsake.ts'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { ReturnSheet } from '../returns/returns.sheet.tsx'
import { amountOf, amountProduct, BasketLines, type Rung } from './tills.basket.tsx'
import { readEntry, useNow, useScanner, useTurns } from './tills.box.tsx'
import { AskMember, MemberCard } from './tills.member.tsx'
import { tillsPageWords as words } from './tills.page.words.ts'
import { stepped, Sums, UsePoints } from './tills.paying.tsx'
import { Result } from './tills.result.tsx'
import type { Member, Sold } from './tills.schema.ts'
import { useSending } from './tills.sending.tsx'
import './tills.css'

const Devices = lazy(async () => ({ default: (await import('./tills.devices.tsx')).Devices }))
const Terms = lazy(async () => ({ default: (await import('./tills.terms.tsx')).Terms }))
type Mode = 'sell' | 'member' | 'return'

/** A receipt of one's own: when it was begun, and four letters that no other till has. */
const newReceipt = (): string => `${new Date().toISOString().slice(2, 19).replace(/[-T:]/g, '')}${newKey().slice(0, 4)}`

/** What is to be paid, with how many points, and what does it earn? One box, four buttons. */
export function TillPage() {
  const { say } = useWords()
  const { num, money } = useFormat()
  const { rights } = useSession()
  const client = useQueryClient()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const inTurn = useTurns()
  const [mode, setMode, modeNow] = useNow<Mode>('sell')
  const [lines, setLines, linesNow] = useNow<readonly Rung[]>([])
  const [member, setMember] = useState<Member>()
  const [asking, setAsking, askingNow] = useNow<readonly Member[]>([])
  const [points, setPoints] = useState('0')
  const [vouchers, setVouchers] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const [returning, setReturning] = useState<string>()
  const [sold, setSold, soldNow] = useNow<Sold | undefined>(undefined)
  const [isDefining, setDefining] = useState(false)
  const [isGranting, setGranting] = useState(false)
  const [store, setStore] = useState(() => kept('till.store') ?? '')
  const stores = useQuery({ queryKey: ['business', 'stores'], queryFn: ({ signal }) => read('/api/business/stores', { signal }), staleTime: 300_000 }).data?.items ?? []
  const place = stores.some(({ code }) => code === store) ? store : null

  const isPriced = lines.length > 0 && lines.every(({ unitMinor }) => unitMinor !== null)
  const basket = {
    customerId: member?.customerId ?? null, store: place, channel: null,
    lines: lines.map(({ product, name, category, quantity, unitMinor }) => ({ product, name, category, quantity: String(quantity), amountMinor: amountOf({ id: 0, product, name, category, quantity, unitMinor }).toString() })),
    ...(points === '0' ? {} : { points }), ...(vouchers.length === 0 ? {} : { vouchers: [...vouchers] })
  }
  const quoted = useQuery({ queryKey: ['tills', 'quote', basket], enabled: isPriced && sold === undefined, retry: false, gcTime: 0, placeholderData: keepPreviousData, queryFn: () => write('post', '/api/tills/quote', { body: basket }) })
  const quote = isPriced ? quoted.data : undefined

  const clear = (): void => {
    setText(''); setLines([]); setMember(undefined); setAsking([]); setPoints('0'); setVouchers([]); setSaid(''); setMode('sell'); setReturning(undefined); setSold(undefined); sending.forget(); find.reset()
    box.current?.focus()
  }
  const sending = useSending((answer) => {
    if (answer.sold === null) return
    setSold(answer.sold); setLines([]); setMember(undefined); setPoints('0'); setVouchers([]); setSaid('')
    void client.invalidateQueries({ predicate: ({ queryKey }) => ['points', 'orders', 'rows'].includes(String(queryKey[0])) })
  })
  const find = useMutation({ mutationFn: (asked: string) => write('post', '/api/tills/members', { body: { text: asked } }) })

  // What is shown and paid is what the till worked out: never more points than the basket bears.
  const used = quote === undefined || quoted.isPlaceholderData ? points : quote.points.used
  useEffect(() => { box.current?.focus() }, [sold, returning, asking.length])

  const attach = (one: Member): void => { setMember(one); setAsking([]); setPoints('0'); setMode('sell'); setSaid(''); box.current?.focus() }
  const lookUp = async (asked: string): Promise<boolean> => {
    const { items } = await find.mutateAsync(asked)
    const [only] = items
    if (only === undefined) return false
    setMode('sell')
    if (items.length === 1 && only.isSure) attach(only)
    else setAsking(items)
    return true
  }
  const ring = (line: Omit<Rung, 'id'>): void => {
    const before = linesNow()
    const same = line.product === amountProduct ? undefined : before.find(({ product, unitMinor }) => product === line.product && unitMinor === line.unitMinor)
    setLines(same === undefined ? [...before, { ...line, id: before.reduce((high, { id }) => Math.max(high, id), 0) + 1 }] : before.map((one) => (one === same ? { ...one, quantity: one.quantity + line.quantity } : one)))
  }
  const ringCode = async (product: string, quantity: number): Promise<void> => {
    const known = linesNow().find((line) => line.product === product)
    if (known !== undefined) { ring({ ...known, quantity }); return }
    const [good] = (await client.fetchQuery({ queryKey: ['tills', 'goods', product], queryFn: ({ signal }) => read('/api/tills/goods', { query: { product }, signal }) })).items
    if (good !== undefined) ring({ product, name: good.name, category: good.category, quantity, unitMinor: BigInt(good.unitMinor) })
    // Neither sold before nor a member's card: goods that are new, and their price is asked once.
    else if (!(await lookUp(product))) ring({ product, name: null, category: null, quantity, unitMinor: null })
  }
  const enter = async (typed: string): Promise<void> => {
    const entry = readEntry(typed)
    try {
      if (entry.is === 'nothing') {
        const [only, ...others] = askingNow()
        if (soldNow() !== undefined) clear()
        else if (only !== undefined && others.length === 0) attach(only)
        return
      }
      if (soldNow() !== undefined) clear()
      setSaid('')
      const unpriced = linesNow().find(({ unitMinor }) => unitMinor === null)
      if (modeNow() === 'return') setReturning(typed.trim())
      else if (modeNow() === 'member' || entry.is === 'member') {
        if (!(await lookUp(typed.trim()))) setSaid(say(words.noneFound, { text: typed.trim() }))
      } else if (entry.is === 'code') await ringCode(entry.product, entry.quantity)
      else if (unpriced !== undefined) setLines(linesNow().map((line) => (line === unpriced ? { ...line, unitMinor: entry.minor } : line)))
      else ring({ product: amountProduct, name: say(words.amountLine), category: null, quantity: 1, unitMinor: entry.minor })
    } catch { /* the query or the mutation keeps its own error, which is shown */ }
  }
  const canPay = quote !== undefined && !quoted.isPlaceholderData && quoted.error === null && sending.body === undefined && sold === undefined && asking.length === 0
  const pay = (): void => { if (canPay) sending.send({ ...basket, points: used, receipt: newReceipt(), at: new Date().toISOString(), expectMinor: quote.payMinor }) }
  const choose = (next: Mode): void => { setMode(mode === next ? 'sell' : next); setReturning(undefined); setAsking([]); setSaid(''); if (sold !== undefined) setSold(undefined); box.current?.focus() }

  useScanner(box, (key) => {
    if (key === 'F2') choose('member')
    else if (key === 'F4') choose('return')
    else if (key === 'F8') clear()
    else if (key === 'F9') pay()
    else if (key === 'Escape') { if (asking.length > 0) { setAsking([]); find.reset() } else if (mode !== 'sell') choose(mode); else setText('') } else if ((key === 'ArrowUp' || key === 'ArrowDown') && quote !== undefined && member !== undefined) setPoints(stepped(used, key === 'ArrowUp' ? 1 : -1, quote.points))
    else return false
    return true
  })

  const unpriced = lines.find(({ unitMinor }) => unitMinor === null)
  const hint = mode === 'member' ? say(words.boxMember) : mode === 'return' ? say(words.boxReturn) : unpriced !== undefined ? say(words.boxPrice, { product: unpriced.product }) : say(words.box)
  const ours = quote?.earns.find(({ currency }) => currency === 'points')?.amount
  const fault = sending.error ?? find.error ?? (isPriced ? quoted.error : null)
  return (
    <div className="tl-page">
      <div className="tl-top">
        <Question asks={say(words.asks)} answer={quote === undefined ? say(words.ready) : say(ours === undefined ? words.toPay : words.toPayEarns, { amount: money(quote.payMinor), points: num(Number(ours ?? 0)) })} />
        {stores.length > 0 && <Select aria-label={say(words.store)} value={place ?? ''} popupMatchSelectWidth={false} onChange={(next: string) => { setStore(next); keep('till.store', next); box.current?.focus() }} options={[{ value: '', label: say(words.noStore) }, ...stores.map(({ code, name }) => ({ value: code, label: name }))]} />}
        {mayOpen(rights, 'tills.define') && <><Button onClick={() => setDefining(true)}>{say(words.terms)}</Button><Button onClick={() => setGranting(true)}>{say(words.offlineTills)}</Button></>}
      </div>
      <form className="tl-box" onSubmit={(event) => { event.preventDefault(); setText(''); void inTurn(() => enter(text)) }}>
        <input ref={box} aria-label={hint} placeholder={hint} value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" autoCapitalize="off" spellCheck={false} enterKeyHint="go" maxLength={200} />
      </form>
      <div className="tl-work">
        {sending.isLost && sending.body !== undefined && <div className="tl-lost" role="alert">{say(words.offline, { number: sending.body.receipt })}<Button onClick={sending.again} loading={sending.isBusy}>{say(words.retryNow)}</Button></div>}
        {fault !== null && fault !== undefined && <ErrorNote error={fault} />}
        {said !== '' && <p role="status" className="tl-said">{said}</p>}
        {asking.length > 0 && <AskMember found={asking} onYes={attach} onNo={() => { setAsking([]); find.reset(); box.current?.focus() }} />}
        {sold !== undefined ? <Result key={sold.number} sold={sold} store={place} onNext={clear} />
          : returning !== undefined ? <Card title={say(words.giveBack)}><ReturnSheet key={returning} number={returning} onClose={clear} onDone={(booked) => { clear(); setSaid(say(words.returned, { number: booked.returnNumber, amount: money(booked.moneyMinor) })) }} /></Card>
            : (
              <div className="tl-columns">
                <Card title={say(words.basket)}><BasketLines lines={lines} offers={quoted.isPlaceholderData ? undefined : quote?.offers} onChange={(next) => { setLines(next); box.current?.focus() }} /></Card>
                <div className="tl-side">
                  <Card title={say(words.member)}>
                    <MemberCard member={member} onDrop={() => { setMember(undefined); setPoints('0'); setVouchers([]); box.current?.focus() }} />
                    {quote !== undefined && <><hr />{member !== undefined && <UsePoints quote={quote} points={used} onPoints={setPoints} />}<Sums quote={quote} chosen={vouchers} onVoucher={(code) => setVouchers(vouchers.includes(code) ? vouchers.filter((one) => one !== code) : [...vouchers, code])} /></>}
                  </Card>
                </div>
              </div>
            )}
      </div>
      <div className="tl-buttons">
        <button type="button" aria-pressed={mode === 'member'} onClick={() => choose('member')}>{say(words.member)} <kbd>F2</kbd></button>
        <button type="button" aria-pressed={mode === 'return'} onClick={() => choose('return')}>{say(words.giveBack)} <kbd>F4</kbd></button>
        <button type="button" onClick={clear}>{say(words.over)} <kbd>F8</kbd></button>
        <button type="button" className="tl-pay" disabled={!canPay} onClick={pay}>{sending.isBusy ? say(words.working) : quote === undefined ? say(words.pay) : say(words.payAmount, { amount: money(quote.payMinor) })} <kbd>F9</kbd></button>
      </div>
      {isGranting && <Suspense><Devices onClose={() => setGranting(false)} /></Suspense>}
      {isDefining && <Suspense><Terms onClose={() => { setDefining(false); void client.invalidateQueries({ queryKey: ['tills'] }) }} /></Suspense>}
    </div>
  )
}
