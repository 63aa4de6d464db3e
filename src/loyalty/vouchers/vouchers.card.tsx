import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { StateTag } from './vouchers.columns.tsx'
import { nameOf, vouchersPageWords as words } from './vouchers.page.words.ts'
import type { VoucherShown } from './vouchers.schema.ts'
import { worthWords } from './vouchers.terms.words.ts'
import './vouchers.css'

const GiveOne = lazy(async () => ({ default: (await import('./vouchers.give.tsx')).GiveOne }))
const History = lazy(async () => ({ default: (await import('./vouchers.history.tsx')).History }))
const live = new Set(['usable', 'waiting', 'reserved'])

/** The vouchers a member holds, the soonest to end first. */
export function VouchersCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const [shown, setShown] = useState<VoucherShown>()
  const [isGiving, setGiving] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: ['vouchers', 'held', customerId], queryFn: ({ signal }) => read('/api/vouchers', { query: { customer: customerId, limit: 200 }, signal }) })
  const held = data?.items.filter(({ state }) => live.has(state)).toSorted((a, b) => ((a.validTo ?? '9999') < (b.validTo ?? '9999') ? -1 : 1)) ?? []
  const others = (data?.items.length ?? 0) - held.length
  return (
    <Card title={say(words.card)} aside={mayOpen(rights, 'vouchers.issue') && <Button size="small" onClick={() => setGiving(true)}>{say(words.cardGive)}</Button>}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data !== undefined && held.length === 0 && <p className="ck-soft">{say(others === 0 ? words.cardNone : words.cardNoneUsable)}</p>}
      {held.map((voucher) => <Held key={voucher.voucherId} voucher={voucher} onOpen={() => setShown(voucher)} />)}
      {others > 0 && <p className="ck-soft ck-small">{say(words.cardOthers, { n: num(others) })}</p>}
      <Suspense>
        {shown !== undefined && <History voucher={shown} onClose={() => setShown(undefined)} />}
        {isGiving && <GiveOne customerId={customerId} onClose={() => setGiving(false)} />}
      </Suspense>
    </Card>
  )
}

function Held({ voucher, onOpen }: { readonly voucher: VoucherShown, readonly onOpen: () => void }) {
  const { say } = useWords()
  const { day, money } = useFormat()
  const { business } = useSession()
  const { state, validFrom, validTo, leftMinor } = voucher
  return (
    <div className="vo-held">
      <div className="ck-bar"><button type="button" className="ck-text vo-open" onClick={onOpen}>{say(nameOf(voucher))}</button>{state !== 'usable' && <StateTag state={state} say={say} />}</div>
      <span className="ck-soft ck-small">
        {say(worthWords(voucher.terms, business.currency))}{leftMinor !== null && <> · {say(words.left)} {money(leftMinor)}</>} · {state === 'waiting' ? say(words.cardFrom, { day: day(validFrom) }) : validTo === null ? say(words.ever) : say(words.cardTo, { day: day(validTo) })}
      </span>
    </div>
  )
}
