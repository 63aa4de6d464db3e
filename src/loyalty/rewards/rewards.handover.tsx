import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { Go } from '#web/address.tsx'
import { write } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow } from '#web/media.ts'
import { originWords, rewardsPageWords as words } from './rewards.page.words.ts'
import type { RewardOrder, StepBody } from './rewards.schema.ts'
import { stateWords } from './rewards.words.ts'

/** What waits for its member, the longest waiting first; a code finds one at once. */
export function HandOver() {
  const { say } = useWords()
  const isNarrow = useNarrow()
  const [code, setCode] = useState('')
  const wanted = code.trim().toUpperCase()
  const { rows, isPending, error, retry, more } = useRows('/api/rewards/orders', wanted.length === 8 ? { code: wanted } : { open: true })
  const columns: readonly Column<RewardOrder>[] = [
    { key: 'code', title: say(words.code), value: (row) => row.code, cell: (row) => <span className="rw-code">{row.code}</span>, width: 124, isWideOnly: true },
    { key: 'reward', title: say(words.reward), value: (row) => say(row.title), cell: (row) => <span className="rw-name">{say(row.title)}{row.quantity > 1 && ` × ${String(row.quantity)}`}<small>{isNarrow && <><b className="rw-code">{row.code}</b> {row.customerName ?? say(words.nameless)} · </>}{say(stateWords[row.state])} · {say(originWords[row.origin])}</small></span> },
    { key: 'member', title: say(words.member), value: (row) => row.customerName, cell: (row) => <Go to={`/customers/${row.customerId}`}>{row.customerName ?? say(words.nameless)}</Go>, isWideOnly: true, width: 140 },
    { key: 'when', title: say(words.when), value: (row) => row.placedAt, cell: (row) => <Moment at={row.placedAt} />, isWideOnly: true, width: 180 },
    { key: 'store', title: say(words.store), value: (row) => row.storeName, cell: (row) => row.storeName ?? '–', isWideOnly: true, width: 130 },
    { key: 'do', title: say(words.deeds), cell: (row) => <Steps order={row} />, width: isNarrow ? 150 : 260 }
  ]
  return (
    <Card title={say(words.orders)} aside={<Input allowClear aria-label={say(words.search)} placeholder={say(words.search)} value={code} maxLength={8} style={{ width: 160 }} onChange={(event) => setCode(event.target.value)} />}>
      {error !== null ? <ErrorNote error={error} onRetry={retry} /> : <DataTable label={say(words.orders)} rows={rows} rowKey={(row) => row.orderId} columns={columns} isPending={isPending} more={more} empty={<p className="ck-soft">{say(words.noneOpen)}</p>} />}
    </Card>
  )
}

/** What can be done with an order next. */
export function Steps({ order }: { readonly order: RewardOrder }) {
  const { say } = useWords()
  const { money, num } = useFormat()
  const { rights } = useSession()
  const step = useDeed((body: Omit<StepBody, 'customerId'>, key) => write('post', '/api/rewards/orders/{orderId}/steps', { path: { orderId: order.orderId }, body: { customerId: order.customerId, ...body }, key }), { stale: [['rewards'], ['rows'], ['points'], ['events']] })
  if (!mayOpen(rights, 'rewards.write') || order.state === 'fulfilled' || order.state === 'cancelled') return <span className="ck-soft">{say(stateWords[order.state])}</span>
  const isPaid = order.moneyMinor !== '0'
  return (
    <div className="rw-steps">
      {order.state !== 'ready' && <Button size="small" loading={step.isPending} onClick={() => step.mutate({ do: 'ready' })}>{say(words.ready)}</Button>}
      <Button size="small" type="primary" loading={step.isPending} onClick={() => step.mutate({ do: 'fulfil', moneyMinor: order.moneyMinor })}>{isPaid ? say(words.fulfilMoney, { money: money(order.moneyMinor) }) : say(words.fulfil)}</Button>
      <Popconfirm title={say(words.cancelWhy, { title: say(order.title), points: num(Number(order.points)) })} okText={say(words.cancelYes)} cancelText={say(words.keepIt)} onConfirm={() => step.mutate({ do: 'cancel' })}>
        <Button size="small" disabled={step.isPending}>{say(words.cancel)}</Button>
      </Popconfirm>
      {step.error !== null && <ErrorNote error={step.error} />}
    </div>
  )
}
