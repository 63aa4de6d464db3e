import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { say as filled } from '#foundation/words.ts'
import { importsPageWords as words } from './imports.page.words.ts'
import type { PreviewRow } from './imports.schema.ts'

/** The first rows as they were understood; a row that was not says why. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { say, locale } = useWords()
  const { moment, money } = useFormat()
  const columns: readonly Column<PreviewRow>[] = [
    { key: 'line', title: say(words.line), cell: ({ line }) => line, isNumber: true, width: 64, isSortable: false },
    {
      key: 'number', title: say(words.number), width: 180, isSortable: false,
      cell: ({ understood, fault, cells }) => fault ? <span className="ck-fault">{filled(fault.sentence, locale, fault.values)}</span> : understood === null ? cells.slice(0, 4).join(' · ') : understood.number ?? <span className="ck-soft">{say(words.byContent)}</span>
    },
    { key: 'at', title: say(words.at), cell: ({ understood }) => understood && moment(understood.at), width: 170, isSortable: false },
    { key: 'customer', title: say(words.customer), cell: ({ understood }) => understood && (understood.customer.map(({ value }) => value).join(' · ') || <span className="ck-soft">{say(words.nobody)}</span>), isSortable: false },
    { key: 'product', title: say(words.product), cell: ({ understood }) => understood?.product, isSortable: false, isWideOnly: true },
    { key: 'quantity', title: say(words.quantity), cell: ({ understood }) => understood?.quantity, isNumber: true, width: 80, isSortable: false, isWideOnly: true },
    {
      key: 'amount', title: say(words.amount), isNumber: true, width: 130, isSortable: false,
      cell: ({ understood }) => { const minor = understood?.amountMinor ?? understood?.totalMinor; return minor === null || minor === undefined || !understood ? '' : money(minor, { currency: understood.currency }) }
    }
  ]
  return <Card title={say(words.preview)}><DataTable label={say(words.preview)} rows={rows} columns={columns} rowKey={({ line }) => `${line}`} /></Card>
}
