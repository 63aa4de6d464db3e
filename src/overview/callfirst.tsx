import { addressOf } from '#web/api.ts'
import { Go, useAsOf, useHasPage } from '#web/address.tsx'
import { ExportMenu } from '#web/export.tsx'
import { ShareBar, type DefinitionRef } from '#web/figure.tsx'
import { useFormat, type Format } from '#web/format.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import type { Lifecycle, LifecycleCustomer } from '../insights/lifecycle/lifecycle.schema.ts'
import { overviewWords } from './overview.words.ts'
import { useLifecycleDefinition } from './definition.tsx'

const shown = 5

/** The at-risk customers with most money at risk, and the way to all of them. */
export function CallFirst({ now }: { readonly now: Lifecycle | undefined }) {
  const words = useWords()
  const format = useFormat()
  const { say } = words
  const asOf = useAsOf()
  const hasPage = useHasPage()
  const definition = useLifecycleDefinition(now)
  const basis = now === undefined || now.moneyAtRisk.basis === 'none' ? undefined : say(overviewWords[now.moneyAtRisk.basis])
  const all = now?.moneyAtRisk.customers ?? 0
  const file = { state: 'at_risk', sort: 'at_risk', asOf }
  return (
    <Card title={say(overviewWords.callFirst)} aside={hasPage('/lifecycle') && all > 0 && <Go to="/lifecycle" search={{ state: 'at_risk' }}>{say(overviewWords.all, { n: all })} →</Go>}>
      <DataTable
        label={say(overviewWords.callFirst)} isPending={now === undefined} rows={now?.callFirst.slice(0, shown) ?? []} rowKey={(row) => row.customerId}
        columns={columnsOf(words, format, now?.returnDays ?? 90, definition, hasPage('/customers/$customerId'))} empty={<p className="ck-soft">{say(overviewWords.nobody)}</p>}
      />
      {all > 0 && (
        <div className="ck-bar ck-card-foot">
          <ExportMenu hrefs={{ csv: addressOf('/api/lifecycle/customers/file', { ...file, format: 'csv' }), xlsx: addressOf('/api/lifecycle/customers/file', { ...file, format: 'xlsx' }) }} />
          {basis !== undefined && <span className="ck-soft ck-small">{say(overviewWords.countedBy, { basis })}</span>}
        </div>
      )}
    </Card>
  )
}

function columnsOf({ say }: Words, { num, money, days }: Format, returnDays: number, definition: DefinitionRef | undefined, hasCustomerPage: boolean): readonly Column<LifecycleCustomer>[] {
  const nameOf = (row: LifecycleCustomer) => row.name ?? say(overviewWords.nameless)
  return [
    { key: 'name', title: say(overviewWords.customer), value: nameOf, cell: (row) => hasCustomerPage ? <Go to={`/customers/${row.customerId}`}>{nameOf(row)}</Go> : nameOf(row) },
    { key: 'orders', title: say(overviewWords.purchases), value: (row) => row.orders, cell: (row) => say(overviewWords.times, { n: row.orders }), isNumber: true, isWideOnly: true },
    {
      key: 'silent', title: say(overviewWords.silent), value: (row) => row.silentDays, isWideOnly: true,
      cell: (row) => <>{row.silentDays === null ? '–' : days(row.silentDays)}{row.usualGapDays !== null && <span className="ck-soft">{say(overviewWords.usually, { days: days(row.usualGapDays) })}</span>}</>
    },
    { key: 'spent', title: say(overviewWords.spent), value: (row) => Number(row.moneyMinor), cell: (row) => <b>{money(row.moneyMinor, { whole: true })}</b>, isNumber: true },
    {
      key: 'back', title: say(overviewWords.back, { days: num(returnDays) }), value: (row) => row.pReturn, isNumber: true,
      cell: (row) => row.pReturn === null ? '–' : <ShareBar share={row.pReturn} tone="risk" />,
      ...(definition === undefined ? {} : { definition: { ...definition, says: say(overviewWords.backSays, { days: num(returnDays) }) } })
    }
  ]
}
