/** The replay itself: members page by page through both sets of rules, summed as they come; only who is told apart is kept. */
import type { Db } from '#foundation/db.ts'
import { dayIn } from '#foundation/zone.ts'
import { wallClock } from '../earning/earning.ts'
import { mainOf } from '../points/points.ts'
import { calendarOf } from '../tiers/tiers.ts'
import { openLastDays, openNear, tellAgain, type Outcome } from './replay.member.ts'
import { membersAfter } from './replay.read.sql.ts'
import { always, type InForce } from './replay.scenarios.ts'
import type { Result } from './replay.schema.ts'
import { saveMembers, type DifferenceRow } from './replay.sql.ts'
import { monthsBefore, openSums } from './replay.sums.ts'

export interface Task {
  readonly runId: string, readonly now: number, readonly zone: string, readonly currency: string, readonly months: number, readonly priceMinor: string
  readonly inForce: InForce['drafts'], readonly drafted: InForce['drafts']
}

const pageSize = 1_000
const nobody = '00000000-0000-0000-0000-000000000000'

export async function replay(db: Db, task: Task, { signal, onProgress }: { readonly signal: AbortSignal, readonly onProgress: (customers: number, orders: number) => void }): Promise<Omit<Result, 'milliseconds'>> {
  const { now, zone } = task
  const clockwork = { calendar: calendarOf(zone, dayIn(zone)), wallClock: wallClock(zone), lastDay: openLastDays(), near: openNear() }
  const today = clockwork.calendar.dayOf(now)
  const months = monthsBefore(today, task.months)
  const [first, scenarios] = [`${months[0] ?? ''}-01`, { now: always(task.inForce), then: always(task.drafted) }]
  const sums = { now: openSums(months, today, clockwork.calendar), then: openSums(months, today, clockwork.calendar) }
  const main = mainOf(task.drafted.points) ?? null
  const ranks = new Map(task.drafted.tiers.tiers.map(({ id }, rank) => [id, rank]))
  const counts = { customers: 0, orders: 0, winners: 0, losers: 0, rising: 0, falling: 0 }
  const points = ({ earned, reversed }: Outcome): bigint => [...earned, ...reversed].reduce((sum, { currency, day, amount }) => (currency === main && day >= first ? sum + amount : sum), 0n)
  for (let after = nobody; ;) {
    signal.throwIfAborted()
    const members = await membersAfter(db, after, task.currency, pageSize)
    const last = members.at(-1)
    if (last === undefined) break
    const differences: DifferenceRow[] = []
    for (const member of members) {
      const [was, is] = [tellAgain(member, scenarios.now, clockwork, now), tellAgain(member, scenarios.then, clockwork, now)]
      sums.now.add(was)
      sums.then.add(is)
      const row = { customerId: member.customerId, before: points(was), after: points(is), tierBefore: was.spells.at(-1)?.tier ?? '', tierAfter: is.spells.at(-1)?.tier ?? '' }
      const [from, to] = [ranks.get(row.tierBefore), ranks.get(row.tierAfter) ?? 0]
      if (row.after > row.before) counts.winners += 1
      else if (row.after < row.before) counts.losers += 1
      if (from !== undefined && to > from) counts.rising += 1
      else if (from !== undefined && to < from) counts.falling += 1
      if (row.after !== row.before || row.tierAfter !== row.tierBefore) differences.push(row)
      counts.orders += member.orders.length
    }
    counts.customers += members.length
    await saveMembers(db, task.runId, differences)
    onProgress(counts.customers, counts.orders)
    after = last.customerId
  }
  const price = BigInt(task.priceMinor)
  return { ...counts, months: [...months], currency: main, now: sums.now.side(scenarios.now, main, price), then: sums.then.side(scenarios.then, main, price) }
}
