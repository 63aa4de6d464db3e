import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Go } from '#web/address.tsx'
import type { AnswerAt } from '#web/client.ts'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { entryLabel } from './points.card.words.ts'
import { closedWords as words } from './points.closed.words.ts'
import type { PolicyParameters } from './points.schema.ts'
import { unitsOf } from './points.terms.words.ts'
import { useWho } from './points.who.tsx'

type Approval = AnswerAt<'/api/points/approvals'>['items'][number]

/** Requests to book into a closed month: those that wait are answered here. */
export function Approvals({ policy }: { readonly policy: PolicyParameters }) {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'approvals'], queryFn: ({ signal }) => read('/api/points/approvals', { signal }) })
  return (
    <Card title={say(words.approvals)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data?.items.length === 0 && <p className="ck-soft">{say(words.noApprovals)}</p>}
      {data !== undefined && data.items.length > 0 && <ol className="po-list">{data.items.map((one) => <OneApproval key={one.approvalId} one={one} policy={policy} />)}</ol>}
    </Card>
  )
}

function OneApproval({ one, policy }: { readonly one: Approval, readonly policy: PolicyParameters }) {
  const { say } = useWords()
  const { moment, num } = useFormat()
  const { rights, user } = useSession()
  const who = useWho()
  const [answer, setAnswer] = useState('')
  const sent = { path: { approvalId: one.approvalId }, body: { answer: answer.trim() } }
  const approve = useDeed((_: undefined, key) => write('post', '/api/points/approvals/{approvalId}/approve', { ...sent, key }), { stale: [['points']] })
  const reject = useDeed((_: undefined, key) => write('post', '/api/points/approvals/{approvalId}/reject', { ...sent, key }), { stale: [['points']] })
  const fault = approve.error ?? reject.error
  const isWaiting = one.state === 'requested'
  const isOwn = one.requestedBy === user.id
  return (
    <li>
      <div className="ck-bar"><strong>{one.reason}</strong><span className="ck-tag" data-tone={isWaiting ? 'accent' : 'quiet'}>{isWaiting ? say(words.waits) : say(words[one.state === 'approved' ? 'approved' : 'rejected'], { who: who(one.decidedBy ?? '') })}</span></div>
      <span className="ck-soft ck-small">{say(words.requested, { who: who(one.requestedBy), at: moment(one.requestedAt) })}{one.answer !== null && one.answer !== '' && <> · {one.answer}</>}</span>
      <ul className="po-lines ck-small">
        {one.orders.map(({ customerId, currency, command }, place) => {
          const rules = policy[currency]
          const named = { what: say(entryLabel(command.do)), currency: rules === undefined ? currency : say(rules.name) }
          const at = 'at' in command && command.at !== undefined ? moment(command.at) : moment(one.requestedAt)
          return <li key={place}>{'amount' in command && command.amount !== undefined ? say(words.order, { ...named, at, amount: num(unitsOf(command.amount, rules?.scale ?? 0), rules?.scale ?? 0) }) : say(words.plain, named)}<div><Go to={`/customers/${customerId}`}>{say(words.customer)}</Go></div></li>
        })}
      </ul>
      {fault !== null && <ErrorNote error={fault} />}
      {isWaiting && isOwn && <p className="ck-soft ck-small">{say(words.own)}</p>}
      {isWaiting && !isOwn && mayOpen(rights, 'points.approve') && (
        <div className="ck-bar">
          <Input className="po-note" aria-label={say(words.answer)} placeholder={say(words.answer)} maxLength={500} value={answer} onChange={({ target }) => setAnswer(target.value)} />
          <Button type="primary" loading={approve.isPending} disabled={reject.isPending} onClick={() => approve.mutate(undefined)}>{say(words.approve)}</Button>
          <Button loading={reject.isPending} disabled={approve.isPending} onClick={() => reject.mutate(undefined)}>{say(words.reject)}</Button>
        </div>
      )}
    </li>
  )
}
