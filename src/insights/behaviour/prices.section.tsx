import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { majorOf } from '#foundation/money.ts'
import { Go } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { ModelNote } from '../definitions/models.note.tsx'
import { Folded } from './behaviour.folded.tsx'
import { useKept } from './behaviour.scope.tsx'
import type { SectionProps } from './frequency.section.tsx'
import { Missing } from './preference.section.tsx'
import { BandTable, UsualNote } from './prices.bands.tsx'
import type { Price } from './prices.schema.ts'
import { pricesWords as words } from './prices.words.ts'

/** How sales answered to prices, and who buys below the usual one. */
export function PriceSection({ scope }: SectionProps) {
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', 'price', scope], queryFn: ({ signal }) => read('/api/behaviour/price', { query: scope, signal }), placeholderData: keepPreviousData })
  return (
    <div className="in-stack" aria-busy={isFetching}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && (data.missing !== null ? <Missing why={data.missing} /> : <Prices data={data} />)}
    </div>
  )
}

function Prices({ data }: { readonly data: Price }) {
  return (
    <>
      <Answer data={data} />
      <div className="ck-columns">
        <BandTable data={data} by="below" />
        <Slopes data={data} />
      </div>
      {data.products.length > 0 && <ProductTable data={data} />}
      <UsualNote data={data} />
    </>
  )
}

function Answer({ data }: { readonly data: Price }) {
  const { say, tell } = useWords()
  const { percent, num } = useFormat()
  const below = <Mark tone="accent">{percent(data.belowShare)}</Mark>
  const { pooled } = data
  if (pooled === null) return <p>{tell(words.answerBelow, { below })}</p>
  // For 1 % cheaper the sign turns.
  const part = (value: number) => `${num(Math.abs(value), 2)}%`
  const signed = (value: number) => `${value > 0 ? '−' : '+'}${part(value)}`
  if (!pooled.proven) return <p>{tell(words.answerUnproven, { low: signed(pooled.high), high: signed(pooled.low), below })}</p>
  return <p>{tell(words.answerSlope, { direction: say(pooled.slope < 0 ? words.more : words.less), slope: <Mark tone="accent">{part(pooled.slope)}</Mark>, low: signed(pooled.high), high: signed(pooled.low), below })}</p>
}

function Slopes({ data }: { readonly data: Price }) {
  const { say } = useWords()
  const { num } = useFormat()
  const definition = useDefinition(data.stamp)
  const { pooled, withWeeks } = data
  const part = (label: string, found: Price['pooled']) => found !== null && (
    <Figure
      label={label} value={<>{num(found.slope, 2)}{!found.proven && <> <span className="ck-tag" data-tone="quiet">{say(words.unproven)}</span></>}</>}
      note={say(words.interval, { low: num(found.low, 2), high: num(found.high, 2) })} definition={{ ...definition, says: say(words.slopeSays), n: found.n }}
    />
  )
  return (
    <Card title={say(words.slope)} aside={pooled !== null && say(words.slopeAside, { n: num(pooled.n), products: num(pooled.products), weeks: num(pooled.weeks) })}>
      {data.missingSlope !== null ? <p className="ck-soft">{say(data.missingSlope)}</p> : (
        <Figures>
          {part(say(words.pooled), pooled)}
          {part(say(words.withWeeks), withWeeks)}
          <Figure label={say(words.proven)} value={num(data.proven)} note={say(words.provenNote, { n: num(data.estimated) })} definition={definition} />
        </Figures>
      )}
      <p className="ck-soft ck-small in-card-foot">{say(words.caution)} <ModelNote name="price_response" /></p>
    </Card>
  )
}

type Row = Price['products'][number]

function ProductTable({ data }: { readonly data: Price }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const kept = useKept()
  const columns = useMemo((): readonly Column<Row>[] => [
    { key: 'product', title: say(words.product), value: (row) => row.name ?? row.product, cell: (row) => <Go to="/behaviour" search={{ ...kept, product: row.product }}>{row.name ?? row.product}</Go> },
    { key: 'slope', title: say(words.elasticity), value: (row) => row.slope, cell: (row) => row.slope === null ? '—' : <b>{num(row.slope, 2)}</b>, isNumber: true, width: 90 },
    { key: 'interval', title: say(words.intervalColumn), value: (row) => `${num(row.low ?? 0, 2)} – ${num(row.high ?? 0, 2)}`, cell: (row) => `${num(row.low ?? 0, 2)} … ${num(row.high ?? 0, 2)}`, isNumber: true, isSortable: false, width: 130 },
    { key: 'q', title: say(words.q), value: (row) => row.q, cell: (row) => row.q === null ? '—' : num(row.q, 3), isNumber: true, width: 80, isWideOnly: true },
    { key: 'range', title: say(words.range), value: (row) => majorOf(BigInt(row.highestMinor)), cell: (row) => `${money(row.lowestMinor)} – ${money(row.highestMinor)}`, isNumber: true, isWideOnly: true, width: 180 },
    { key: 'weeks', title: say(words.weeks), value: (row) => row.weeks, cell: (row) => num(row.weeks), isNumber: true, isWideOnly: true, width: 80 }
  ], [say, num, money, kept])
  return (
    <Card title={say(words.products)} aside={<span className="ck-bar">{say(words.productsAside, { looked: num(data.looked), estimated: num(data.estimated) })}<ExportMenu sheet={() => sheetOf(say(words.products), columns, data.products)} /></span>}>
      <Folded rows={data.products}>{(rows) => <DataTable label={say(words.products)} rows={rows} columns={columns} rowKey={(row) => row.product} maxHeight="520px" />}</Folded>
    </Card>
  )
}
