/**
 * Sales by day, from which every forecast starts. Net sales: what was sold that day, less what was given back that day, whoever bought. A category is the first
 * step of its path; what the lines of an order do not explain of its total belongs to none.
 */
import type { Day } from '#foundation/zone.ts'
import type { Cleaning } from '../definitions/definitions.schema.ts'
import type { Statement } from '../warehouse/warehouse.ts'

export interface Sold { readonly asOf: Day, readonly cleaning: Cleaning, readonly anonymous: boolean }

const orderValue: Readonly<Record<Cleaning, string>> = { net: 'gross_minor', reference: 'clean_minor', gross: 'gross_minor' }

const counted = ({ cleaning, anonymous }: Sold): string =>
  `day <= cast($asOf as date)${cleaning === 'net' ? '' : " and kind = 'sale'"}${anonymous ? '' : ' and not anonymous'}`
/** `茶` of `茶/绿茶` and `茶 > 绿茶`. */
const top = "split_part(split_part(category, ' > ', 1), '/', 1)"

type SpanRow = { readonly first_day: Day | null, readonly last_day: Day | null, readonly orders: number, readonly customers: number, readonly money_minor: bigint | null }

/** What there is up to the day: enough to see whether anything changed since a forecast was made. */
export const span = (sold: Sold): Statement<SpanRow> => ({
  name: 'forecast.span', params: { asOf: sold.asOf },
  sql: `select min(case when kind = 'sale' then day end) as first_day, max(day) as last_day, cast(count(*) as integer) as orders,
      cast(count(distinct case when not anonymous then customer_id end) as integer) as customers, cast(sum(${orderValue[sold.cleaning]}) as bigint) as money_minor
    from warehouse.purchase where ${counted(sold)}`
})

type DayRow = { readonly day: Day, readonly part: string | null, readonly money_minor: bigint }

export const byDay = (sold: Sold): Statement<DayRow> => ({
  name: 'forecast.byDay', params: { asOf: sold.asOf },
  sql: `select day, cast(null as varchar) as part, cast(sum(${orderValue[sold.cleaning]}) as bigint) as money_minor from warehouse.purchase where ${counted(sold)} group by day order by day`
})

export const byStore = (sold: Sold): Statement<DayRow> => ({
  name: 'forecast.byStore', params: { asOf: sold.asOf },
  sql: `select day, cast(store_id as varchar) as part, cast(sum(${orderValue[sold.cleaning]}) as bigint) as money_minor from warehouse.purchase where ${counted(sold)}
    group by day, store_id order by day, store_id nulls first`
})

export const byCategory = (sold: Sold): Statement<DayRow> => ({
  name: 'forecast.byCategory', params: { asOf: sold.asOf },
  sql: `select day, part, cast(sum(amount_minor) as bigint) as money_minor from (
      select day, ${top} as part, amount_minor from warehouse.line where category is not null and ${counted(sold)}${sold.cleaning === 'reference' ? ' and quantity > 0 and amount_minor > 0' : ''}
    ) named group by day, part order by day, part collate "C"`
})
