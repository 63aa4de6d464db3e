import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Go } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { cardWords as words } from './points.card.words.ts'
import { useCurrencies, type Currencies } from './points.currency.tsx'
import { moveWords } from './points.move.words.ts'
import './points.policy.css'
import { Pools } from './points.pools.tsx'
import type { WalletList } from './points.schema.ts'

const Why = lazy(async () => ({ default: (await import('./points.why.tsx')).Why }))
const Move = lazy(async () => ({ default: (await import('./points.move.tsx')).Move }))
const Adjust = lazy(async () => ({ default: (await import('./points.adjust.tsx')).Adjust }))

type Wallet = WalletList['items'][number]

/** What this member has, when the next part of it ends, and why it is what it is. */
export function WalletCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { rights } = useSession()
  const currencies = useCurrencies()
  const [why, setWhy] = useState<string>()
  const [doing, setDoing] = useState<'move' | 'adjust'>()
  const close = (): void => setDoing(undefined)
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'wallets', customerId], queryFn: ({ signal }) => read('/api/points/wallets', { query: { customer: customerId }, signal }) })
  return (
    <Card title={say(words.title)} aside={mayOpen(rights, 'points.write') && <span className="ck-bar"><Button size="small" onClick={() => setDoing('move')}>{say(moveWords.move)}</Button><Button size="small" onClick={() => setDoing('adjust')}>{say(words.adjust)}</Button></span>}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data?.items.length === 0 && <p className="ck-soft">{say(words.none)}</p>}
      {inOrder(data?.items ?? [], currencies).map((wallet) => <WalletFigures key={wallet.currency} wallet={wallet} currencies={currencies} onWhy={() => setWhy(wallet.currency)} />)}
      {data !== undefined && data.items.length > 0 && <p className="ck-small"><Go to={`/customers/${customerId}/points`}>{say(words.lotByLot)}</Go></p>}
      <Pools customerId={customerId} />
      <Suspense>
        {why !== undefined && <Why customerId={customerId} currency={why} onClose={() => setWhy(undefined)} />}
        {doing === 'move' && <Move customerId={customerId} onClose={close} />}
        {doing === 'adjust' && <Adjust customerId={customerId} onClose={close} />}
      </Suspense>
    </Card>
  )
}

/** What may be spent comes first. */
const inOrder = (wallets: readonly Wallet[], { keys }: Currencies): readonly Wallet[] => wallets.toSorted((a, b) => keys.indexOf(a.currency) - keys.indexOf(b.currency))

function WalletFigures({ wallet: { currency, balance, lots }, currencies, onWhy }: { readonly wallet: Wallet, readonly currencies: Currencies, readonly onWhy: () => void }) {
  const { say } = useWords()
  const { day } = useFormat()
  const amount = (digits: string | bigint): string => currencies.amount(currency, digits)
  const ends = lots.filter(({ expiresOn }) => expiresOn !== null).map(({ expiresOn }) => expiresOn ?? '').toSorted()[0]
  const ending = lots.filter(({ expiresOn }) => expiresOn === ends).reduce((sum, lot) => sum + BigInt(lot.available), 0n)
  return (
    <>
      <Figures>
        <Figure label={currencies.labelOf(currency)} value={amount(balance.available)} />
        {balance.pending !== '0' && <Figure label={say(words.pending)} value={amount(balance.pending)} />}
        {balance.held !== '0' && <Figure label={say(words.held)} value={amount(balance.held)} />}
        {balance.debt !== '0' && <Figure label={say(words.debt)} value={amount(balance.debt)} />}
      </Figures>
      <p className="ck-soft ck-small">
        {ends !== undefined && ending > 0n && <>{say(words.ends, { n: amount(ending), day: day(ends) })} </>}
        <button type="button" className="ck-text" onClick={onWhy}>{say(words.why)}</button>
      </p>
    </>
  )
}
