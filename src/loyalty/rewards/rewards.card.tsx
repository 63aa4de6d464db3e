import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { cardWords as words } from './rewards.card.words.ts'
import { Steps } from './rewards.handover.tsx'
import { Held, isHeld } from './rewards.held.tsx'
import { noteWords } from './rewards.note.words.ts'
import type { MemberRewards } from './rewards.schema.ts'
import { priceOf } from './rewards.sentences.tsx'
import './rewards.css'

const Note = lazy(async () => ({ default: (await import('./rewards.note.tsx')).Note }))

/** What this member has here: stamps, orders to collect, credit, miles and companions, and what the points of today would buy. */
export function RewardsCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const [isNoting, setNoting] = useState(false)
  const { data: benefits, error: fault, refetch: again } = useQuery({ queryKey: ['rewards', 'member', customerId, 'benefits'], queryFn: ({ signal }) => read('/api/rewards/members/{customerId}/benefits', { path: { customerId }, signal }) })
  const { data, error, refetch } = useQuery({ queryKey: ['rewards', 'member', customerId], queryFn: ({ signal }) => read('/api/rewards/members/{customerId}', { path: { customerId }, signal }) })
  const can = data?.choices.filter(({ because }) => because === null).slice(0, 4) ?? []
  const next = data?.choices.find(({ because }) => because === 'points')
  return (
    <Card title={say(words.title)} aside={mayOpen(rights, 'rewards.write') && benefits !== undefined && benefits.offered.length > 0 && <Button size="small" onClick={() => setNoting(true)}>{say(noteWords.note)}</Button>}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {fault !== null && <ErrorNote error={fault} onRetry={again} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data !== undefined && data.cards.length === 0 && data.orders.length === 0 && data.choices.length === 0 && (benefits === undefined || !isHeld(benefits)) && <p className="ck-soft">{say(words.none)}</p>}
      {data?.cards.map((card, place) => <StampCard key={`${card.definitionId} ${place}`} card={card} />)}
      {data?.orders.map((order) => (
        <div className="rw-item" key={order.orderId}>
          <div className="rw-line"><b>{say(order.title)}{order.quantity > 1 && ` × ${String(order.quantity)}`}</b><span className="rw-code">{order.code}</span></div>
          {order.owed ? <span className="ck-tag" data-tone="risk">{say(words.giftOwed)}</span> : <Steps order={order} />}
        </div>
      ))}
      {benefits !== undefined && <Held benefits={benefits} />}
      {can.length > 0 && <p className="ck-soft ck-small">{say(words.now)}</p>}
      {can.map((choice) => <Choice key={`${choice.rewardId}${String(choice.option)}`} choice={choice} customerId={customerId} />)}
      {data !== undefined && can.length === 0 && data.choices.length > 0 && <p className="ck-soft ck-small">{say(words.nothingNow)}</p>}
      {next !== undefined && <p className="ck-soft ck-small">{say(words.soon, { n: num(Number(next.missing)), title: say(next.title) })}</p>}
      {isNoting && benefits !== undefined && <Suspense><Note customerId={customerId} offered={benefits.offered} onClose={() => setNoting(false)} /></Suspense>}
    </Card>
  )
}

function StampCard({ card: { title, rewardTitle, size, has, owed, endsOn, ending } }: { readonly card: MemberRewards['cards'][number] }) {
  const { say } = useWords()
  const { num, day } = useFormat()
  return (
    <div className="rw-item">
      <div className="rw-line"><b>{say(title)}</b><span className="ck-num">{say(words.stamps, { has: num(has), size: num(size), reward: say(rewardTitle) })}</span></div>
      {size <= 20 && <div className="rw-stamps" aria-hidden>{Array.from({ length: size }, (_, at) => <i key={at} data-on={at < has || undefined} />)}</div>}
      {owed > 0 && <p className="ck-small"><span className="ck-tag" data-tone="risk">{say(words.owed, { n: owed })}</span></p>}
      {has >= size && <p className="ck-small">{say(words.full)}</p>}
      {endsOn !== null && ending > 0 && <p className="ck-soft ck-small">{say(words.ends, { n: num(ending), day: day(endsOn) })}</p>}
    </div>
  )
}

function Choice({ choice, customerId }: { readonly choice: MemberRewards['choices'][number], readonly customerId: string }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const { rights } = useSession()
  const order = useDeed((option: number, key) => write('post', '/api/rewards/orders', { body: { customerId, rewardId: choice.rewardId, option }, key }), { stale: [['rewards'], ['points'], ['events'], ['rows']] })
  const price = priceOf(choice, { say, num, money })
  return (
    <div className="rw-item">
      <div className="rw-line">
        <span>{say(choice.title)} <small className="ck-soft">{price}</small></span>
        {mayOpen(rights, 'rewards.write') && !choice.stores && (
          <Popconfirm title={say(words.redeemWhy, { title: say(choice.title), price })} okText={say(words.redeem)} cancelText={say(words.cancel)} onConfirm={() => order.mutate(choice.option)}>
            <Button size="small" loading={order.isPending}>{say(words.redeem)}</Button>
          </Popconfirm>
        )}
      </div>
      {choice.stores && <small className="ck-soft">{say(words.store)}</small>}
      {order.error !== null && <ErrorNote error={order.error} />}
    </div>
  )
}
