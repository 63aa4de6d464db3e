import { useMemo } from 'react'
import type { Static } from 'typebox'
import { Go } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { replayPageWords as words } from './replay.page.words.ts'
import type { MemberRow } from './replay.schema.ts'

type Row = Static<typeof MemberRow>

/** Who gains, or who loses, the most first. */
export function ReplayMembers({ runId, side, count }: { readonly runId: string, readonly side: 'winners' | 'losers', readonly count: number }) {
  const { say } = useWords()
  const { num, change } = useFormat()
  const path = `/api/replay/${runId}/members`
  const { rows, isPending, error, retry, more } = useRows<Row>(path, { side })
  const title = say(side === 'winners' ? words.winners : words.losers)
  const columns = useMemo((): readonly Column<Row>[] => [
    { key: 'name', title: say(words.who), cell: (row) => <Go to={`/customers/${row.customerId}`}>{row.name ?? say(words.unnamed)}</Go>, isSortable: false },
    { key: 'before', title: say(words.now), cell: (row) => num(Number(row.before)), isNumber: true, width: 110, isSortable: false },
    { key: 'after', title: say(words.then), cell: (row) => num(Number(row.after)), isNumber: true, width: 110, isSortable: false },
    { key: 'difference', title: say(words.difference), cell: (row) => <b>{change(Number(row.difference))}</b>, isNumber: true, width: 110, isSortable: false }
  ], [say, num, change])
  return (
    <Card title={title} aside={<span className="ck-bar">{num(count)}<ExportMenu hrefs={{ csv: addressOf(`${path}/file`, { side, format: 'csv' }), xlsx: addressOf(`${path}/file`, { side, format: 'xlsx' }) }} /></span>}>
      {error !== null && error !== undefined ? <ErrorNote error={error} onRetry={retry} /> : <DataTable label={title} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} maxHeight="420px" empty={<p className="ck-soft">{say(words.nobody)}</p>} />}
    </Card>
  )
}
