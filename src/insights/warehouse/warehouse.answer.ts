/** What a route of this room does before it asks: data fresh, today known, the query's scope as it stands. */
import type { House } from '#foundation/house.ts'
import { dayOf, type Day } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { ScopeQuery } from '../definitions/definitions.schema.ts'
import { freshen } from './warehouse.jobs.ts'
import type { Asked } from './warehouse.question.ts'

export interface InHouse extends Asked { readonly currency: string, readonly zone: string, readonly today: Day, readonly version: number | undefined }

export async function inHouse(house: House, { asOf, cleaning, category, store, version }: ScopeQuery): Promise<InHouse> {
  const { zone, currency } = await readBusiness(house.db)
  const isBehind = !(await freshen(house))
  return { isBehind, today: dayOf(house.clock(), zone), zone, currency, asOf, cleaning, category, store, version }
}
