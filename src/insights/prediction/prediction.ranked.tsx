import { Select } from 'antd'
import { useMemo } from 'react'
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
import { predictionPageWords as words } from './prediction.page.words.ts'
import { Reasons } from './prediction.why.tsx'
import type { Prediction, Scored, Sort } from './prediction.schema.ts'

const sorts = { doubt: words.byDoubt, chance: words.byChance, churn: words.byChurn, value: words.byValue, spend: words.bySpend } as const
const sortKeys: readonly Sort[] = ['spend', 'value', 'chance', 'churn', 'doubt']
const bands = { any: {}, low: { most: 0.2 }, middle: { least: 0.2, most: 0.6 }, high: { least: 0.6 } } as const
const bandWords = { any: words.anyChance, low: words.low, middle: words.middle, high: words.high } as const
const bandKeys = ['any', 'low', 'middle', 'high'] as const
const groups = { all: words.everybody, once: words.once, again: words.regulars } as const
const groupKeys = ['all', 'once', 'again'] as const

/** Everybody who ever bought, in the order that is asked for, with what is expected of each and why; and the file of all of them. */
export function Ranked({ data }: { readonly data: Prediction }) {
  const { say } = useWords()
  const { values, change } = useAddress()
  const sort = sortKeys.find((one) => one === values['sort']) ?? 'spend'
  const band = bandKeys.find((one) => one === values['band']) ?? 'any'
  const group = groupKeys.find((one) => one === values['who']) ?? 'all'
  const query: ListQuery<'/api/prediction/customers'> = { sort, ...(group === 'all' ? {} : { bought: group }), ...bands[band] }
  const { rows, isPending, error, retry, more } = useRows('/api/prediction/customers', query, 50)
  const columns = useColumns(data)
  return (
    <Card title={say(words.list)} aside={say(sorts[sort])}>
      <div className="ck-bar in-tight">
        <Select aria-label={say(words.sort)} value={sort} onChange={(next: string) => change({ sort: next })} popupMatchSelectWidth={false} options={sortKeys.map((value) => ({ value, label: say(sorts[value]) }))} />
        <Select aria-label={say(words.who)} value={group} onChange={(next: string) => change({ who: next === 'all' ? undefined : next })} popupMatchSelectWidth={false} options={groupKeys.map((value) => ({ value, label: say(groups[value]) }))} />
        <Select aria-label={say(words.chances)} value={band} onChange={(next: string) => change({ band: next === 'any' ? undefined : next })} popupMatchSelectWidth={false} options={bandKeys.map((value) => ({ value, label: say(bandWords[value]) }))} />
        <span className="ck-end"><ExportMenu hrefs={{ csv: addressOf('/api/prediction/customers/file', { ...query, format: 'csv' }), xlsx: addressOf('/api/prediction/customers/file', { ...query, format: 'xlsx' }) }} /></span>
      </div>
      {error !== null && error !== undefined
        ? <ErrorNote error={error} onRetry={retry} />
        : <DataTable label={say(words.list)} rows={rows} columns={columns} rowKey={(row) => row.customerId} isPending={isPending} more={more} empty={<p className="ck-soft">{say(words.nobody)}</p>} maxHeight="520px" />}
    </Card>
  )
}

function useColumns({ stamp, horizonDays, valueDays, discountRate }: Prediction): readonly Column<Scored>[] {
  const { say } = useWords()
  const { money, num, percent } = useFormat()
  const definition = useDefinition(stamp)
  const isNarrow = useNarrow()
  const isRoomy = useRoomy()
  return useMemo(() => {
    const whole = (minor: string) => money(minor, { whole: true })
    const columns: readonly Column<Scored>[] = [
      { key: 'name', title: say(words.customer), cell: (row) => <CustomerLink customerId={row.customerId} name={row.name} /> },
      { key: 'chance', title: say(words.chance, { days: horizonDays }), isNumber: true, width: isNarrow ? 100 : 150, definition: { ...definition, says: say(words.chanceSays, { days: horizonDays }) }, cell: (row) => isNarrow ? percent(row.chance) : <ShareBar share={row.chance} tone={row.chance < 0.2 ? 'lost' : row.chance < 0.6 ? 'risk' : 'accent'} /> },
      { key: 'purchases', title: say(words.visits), isNumber: true, width: 90, isWideOnly: true, cell: (row) => num(row.purchases, 2) },
      { key: 'spend', title: say(words.spendEach), isNumber: true, width: 190, isWideOnly: true, definition: { ...definition, says: say(words.spendSays, { days: horizonDays }) }, cell: (row) => <>{whole(row.spendMinor)} {isRoomy && <span className="ck-soft ck-small">({whole(row.spendLowMinor)}–{whole(row.spendHighMinor)})</span>}</> },
      { key: 'value', title: say(words.value), isNumber: true, width: isRoomy ? 190 : 100, isWideOnly: true, definition: { ...definition, says: say(words.valueSays, { days: valueDays, rate: percent(discountRate) }) },
        cell: (row) => <>{whole(row.valueMinor)} {isRoomy && row.valueLowMinor !== null && row.valueHighMinor !== null && <span className="ck-soft ck-small">({whole(row.valueLowMinor)}–{whole(row.valueHighMinor)})</span>}</> },
      { key: 'doubt', title: say(words.doubt), isNumber: true, width: 100, definition: { ...definition, says: say(words.doubtSays) }, cell: (row) => <b>{whole(row.doubtMinor)}</b> },
      { key: 'reasons', title: say(words.reasons), isWideOnly: true, width: 360, cell: (row) => <Reasons reasons={row.reasons} isShort /> }
    ]
    return isRoomy ? columns : columns.filter(({ key }) => key !== 'reasons')
  }, [say, money, num, percent, definition, isNarrow, isRoomy, horizonDays, valueDays, discountRate])
}
