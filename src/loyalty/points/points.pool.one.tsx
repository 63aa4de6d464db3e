import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Popconfirm, Switch } from 'antd'
import { useState } from 'react'
import { Go } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { FindCustomer } from '../../customers/record/record.find.tsx'
import { recordPageWords } from '../../customers/record/record.page.words.ts'
import { useCurrencies } from './points.currency.tsx'
import { moveWords, poolsWords as words } from './points.move.words.ts'
import type { Pool } from './points.moves.schema.ts'
import './points.policy.css'
import { Why } from './points.why.tsx'

const stale = [['points'], ['events'], ['record']]

/** One shared wallet: what is in it, who is in it, what each put in. */
export function OnePool({ poolId, onClose }: { readonly poolId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const mayWrite = mayOpen(useSession().rights, 'points.write')
  const currencies = useCurrencies()
  const [why, setWhy] = useState<string>()
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'pool', poolId], queryFn: ({ signal }) => read('/api/points/pools/{poolId}', { path: { poolId }, signal }) })
  const join = useDeed((body: { readonly customerId: string, readonly maySpend: boolean }, key) => write('post', '/api/points/pools/{poolId}/members', { path: { poolId }, body, key }), { stale })
  const leave = useDeed((memberId: string, key) => write('post', '/api/points/pools/{poolId}/leave', { path: { poolId }, body: { memberId }, key }), { stale })
  const fault = join.error ?? leave.error
  const inside = data?.members.filter(({ leftAt }) => leftAt === null) ?? []
  return (
    <Drawer open onClose={onClose} size={520} title={data?.name ?? say(words.title)}>
      <div className="re-form">
        {error !== null && <ErrorNote error={error} onRetry={refetch} />}
        {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
        {fault !== null && <ErrorNote error={fault} />}
        {data !== undefined && (
          <>
            {data.wallets.length === 0 && <p className="ck-soft">{say(words.empty)}</p>}
            {data.wallets.map(({ currency, balance }) => (
              <div key={currency}>
                <Figures><Figure label={currencies.labelOf(currency)} value={currencies.amount(currency, balance.available)} /></Figures>
                <p className="ck-small po-why"><button type="button" className="ck-text" onClick={() => setWhy(currency)}>{say(words.why)}</button></p>
              </div>
            ))}
            <p className="ck-soft ck-small">{say(words.rule, { what: say(data.onLeave === 'stays' ? words.ruleStays : words.rulePart) })}</p>
            <ul className="po-list" aria-label={say(words.members)}>
              {data.members.map((member) => (
                <MemberLine key={member.customerId} member={member} pool={data} isLast={inside.length === 1} mayWrite={mayWrite} isBusy={join.isPending || leave.isPending}
                  onSpend={(maySpend) => join.mutate({ customerId: member.customerId, maySpend })} onLeave={() => leave.mutate(member.customerId)} />
              ))}
            </ul>
            {mayWrite && inside.length > 0 && <FindCustomer key={inside.length} without={inside.map(({ customerId }) => customerId)} label={words.add} nothing={moveWords.nobody} onChoose={({ customerId }) => join.mutate({ customerId, maySpend: true })} />}
          </>
        )}
      </div>
      {why !== undefined && <Why customerId={poolId} currency={why} onClose={() => setWhy(undefined)} />}
    </Drawer>
  )
}

interface LineProps {
  readonly member: Pool['members'][number]
  readonly pool: Pool
  readonly isLast: boolean
  readonly mayWrite: boolean
  readonly isBusy: boolean
  readonly onSpend: (maySpend: boolean) => void
  readonly onLeave: () => void
}

function MemberLine({ member: { customerId, name, maySpend, joinedAt, leftAt, put }, pool, isLast, mayWrite, isBusy, onSpend, onLeave }: LineProps) {
  const { say } = useWords()
  const { day, dayOf } = useFormat()
  const currencies = useCurrencies()
  const shown = name ?? say(recordPageWords.nameless)
  const gave = Object.entries(put).map(([currency, amount]) => `${currencies.amount(currency, amount)} ${currencies.spokenOf(currency)}`)
  const facts = [leftAt === null ? say(words.since, { day: day(dayOf(joinedAt)) }) : say(words.leftOn, { day: day(dayOf(leftAt)) }), ...(gave.length === 0 ? [] : [say(words.put, { what: gave.join(' + ') })])]
  const goes = isLast ? words.leaveAll : pool.onLeave === 'in_proportion' ? words.leavePart : words.leaveNothing
  return (
    <li>
      <div className="ck-bar"><Go to={`/customers/${customerId}`}>{shown}</Go><span className="ck-soft ck-small">{facts.join(' · ')}</span></div>
      {leftAt === null && mayWrite && (
        <div className="ck-bar">
          <label className="ck-bar ck-small"><Switch size="small" aria-label={say(words.spends, { name: shown })} checked={maySpend} disabled={isBusy} onChange={onSpend} /> {say(words.maySpend)}</label>
          <Popconfirm title={say(words.leaveAsks, { name: shown })} description={<span className="po-asks">{say(goes)}</span>} okText={say(words.leave)} cancelText={say(words.no)} onConfirm={onLeave}><Button size="small" className="ck-end" disabled={isBusy}>{say(words.leave)}</Button></Popconfirm>
        </div>
      )}
    </li>
  )
}
