import { Button, Select } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useAddress } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import type { ListQuery } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { Day, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { CustomerLink } from '../definitions/definitions.mark.tsx'
import type { BehaviourScope } from './behaviour.scope.tsx'
import { listWords as words } from './behaviour.page.words.ts'
import type { BehaviourCustomer } from './customers.schema.ts'
import { titleOf, wantedOf, without } from './customers.wanted.tsx'

const sorts = { money: words.byMoney, orders: words.byOrders, recent: words.byRecent } as const
const sortKeys = ['money', 'orders', 'recent'] as const

/** The customers behind the number that was pressed, and the file of all of them. */
export function CustomerList({ scope }: { readonly scope: BehaviourScope }) {
  const { say } = useWords()
  const { values, change } = useAddress()
  const sort = sortKeys.find((one) => one === values['sort']) ?? 'money'
  const query: ListQuery<'/api/behaviour/customers'> = { ...scope, ...wantedOf(values), sort }
  const { rows, isPending, error, retry, more } = useRows('/api/behaviour/customers', query)
  const columns = useColumns(query.promotion !== undefined || query.below !== undefined)
  const title = titleOf(values, say)
  const place = useRef<HTMLDivElement>(null)
  // Whoever pressed a number wants to see its customers.
  useEffect(() => { place.current?.scrollIntoView({ block: 'nearest' }) }, [title])
  return (
    <div ref={place}>
      <Card title={title} aside={say(words.title)}>
        <div className="ck-bar in-tight">
          <Select aria-label={say(words.sort)} value={sort} onChange={(next: string) => change({ sort: next })} popupMatchSelectWidth={false} options={sortKeys.map((value) => ({ value, label: say(sorts[value]) }))} />
          <Button onClick={() => change(without)}>{say(words.close)}</Button>
          <span className="ck-end"><ExportMenu hrefs={{ csv: addressOf('/api/behaviour/customers/file', { ...query, format: 'csv' }), xlsx: addressOf('/api/behaviour/customers/file', { ...query, format: 'xlsx' }) }} /></span>
        </div>
        {error !== null && error !== undefined
          ? <ErrorNote error={error} onRetry={retry} />
          : <DataTable label={title} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} maxHeight="520px" />}
      </Card>
    </div>
  )
}

function useColumns(isPriced: boolean): readonly Column<BehaviourCustomer>[] {
  const { say } = useWords()
  const { num, money, days, percent } = useFormat()
  return useMemo(() => [
    { key: 'name', title: say(words.customer), cell: (row) => <CustomerLink customerId={row.customerId} name={row.name} /> },
    { key: 'orders', title: say(words.ordersColumn), cell: (row) => num(row.orders), isNumber: true, width: 80 },
    { key: 'usual', title: say(words.usual), cell: (row) => row.usualGapDays === null ? '—' : days(row.usualGapDays), isNumber: true, isWideOnly: true, width: 120 },
    { key: 'last', title: say(words.last), cell: (row) => <Day day={row.lastDay} />, isNumber: true, isWideOnly: true, width: 140 },
    { key: 'money', title: say(words.money), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, width: 120 },
    ...(isPriced ? [
      { key: 'promotion', title: say(words.promotionShare), cell: (row: BehaviourCustomer) => row.promotionShare === null ? '—' : percent(row.promotionShare), isNumber: true, width: 110 },
      { key: 'below', title: say(words.belowShare), cell: (row: BehaviourCustomer) => row.belowShare === null ? '—' : percent(row.belowShare), isNumber: true, isWideOnly: true, width: 110 }
    ] : [])
  ], [say, num, money, days, percent, isPriced])
}
