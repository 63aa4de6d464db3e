/** Holidays and marks as stretches of days, for a chart to shade. Pure. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { Ground } from './forecast.gathering.ts'
import { occasionNames } from './forecast.occasions.words.ts'
import type { Cut, Forecast } from './forecast.schema.ts'
import { forecastPageWords } from './forecast.page.words.ts'

type Band = Forecast['bands'][number]

/** What lies between two days, both counted in; days of one occasion that follow each other are one band. */
export function bandsOf({ occasions, marks }: Pick<Ground, 'occasions' | 'marks'>, from: Day, to: Day, shown: { readonly cut: Cut, readonly part: string | null }): Band[] {
  const bands: Band[] = []
  const open = new Map<string, number>()
  for (const { day, key, kind, name, expected } of occasions) {
    if (day < from || day > to || kind === 'before') continue
    const place = open.get(key)
    const last = place === undefined ? undefined : bands[place]
    if (place !== undefined && last !== undefined && addDays(last.to, 1) === day) { bands[place] = { ...last, to: day }; continue }
    open.set(key, bands.length)
    bands.push({ kind, name, from: day, to: day, expected })
  }
  for (const mark of marks) {
    if (mark.to < from || mark.from > to || !(mark.cut === 'whole' || (mark.cut === shown.cut && mark.part === shown.part))) continue
    bands.push({ kind: mark.kind, name: mark.kind === 'promotion' ? occasionNames.promotion : forecastPageWords.stockOut, from: mark.from < from ? from : mark.from, to: mark.to > to ? to : mark.to, expected: false })
  }
  return bands.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
