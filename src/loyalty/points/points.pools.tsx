import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { useCurrencies } from './points.currency.tsx'
import { poolsWords as words } from './points.move.words.ts'
import type { Pool } from './points.moves.schema.ts'

const OnePool = lazy(async () => ({ default: (await import('./points.pool.one.tsx')).OnePool }))
const NewPool = lazy(async () => ({ default: (await import('./points.pool.new.tsx')).NewPoolForm }))

/** The shared wallets in which a member is now. */
export function usePools(customerId: string) {
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['points', 'pools', customerId], queryFn: ({ signal }) => read('/api/points/pools', { query: { customer: customerId }, signal }) })
  const pools = (data?.items ?? []).filter(({ members }) => members.some((one) => one.customerId === customerId && one.leftAt === null))
  return { pools, error, isPending, refetch }
}

/** What this member shares with others, below what is their own. */
export function Pools({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const mayWrite = mayOpen(useSession().rights, 'points.write')
  const { pools, error, isPending, refetch } = usePools(customerId)
  const [opened, setOpened] = useState<string>()
  const [isNew, setNew] = useState(false)
  if (error !== null) return <ErrorNote error={error} onRetry={refetch} />
  if (isPending || (pools.length === 0 && !mayWrite)) return null
  return (
    <div className="po-pools">
      {pools.length > 0 && <h3>{say(words.title)}</h3>}
      {pools.map((pool) => <PoolLine key={pool.poolId} pool={pool} onOpen={() => setOpened(pool.poolId)} />)}
      {mayWrite && <p className="ck-small"><button type="button" className="ck-text" onClick={() => setNew(true)}>{say(words.open)}</button></p>}
      <Suspense>
        {opened !== undefined && <OnePool poolId={opened} onClose={() => setOpened(undefined)} />}
        {isNew && <NewPool customerId={customerId} onClose={() => setNew(false)} />}
      </Suspense>
    </div>
  )
}

function PoolLine({ pool: { name, members, wallets }, onOpen }: { readonly pool: Pool, readonly onOpen: () => void }) {
  const { say } = useWords()
  const currencies = useCurrencies()
  const has = wallets.filter(({ balance }) => balance.available !== '0').map(({ currency, balance }) => `${currencies.amount(currency, balance.available)} ${currencies.spokenOf(currency)}`)
  const inside = members.filter(({ leftAt }) => leftAt === null).length
  return (
    <p className="po-pool">
      <Button type="link" size="small" onClick={onOpen}>{name}</Button>
      <span className="ck-soft ck-small">{[...has, say(words.people, { n: inside })].join(' · ')}</span>
    </p>
  )
}
