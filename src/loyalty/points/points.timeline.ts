/** Points in the customer's timeline, straight from the journal. */
import type { TimelineEntry, TimelineSource } from '#activity/events/events.ts'
import { unionOf } from '#customers/identity/identity.ts'
import { moveKinds, movesKinds } from './points.moves.words.ts'
import { pastKinds, pointsKinds } from './points.words.ts'
import { bookingsBefore } from './timeline.sql.ts'

/** The command that an entry's kind stands for; what time alone did is a settling. */
const kindOf = new Map<string, string>([...Object.entries(pastKinds), ...Object.entries(moveKinds), ['owe', pastKinds.reverse], ['overdraw', pastKinds.redeem], ['mature', pastKinds.settle], ['expire', pastKinds.settle], ['repay', pastKinds.settle]])
const sentences = new Map([...pointsKinds, ...movesKinds].map(({ kind, sentence }) => [kind, sentence]))

export const pointsTimeline: TimelineSource = {
  groups: ['points'],
  before: async (db, customerId, place, limit) => (await bookingsBefore(db, await unionOf(db, customerId), place, limit)).map((row): TimelineEntry => {
    const kind = kindOf.get(row.kind) ?? `points.${row.kind}`
    return {
      id: row.bookingId, at: row.at, group: 'points', kind, sentence: sentences.get(kind) ?? { zh: kind, en: kind }, source: 'points', actor: row.actor,
      values: { currency: row.currency, amount: row.amount.toString(), available: row.available.toString(), ...(row.number === null ? {} : { source: row.source ?? '', number: row.number }) }
    }
  })
}
