/** From when to when a voucher counts. Pure; local days of the business, both ends included. */
import { addDays, addMonths, endOfMonth, type Day } from '#foundation/zone.ts'
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
    return { validFrom: issuedOn, validTo: life.until === 'day' ? addDays(end, -1) : endOfMonth(end) }
  }
  return { validFrom: issuedOn, validTo: null }
}
