/** From when to when a voucher counts. Pure; local days of the business, both ends included. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { Life } from './vouchers.schema.ts'

/** `undefined` where its last day is over before it would begin: nothing is given out then. */
export function lifeOf(life: Life, issuedOn: Day): { readonly validFrom: Day, readonly validTo: Day | null } | undefined {
  if (life.kind === 'dates') {
    const validFrom = life.from > issuedOn ? life.from : issuedOn
    return validFrom > life.to ? undefined : { validFrom, validTo: life.to }
  }
  if (life.kind === 'days') {
    const validFrom = addDays(issuedOn, life.startsIn)
    return { validFrom, validTo: addDays(validFrom, life.days - 1) }
  }
  if (life.kind === 'months') {
    const end = addMonths(issuedOn, life.months)
    return { validFrom: issuedOn, validTo: life.until === 'day' ? addDays(end, -1) : addDays(addMonths(`${end.slice(0, 7)}-01`, 1), -1) }
  }
  return { validFrom: issuedOn, validTo: null }
}

/** The same day of a later month, or that month's last: 31 January + 1 month = 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}
