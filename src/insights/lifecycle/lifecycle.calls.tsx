import { Select } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useAddress } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import type { ListQuery } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow, useRoomy } from '#web/media.ts'
import { CustomerLink, useDefinition } from '../definitions/definitions.mark.tsx'
import type { Scope } from '../warehouse/warehouse.scope.tsx'
import { callWords as words, stateWords } from './lifecycle.page.words.ts'
import type { Lifecycle, LifecycleCustomer, StateId } from './lifecycle.schema.ts'
import { toneOf } from './lifecycle.tone.tsx'

const states: readonly StateId[] = ['at_risk', 'lapsed', 'active', 'new', 'reactivated', 'prospect']
const sorts = { at_risk: words.byRisk, money: words.byMoney, silent: words.bySilent } as const
const sortKeys = ['at_risk', 'money', 'silent'] as const

/** The customers behind a state, most money at risk first, and the file of all of them. */
export function CallFirst({ scope, data }: { readonly scope: Scope, readonly data: Lifecycle }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { values, change } = useAddress()
  const state = states.find((one) => one === values['state']) ?? 'at_risk'
  const sort = sortKeys.find((one) => one === values['sort']) ?? (state === 'at_risk' ? 'at_risk' : 'money')
  const query: ListQuery<'/api/lifecycle/customers'> = { ...scope, state, sort }
  const { rows, isPending, error, retry, more } = useRows('/api/lifecycle/customers', query)
  const columns = useColumns(data)
  const count = data.states.find((one) => one.state === state)?.customers ?? 0
  const nameOf = (one: StateId) => say(stateWords[one])
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(values['state'])
  // Whoever pressed a number above wants to see its customers.
  useEffect(() => {
    if (shown.current === values['state']) return
    shown.current = values['state']
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [values])
  return (
    <div ref={place}><Card
      title={state === 'at_risk' ? say(words.title) : say(words.titleOf, { state: nameOf(state) })}
      aside={say(words.aside, { order: say(sorts[sort]), n: num(count) })}
    >
      <div className="ck-bar in-tight">
        <Select aria-label={say(words.state)} value={state} onChange={(next: StateId) => change({ state: next })} popupMatchSelectWidth={false} options={states.filter((one) => one !== 'prospect' || data.states.some((found) => found.state === 'prospect' && found.customers > 0)).map((value) => ({ value, label: nameOf(value) }))} />
        <Select aria-label={say(words.aside, { order: '…', n: num(count) })} value={sort} onChange={(next: string) => change({ sort: next })} popupMatchSelectWidth={false} options={sortKeys.map((value) => ({ value, label: say(sorts[value]) }))} />
        <span className="ck-end"><ExportMenu hrefs={{ csv: addressOf('/api/lifecycle/customers/file', { ...query, format: 'csv' }), xlsx: addressOf('/api/lifecycle/customers/file', { ...query, format: 'xlsx' }) }} /></span>
      </div>
      {error !== null && error !== undefined
        ? <ErrorNote error={error} onRetry={retry} />
        : <DataTable label={say(words.label, { state: nameOf(state) })} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} empty={<p className="ck-soft">{say(words.nobody)}</p>} maxHeight="520px" />}
    </Card></div>
  )
}

function useColumns(data: Lifecycle): readonly Column<LifecycleCustomer>[] {
  const { say } = useWords()
  const { days, money, num } = useFormat()
  const definition = useDefinition(data.stamp)
  const isNarrow = useNarrow()
  const isRoomy = useRoomy()
  const { returnDays } = data
  return useMemo(() => {
    const columns: readonly Column<LifecycleCustomer>[] = [
    { key: 'name', title: say(words.customer), cell: (row) => <CustomerLink customerId={row.customerId} name={row.name} /> },
    { key: 'orders', title: say(words.purchases), cell: (row) => say(words.times, { n: num(row.orders) }), isNumber: true, width: 70, isWideOnly: true },
    { key: 'silent', title: say(words.silent), cell: (row) => row.silentDays === null ? '—' : <>{days(row.silentDays)} {!isNarrow && row.usualGapDays !== null && <span className="ck-soft">{say(words.usual, { days: days(row.usualGapDays) })}</span>}</>, width: isNarrow ? 80 : 210 },
    { key: 'money', title: say(words.money), cell: (row) => money(row.moneyMinor, { whole: true }), isNumber: true, isWideOnly: true, width: 100 },
    {
      key: 'back', title: say(words.back, { days: returnDays }), isNumber: true, width: 150, isWideOnly: true, definition: { ...definition, says: say(words.backSays, { days: returnDays }) },
      cell: (row) => row.pReturn === null ? '—' : <ShareBar share={row.pReturn} tone={toneOf[row.state]} />
    },
    { key: 'risk', title: say(words.atRisk), cell: (row) => <b>{money(row.atRiskMinor, { whole: true })}</b>, isNumber: true, width: 100 },
    { key: 'clue', title: say(words.clue), cell: (row) => <span title={say(row.reason)}>{say(row.reason)}</span>, isWideOnly: true, width: 340 }
    ]
    return isRoomy ? columns : columns.filter(({ key }) => key !== 'clue')
  }, [say, days, money, num, definition, returnDays, isNarrow, isRoomy])
}
