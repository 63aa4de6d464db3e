import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { ordersPageWords as words } from './orders.page.words.ts'

/** What this customer has spent, straight from the orders. */
export function PurchasesCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const { num, money, day } = useFormat()
  const { data } = useQuery({ queryKey: ['orders', 'totals', customerId], queryFn: ({ signal }) => read('/api/orders/totals', { query: { customer: customerId }, signal }) })
  if (data === undefined) return <Card title={say(words.purchases)}><div className="ck-wait" aria-busy><span /><span /></div></Card>
  if (data.sales + data.returns === 0) return <Card title={say(words.purchases)}><p className="ck-soft">{say(words.noPurchases)}</p></Card>
  const net = BigInt(data.soldMinor) + BigInt(data.backMinor)
  return (
    <Card title={say(words.purchases)}>
      <Figures>
        <Figure label={say(words.spent)} value={money(net)} />
        <Figure label={say(words.sales)} value={num(data.sales)} to="/orders" search={{ customer: customerId }} />
        {data.sales > 0 && <Figure label={say(words.average)} value={money(BigInt(data.soldMinor) / BigInt(data.sales))} />}
        {data.returns > 0 && <Figure label={say(words.returned)} value={money(data.backMinor.replace('-', ''))} />}
        {data.lastDay !== null && <Figure label={say(words.last)} value={day(data.lastDay)} />}
        {data.firstDay !== null && <Figure label={say(words.first)} value={day(data.firstDay)} />}
      </Figures>
    </Card>
  )
}
