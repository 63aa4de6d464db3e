import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import type { CompanionShown, TradeInShown } from './rewards.benefits.schema.ts'
import { heldWords as words } from './rewards.note.words.ts'

const stale = [['rewards'], ['points'], ['events'], ['rows']]

/** The item goes back to the member, as long as nothing of its credit is spent. */
export function Withdraw({ tradeIn: { customerId, tradeInId, item, state, usedMinor, creditMinor } }: { readonly tradeIn: TradeInShown }) {
  const { say } = useWords()
  const { money } = useFormat()
  const withdraw = useDeed((_: undefined, key) => write('post', '/api/rewards/tradeins/{tradeInId}/withdraw', { path: { tradeInId }, body: { customerId }, key }), { stale })
  if (state !== 'assessed' || usedMinor !== '0') return null
  return (
    <Asked deed={withdraw} why={say(words.withdrawWhy, { item, money: money(creditMinor) })} yes={say(words.withdrawYes)} no={say(words.keep)} label={say(words.withdrawOf, { item })}>{say(words.withdraw)}</Asked>
  )
}

/** A companion who was entered by mistake. */
export function Undo({ companion: { customerId, companionId, name, orderId, undone } }: { readonly companion: CompanionShown }) {
  const { say } = useWords()
  const undo = useDeed((_: undefined, key) => write('post', '/api/rewards/companions/{companionId}/undo', { path: { companionId }, body: { customerId }, key }), { stale })
  const who = name ?? say(words.anonymous)
  if (undone) return null
  return <Asked deed={undo} why={say(orderId === null ? words.undoWhy : words.undoGift, { name: who })} yes={say(words.undoYes)} no={say(words.undoNo)} label={say(words.undoOf, { name: who })}>{say(words.undo)}</Asked>
}

interface AskedProps { readonly deed: { readonly mutate: (_: undefined) => void, readonly isPending: boolean, readonly error: Error | null }, readonly why: string, readonly yes: string, readonly no: string, readonly label: string, readonly children: ReactNode }

function Asked({ deed, why, yes, no, label, children }: AskedProps) {
  const { rights } = useSession()
  if (!mayOpen(rights, 'rewards.write')) return null
  return (
    <>
      <Popconfirm placement="topRight" title={why} okText={yes} cancelText={no} onConfirm={() => deed.mutate(undefined)} styles={{ root: { maxWidth: 'min(320px, 92vw)' } }}>
        <Button size="small" loading={deed.isPending} aria-label={label}>{children}</Button>
      </Popconfirm>
      {deed.error !== null && <ErrorNote error={deed.error} />}
    </>
  )
}
