/** What a question about the future needs from the rest of the house: today, the definition, the country's holidays, the marks. */
import type { House } from '#foundation/house.ts'
import { listHolidays } from '#settings/business/business.ts'
import { forecastRuleOf } from '../definitions/definitions.ts'
import { inHouse } from '../warehouse/warehouse.ts'
import type { ForecastInput } from './forecast.gathering.ts'
import { listMarks } from './forecast.marks.ts'
import type { ForecastQuery } from './forecast.schema.ts'

export async function inputOf(house: House, query: ForecastQuery): Promise<ForecastInput & { readonly currency: string }> {
  const { grain } = query
  const asked = await inHouse(house, query)
  const { country, items } = await listHolidays(house.db)
  return { ...asked, rule: await forecastRuleOf(house.db, asked), grain: grain ?? 'day', country, holidays: items.map(({ day, kind, festival, nameZh, nameEn }) => ({ day, kind, festival, nameZh, nameEn })), marks: await listMarks(house.db) }
}
