/** What customers prefer: what they spend on, come back for, and come in by. */
import type { Engine } from '#foundation/engine.ts'
import { addDays } from '#foundation/zone.ts'
import { wilson } from '#stats/wilson.ts'
import { ask, saleSource } from '../warehouse/warehouse.ts'
import { inBoth, prepare, type BehaviourInput } from './behaviour.question.ts'
import { soldSource } from './behaviour.sold.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import type { KeyOf, Preference } from './preference.schema.ts'
import { entries, favouriteShares, preferred, soldTotals } from './preference.sql.ts'

export interface PreferenceInput extends BehaviourInput { readonly by?: KeyOf | undefined, readonly limit?: number }

const shown = 100
const nextShown = 3

export const readPreference = (engine: Engine, input: PreferenceInput): Promise<Preference> => engine.snapshot(async (snapshot) => {
  const { question, parameters, scope, whole } = await prepare(snapshot, input)
  const by = input.by ?? 'category'
  const sold = soldSource(scope)
  const rows = await ask(snapshot, preferred(sold, by, input.limit ?? shown))
  const [total] = await ask(snapshot, soldTotals(sold, by))
  const [favourite] = await ask(snapshot, favouriteShares(sold, by))
  const since = scope.windowDays === undefined ? '0001-01-01' : addDays(scope.asOf, -scope.windowDays)
  const ways = by === 'category' ? await ask(snapshot, entries(saleSource({ ...whole, category: undefined }), since)) : []
  const money = total?.money_minor ?? 0n
  const customers = total?.customers ?? 0
  return {
    stamp: question.stamp(customers), by,
    missing: customers === 0 ? words.noLines : rows.length === 0 ? words.noCategories
      : customers < parameters.leastCustomers ? inBoth(words.few, { n: customers, least: parameters.leastCustomers }) : null,
    customers, orders: total?.orders ?? 0, lines: total?.lines ?? 0, keys: total?.keys ?? 0, moneyMinor: money.toString(), keyedShare: shareOf(total?.keyed_minor ?? 0n, money),
    items: rows.map((row) => ({
      key: row.key, name: null, customers: row.customers, orders: row.orders, quantity: row.quantity, moneyMinor: row.money_minor.toString(), moneyShare: shareOf(row.money_minor, money),
      repeat: { count: row.repeaters, of: row.customers, ...wilson(row.repeaters, row.customers) }, walletShare: shareOf(row.money_minor, row.wallet_minor)
    })),
    favourite: favouriteOf(favourite),
    entries: entriesOf(ways, input.category)
  }
})

const shareOf = (part: bigint, whole: bigint): number => (whole === 0n ? 0 : Number(part) / Number(whole))

interface Shares { readonly customers: number, readonly single: number, readonly half: number, readonly most: number, readonly q25: number | null, readonly q50: number | null, readonly q75: number | null }

function favouriteOf(row: Shares | undefined): Preference['favourite'] {
  const of = row?.customers ?? 0
  const part = (count = 0) => ({ count, of, ...wilson(count, of) })
  return { customers: of, quartiles: [row?.q25 ?? null, row?.q50 ?? null, row?.q75 ?? null], single: part(row?.single), half: part(row?.half), most: part(row?.most) }
}

interface Way { readonly category: string, readonly next: string | null, readonly back: boolean, readonly customers: number }

/** By first category: how many came in by it, how many ordered again, and what next. Of the scope's category only, where there is one. */
function entriesOf(ways: readonly Way[], category: string | undefined): Preference['entries'] {
  const all = ways.reduce((sum, way) => sum + way.customers, 0)
  const inScope = (found: string): boolean => category === undefined || found === category || found.startsWith(`${category}/`) || found.startsWith(`${category} > `)
  return Object.entries(Object.groupBy(ways.filter((way) => inScope(way.category)), (way) => way.category)).map(([first, own = []]) => {
    const customers = own.reduce((sum, way) => sum + way.customers, 0)
    const back = own.filter((way) => way.back)
    const returned = back.reduce((sum, way) => sum + way.customers, 0)
    return {
      category: first, customers, share: customers / all, back: { count: returned, of: customers, ...wilson(returned, customers) },
      next: back.toSorted((a, b) => b.customers - a.customers).slice(0, nextShown).map((way) => ({ category: way.next, customers: way.customers, share: way.customers / returned }))
    }
  }).sort((a, b) => b.customers - a.customers)
}
