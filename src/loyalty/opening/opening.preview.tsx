import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { openingPageWords as words } from './opening.page.words.ts'
import type { PreviewRow } from './opening.schema.ts'

/** The first rows as they were understood; a row that was not says why. */
export function PreviewCard({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { say, locale } = useWords()
  const { nameOf } = useCurrencies()
  const { num, day } = useFormat()
  const columns: readonly Column<PreviewRow>[] = [
    { key: 'line', title: say(words.line), cell: ({ line }) => line, isNumber: true, width: 64, isSortable: false },
    {
      key: 'member', title: say(words.member), isSortable: false,
      cell: ({ understood, fault, cells }) => (fault !== null ? <span className="ck-fault">{locale === 'en' ? fault.en : fault.zh}</span> : understood === null ? cells.slice(0, 4).join(' · ') : understood.member.join(' · '))
    },
    { key: 'name', title: say(words.name), cell: ({ understood }) => understood?.name, isSortable: false, isWideOnly: true, width: 120 },
    { key: 'brings', title: say(words.brings), isSortable: false, cell: ({ understood }) => understood && (understood.lots.map(({ currency, amount }) => `${num(Number(amount))} ${nameOf(currency)}`).join(' · ') || <span className="ck-soft">{say(words.nothing)}</span>) },
    { key: 'earned', title: say(words.earned), isSortable: false, isWideOnly: true, width: 130, cell: ({ understood }) => { const on = understood?.lots[0]?.earnedOn; return on === null || on === undefined ? '' : day(on) } },
    { key: 'ends', title: say(words.ends), isSortable: false, isWideOnly: true, width: 130, cell: ({ understood }) => { const lot = understood?.lots[0]; return lot === undefined ? '' : lot.expiresOn === null ? say(words.never) : day(lot.expiresOn) } }
  ]
  return <Card title={say(words.preview)}><DataTable label={say(words.preview)} rows={rows} columns={columns} rowKey={({ line }) => String(line)} /></Card>
}
