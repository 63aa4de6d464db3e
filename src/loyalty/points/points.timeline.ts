/** Points in the customer's timeline, straight from the journal: where they count, which for facts that came late is not when they were booked. */
import type { TimelineEntry, TimelineSource } from '#activity/events/events.ts'
import { unionOf } from '#customers/identity/identity.ts'
import { say, type Sentence } from '#foundation/words.ts'
import { moveKinds, movesKinds } from './points.moves.words.ts'
import { loadPolicies } from './points.policy.ts'
import { unitsOf } from './points.terms.words.ts'
import { leftWords, pastKinds, pointsKinds, timeKinds } from './points.words.ts'
import { bookingsBefore } from './timeline.sql.ts'

/** The command that an entry's kind stands for, or what time did. */
const kindOf = new Map<string, string>([...Object.entries(pastKinds), ...Object.entries(moveKinds), ...Object.entries(timeKinds), ['owe', pastKinds.reverse], ['overdraw', pastKinds.redeem]])
const sentences = new Map<string, Sentence>([...pointsKinds, ...movesKinds].map(({ kind, sentence }) => [kind, sentence]))

export const pointsTimeline: TimelineSource = {
  groups: ['points'],
  before: async (db, customerId, place, limit) => {
    const rows = await bookingsBefore(db, await unionOf(db, customerId), place, limit)
    if (rows.length === 0) return []
    const { newest } = await loadPolicies(db)
    return rows.map((row): TimelineEntry => {
      const kind = kindOf.get(row.kind) ?? `points.${row.kind}`
      const { name = { zh: row.currency, en: row.currency }, scale = 0, spendable = true } = newest[row.currency] ?? {}
      const left = spendable ? leftWords.toSpend : leftWords.counted
      const said = sentences.get(kind) ?? { zh: kind, en: kind }
      const [amount, available] = [unitsOf(row.amount.toString(), scale), unitsOf(row.available.toString(), scale)]
      // As people write it, with all digits of the currency; both languages group by thousands alike.
      const shown = (units: number): string => units.toLocaleString('en', { minimumFractionDigits: scale, maximumFractionDigits: scale })
      const told = (language: 'zh-CN' | 'en', here: Sentence, ends: Sentence): string => say(said, language, { currency: language === 'en' ? here.en : here.zh, left: say(ends, language, { available: shown(available) }), amount: shown(amount) })
      return {
        id: row.bookingId, at: row.at, group: 'points', kind, source: 'points', actor: row.actor,
        sentence: { zh: told('zh-CN', name, left), en: told('en', name, left) },
        values: { currency: row.currency, amount, available, ...(row.number === null ? {} : { source: row.source ?? '', number: row.number }) }
      }
    })
  }
}
