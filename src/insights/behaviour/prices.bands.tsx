import { useMemo } from 'react'
import { majorOf } from '#foundation/money.ts'
import { Go } from '#web/address.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { useKept } from './behaviour.scope.tsx'
import type { Price, Promotion } from './prices.schema.ts'
import { bandWords, pricesWords as words } from './prices.words.ts'

type Band = Price['bargains']['bands'][number]

/** How customers spread over the share that they buy cheaper; each band leads to its customers. */
export function BandTable({ data, by }: { readonly data: Price | Promotion, readonly by: 'below' | 'promotion' }) {
  const { say } = useWords()
  const { num, percent, money } = useFormat()
  const kept = useKept()
  const definition = useDefinition(data.stamp)
  const { bargains } = data
  const columns = useMemo((): readonly Column<Band>[] => {
    const nameOf = ({ band }: Band) => say(bandWords[band] ?? words.band)
    return [
      { key: 'band', title: say(words.band), isSortable: false, value: nameOf, cell: (row) => <Go to="/behaviour" search={{ ...kept, [by]: String(row.band) }}>{nameOf(row)}</Go> },
      { key: 'customers', title: say(words.customers), isSortable: false, value: (row) => row.customers, cell: (row) => num(row.customers), isNumber: true },
      { key: 'share', title: say(words.share), isSortable: false, value: (row) => row.share, cell: (row) => <ShareBar share={row.share} />, isNumber: true, definition },
      { key: 'moneyShare', title: say(words.moneyShare), isSortable: false, value: (row) => row.moneyShare, cell: (row) => percent(row.moneyShare), isNumber: true, isWideOnly: true },
      { key: 'money', title: say(words.money), isSortable: false, value: (row) => majorOf(BigInt(row.moneyMinor)), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, isWideOnly: true }
    ]
  }, [say, num, percent, money, kept, definition, by])
  const title = say(by === 'below' ? words.below : words.promoted)
  const aside = say(by === 'below' ? words.belowAside : words.promotedAside, { n: num(bargains.customers), median: percent(bargains.quartiles[1] ?? 0) })
  return (
    <Card title={title} aside={<span className="ck-bar">{aside}<ExportMenu sheet={() => sheetOf(title, columns, bargains.bands)} /></span>}>
      <DataTable label={title} rows={bargains.bands} columns={columns} rowKey={(row) => String(row.band)} />
    </Card>
  )
}

/** What a usual price is, by the definition's own numbers, and how much of the money has one. */
export function UsualNote({ data }: { readonly data: Price | Promotion }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const { parameters } = data.stamp.definition
  const of = (name: string) => { const value = parameters[name]; return typeof value === 'number' ? value : 0 }
  return (
    <p className="ck-soft ck-small">
      {say(words.usualSays, { months: num(of('usualMonths')), lines: num(of('usualLines')), below: percent(of('belowShare'), 1), promotion: percent(of('promotionShare')) })} {say(words.known, { share: percent(data.knownShare, 1) })}
      {data.bargains.unknown > 0 && <> {say(words.unknown, { n: data.bargains.unknown })}</>}
    </p>
  )
}
