import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { majorOf } from '#foundation/money.ts'
import { Go } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { Figure, Figures, ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { Folded } from './behaviour.folded.tsx'
import { useKept } from './behaviour.scope.tsx'
import type { SectionProps } from './frequency.section.tsx'
import { Missing } from './preference.section.tsx'
import { BandTable, UsualNote } from './prices.bands.tsx'
import type { Promotion } from './prices.schema.ts'
import { pricesWords as words } from './prices.words.ts'

/** What is bought on promotion, and who buys nothing else. */
export function PromotionSection({ scope }: SectionProps) {
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', 'promotion', scope], queryFn: ({ signal }) => read('/api/behaviour/promotion', { query: scope, signal }), placeholderData: keepPreviousData })
  return (
    <div className="in-stack" aria-busy={isFetching}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && (data.missing !== null ? <Missing why={data.missing} /> : <Promotions data={data} />)}
    </div>
  )
}

function Promotions({ data }: { readonly data: Promotion }) {
  const { say, tell } = useWords()
  const { num, percent, money } = useFormat()
  const kept = useKept()
  const definition = useDefinition(data.stamp)
  const { orders, only } = data
  const onlyThem = { ...kept, promotion: '5', ordersFrom: '2' }
  return (
    <>
      <p>{tell(words.answerPromotion, {
        orders: <Mark>{percent(orders.rate)}</Mark>, money: <Mark tone="accent">{percent(data.moneyShare)}</Mark>,
        only: <Go to="/behaviour" search={onlyThem} className="in-link"><Mark tone="risk">{num(only.count)}</Mark></Go>, onlyShare: percent(only.rate, 1)
      })}</p>
      <div className="ck-columns">
        <BandTable data={data} by="promotion" />
        <Card title={say(words.figures)}>
          <Figures>
            <Figure label={say(words.ordersOn)} value={percent(orders.rate, 1)} note={say(words.interval, { low: percent(orders.low, 1), high: percent(orders.high, 1) })} definition={{ ...definition, n: orders.of }} />
            <Figure label={say(words.moneyOn)} value={percent(data.moneyShare, 1)} note={money(data.promotedMinor, { whole: true })} definition={definition} />
            <Figure label={say(words.only)} value={num(only.count)} note={say(words.onlyNote, { of: num(only.of), low: percent(only.low, 1), high: percent(only.high, 1) })} definition={definition} to="/behaviour" search={onlyThem} />
          </Figures>
        </Card>
      </div>
      <ProductTable data={data} />
      <UsualNote data={data} />
    </>
  )
}

type Row = Promotion['products'][number]

function ProductTable({ data }: { readonly data: Promotion }) {
  const { say } = useWords()
  const { num, percent, money } = useFormat()
  const kept = useKept()
  const columns = useMemo((): readonly Column<Row>[] => [
    { key: 'product', title: say(words.product), value: (row) => row.name ?? row.product, cell: (row) => <Go to="/behaviour" search={{ ...kept, product: row.product }}>{row.name ?? row.product}</Go> },
    { key: 'usual', title: say(words.usual), value: (row) => row.usualMinor === null ? null : majorOf(BigInt(row.usualMinor)), cell: (row) => row.usualMinor === null ? '—' : money(row.usualMinor), isNumber: true, isWideOnly: true, width: 110 },
    { key: 'customers', title: say(words.customers), value: (row) => row.customers, cell: (row) => num(row.customers), isNumber: true, isWideOnly: true, width: 90 },
    { key: 'below', title: say(words.belowShare), value: (row) => row.belowShare, cell: (row) => row.belowShare === null ? '—' : percent(row.belowShare), isNumber: true, isWideOnly: true, width: 100 },
    { key: 'money', title: say(words.promotedMoney), value: (row) => majorOf(BigInt(row.promotedMinor)), cell: (row) => money(row.promotedMinor, { whole: true }), isNumber: true, width: 120 },
    { key: 'share', title: say(words.promotedShare), value: (row) => row.promotedShare, cell: (row) => <ShareBar share={row.promotedShare} />, isNumber: true, width: 130 }
  ], [say, num, percent, money, kept])
  return (
    <Card title={say(words.promotedProducts)} aside={<ExportMenu sheet={() => sheetOf(say(words.promotedProducts), columns, data.products)} />}>
      <Folded rows={data.products}>{(rows) => <DataTable label={say(words.promotedProducts)} rows={rows} columns={columns} rowKey={(row) => row.product} maxHeight="520px" />}</Folded>
    </Card>
  )
}
