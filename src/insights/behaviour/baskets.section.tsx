import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { majorOf } from '#foundation/money.ts'
import { Go } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import type { Baskets } from './baskets.schema.ts'
import { PairTable } from './baskets.pairs.tsx'
import { basketsWords as words } from './baskets.words.ts'
import type { SectionProps } from './frequency.section.tsx'
import { BySwitch, Missing, useBy } from './preference.section.tsx'
import { useKept } from './behaviour.scope.tsx'

/** What is bought together. */
export function BasketsSection({ scope }: SectionProps) {
  const by = useBy('product')
  const query = { ...scope, by }
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', 'baskets', query], queryFn: ({ signal }) => read('/api/behaviour/baskets', { query, signal }), placeholderData: keepPreviousData })
  return (
    <div className="in-stack" aria-busy={isFetching}>
      <BySwitch usual="product" />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && (data.missing !== null ? <><Missing why={data.missing} />{data.orders > 0 && <Sizes data={data} />}</> : <><Answer data={data} />{data.pairs.length > 0 && <PairTable data={data} />}<Sizes data={data} /></>)}
    </div>
  )
}

function Answer({ data }: { readonly data: Baskets }) {
  const { tell } = useWords()
  const { num, percent } = useFormat()
  const kept = useKept()
  const best = data.pairs[0]
  const values = { single: <Mark>{percent(data.single.rate)}</Mark>, enough: num(data.tested.enough) }
  if (best === undefined) return <p>{tell(words.answerNone, values)}</p>
  const asked = data.by === 'product' ? { product: best.a.key, withProduct: best.b.key } : { ofCategory: best.a.key, withCategory: best.b.key }
  return (
    <p>{tell(words.answer, {
      ...values, together: <Mark tone="accent">{num(data.tested.together)}</Mark>, a: <Mark>{best.a.name ?? best.a.key}</Mark>, b: <Mark>{best.b.name ?? best.b.key}</Mark>,
      aThenB: <Go to="/behaviour" search={{ ...kept, ...asked }}>{percent(best.aThenB)}</Go>, lift: <Mark tone="accent">{num(best.lift, 1)}</Mark>
    })}</p>
  )
}

type Size = Baskets['sizes'][number]

function Sizes({ data }: { readonly data: Baskets }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const columns = useMemo((): readonly Column<Size>[] => {
    const rangeOf = ({ from, to }: Size) => to === null ? say(words.upwards, { from }) : to === from ? String(from) : `${String(from)} – ${String(to)}`
    return [
      { key: 'size', title: say(words.size), value: rangeOf, cell: rangeOf, isSortable: false },
      { key: 'orders', title: say(words.orders), value: (row) => row.orders, cell: (row) => num(row.orders), isNumber: true, isSortable: false },
      { key: 'share', title: say(words.share), value: (row) => row.share, cell: (row) => <ShareBar share={row.share} />, isNumber: true, isSortable: false },
      { key: 'money', title: say(words.money), value: (row) => majorOf(BigInt(row.moneyMinor)), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, isWideOnly: true, isSortable: false }
    ]
  }, [say, num, money])
  return (
    <Card title={say(words.sizes)} aside={<span className="ck-bar">{say(words.sizesAside, { median: num(data.medianItems, data.medianItems % 1 === 0 ? 0 : 1) })}<ExportMenu sheet={() => sheetOf(say(words.sizes), columns, data.sizes)} /></span>}>
      <DataTable label={say(words.sizes)} rows={data.sizes} columns={columns} rowKey={(row) => String(row.from)} />
    </Card>
  )
}
