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
import { Folded } from './behaviour.folded.tsx'
import { useKept } from './behaviour.scope.tsx'
import type { Preference } from './preference.schema.ts'
import { preferenceWords as words } from './preference.words.ts'

type Item = Preference['items'][number]
type Entry = Preference['entries'][number]

/** Products or categories by money; each leads to its buyers, and its repeat rate to those who bought it again. */
export function ItemTable({ data }: { readonly data: Preference }) {
  const { say } = useWords()
  const { num, percent, money } = useFormat()
  const kept = useKept()
  const definition = useDefinition(data.stamp)
  const columns = useMemo((): readonly Column<Item>[] => {
    const asked = (key: string) => (data.by === 'product' ? { product: key } : { ofCategory: key })
    return [
      {
        key: 'key', title: say(data.by === 'product' ? words.product : words.category), value: (row) => row.name ?? row.key,
        cell: (row) => <Go to="/behaviour" search={{ ...kept, ...asked(row.key) }}>{row.name ?? row.key}{row.name !== null && <span className="ck-soft ck-small"> {row.key}</span>}</Go>
      },
      { key: 'customers', title: say(words.customers), value: (row) => row.customers, cell: (row) => num(row.customers), isNumber: true, width: 80 },
      { key: 'orders', title: say(words.orders), value: (row) => row.orders, cell: (row) => num(row.orders), isNumber: true, isWideOnly: true, width: 80 },
      { key: 'quantity', title: say(words.quantity), value: (row) => row.quantity, cell: (row) => num(row.quantity), isNumber: true, isWideOnly: true, width: 80 },
      { key: 'money', title: say(words.money), value: (row) => majorOf(BigInt(row.moneyMinor)), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, isWideOnly: true, width: 110 },
      { key: 'share', title: say(words.moneyShare), value: (row) => row.moneyShare, cell: (row) => <ShareBar share={row.moneyShare} />, isNumber: true, isWideOnly: true, width: 120 },
      {
        key: 'repeat', title: say(words.repeat), value: (row) => row.repeat.rate, isNumber: true, width: 90, definition: { ...definition, says: say(words.repeatSays) },
        cell: (row) => <Go to="/behaviour" search={{ ...kept, ...asked(row.key), again: 'true' }} title={say(words.interval, { low: percent(row.repeat.low, 1), high: percent(row.repeat.high, 1) })}>{percent(row.repeat.rate)}</Go>
      },
      { key: 'wallet', title: say(words.wallet), value: (row) => row.walletShare, cell: (row) => percent(row.walletShare), isNumber: true, isWideOnly: true, width: 110, definition: { ...definition, says: say(words.walletSays) } }
    ]
  }, [data.by, say, num, percent, money, kept, definition])
  return (
    <Card
      title={say(words.items)}
      aside={<span className="ck-bar">{say(words.itemsAside, { orders: num(data.orders), lines: num(data.lines), money: money(data.moneyMinor, { whole: true }), n: num(data.items.length) })}<ExportMenu sheet={() => sheetOf(say(words.items), columns, data.items)} /></span>}
    >
      <Folded rows={data.items}>{(rows) => <DataTable label={say(words.items)} rows={rows} columns={columns} rowKey={(row) => row.key} maxHeight="520px" />}</Folded>
    </Card>
  )
}

/** First category, who came again, and what they took then. */
export function EntryTable({ data }: { readonly data: Preference }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const columns = useMemo((): readonly Column<Entry>[] => [
    { key: 'entry', title: say(words.entry), value: (row) => row.category, cell: (row) => row.category },
    { key: 'newcomers', title: say(words.newcomers), value: (row) => row.customers, cell: (row) => <>{num(row.customers)} <span className="ck-soft">{percent(row.share)}</span></>, isNumber: true, width: 130 },
    {
      key: 'back', title: say(words.back), value: (row) => row.back.rate, isNumber: true, width: 110,
      cell: (row) => <span title={say(words.interval, { low: percent(row.back.low, 1), high: percent(row.back.high, 1) })}>{percent(row.back.rate)}</span>
    },
    {
      key: 'next', title: say(words.next), isWideOnly: true, isSortable: false, value: (row) => row.next.map((one) => `${one.category ?? say(words.uncategorised)} ${percent(one.share)}`).join(', '),
      cell: (row) => row.next.map((one) => `${one.category ?? say(words.uncategorised)} ${percent(one.share)}`).join(' · ')
    }
  ], [say, num, percent])
  return (
    <Card title={say(words.entries)} aside={<span className="ck-bar">{say(words.entriesAside)}<ExportMenu sheet={() => sheetOf(say(words.entries), columns, data.entries)} /></span>}>
      <DataTable label={say(words.entries)} rows={data.entries} columns={columns} rowKey={(row) => row.category} />
    </Card>
  )
}
