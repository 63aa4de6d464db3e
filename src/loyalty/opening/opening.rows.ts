/** One row of a file of balances: whose it is, and the lots it brings; or what is wrong with it. Pure. */
import { createAmountReader, createWall, readKey, readTime } from '#activity/imports/imports.ts'
import { keyOf, type Key } from '#customers/identity/identity.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Day } from '#foundation/zone.ts'
import type { PolicyParameters } from '#loyalty/points/points.schema.ts'
import { lifeOf } from '#loyalty/points/points.ts'
import type { OpeningField } from './opening.mapping.ts'
import type { OpeningMapping } from './opening.schema.ts'
import type { OpeningFault } from './opening.faults.words.ts'

export interface RowLot { readonly part: 0 | 1 | 2, readonly currency: string | null, readonly amount: bigint, readonly earnedOn: Day | null, readonly expiresOn: Day | null, readonly tag: string }
export interface Row { readonly keys: readonly Key[], readonly name: string | null, readonly tier: string | null, readonly lots: readonly RowLot[] }
export interface Fault { readonly code: OpeningFault, readonly detail: Readonly<Record<string, string>>, readonly points: bigint, readonly currency: string | null }
export const isFault = (row: Row | Fault): row is Fault => 'code' in row

export interface RowRules {
  readonly mapping: OpeningMapping, readonly zone: string, readonly country: string, readonly now: Date
  /** The currencies of the points policy, and the tiers, that a row may name. */
  readonly currencies: PolicyParameters, readonly tiers: ReadonlyMap<string, string>
}

const whole = 10_000
const named: Readonly<Record<string, string>> = { 积分: 'points', 可用积分: 'points', point: 'points', 成长值: 'growth', 经验值: 'growth' }
const keyKinds = ['phone', 'unionid', 'openid', 'card', 'email', 'customer'] as const

export function createReader({ mapping: { columns, dateOrder, noEnd, programme }, zone, country, now, currencies, tiers }: RowRules): (cells: readonly string[]) => Row | Fault {
  const wall = createWall(zone)
  const amounts = createAmountReader(undefined, () => undefined)
  const order = dateOrder ?? 'dmy'
  const at = (cells: readonly string[], field: OpeningField): string => { const column = columns[field]; return column === undefined ? '' : (cells[column] ?? '').trim() }

  /** A key that cannot be read names nobody; a number of the other system means nothing but there. */
  function keysOf(cells: readonly string[]): readonly Key[] {
    return keyKinds.flatMap((kind): readonly Key[] => {
      const raw = readKey(at(cells, kind))
      if (raw === undefined) return []
      try {
        return [kind === 'customer' ? keyOf('number', `${programme}:${raw}`, country) : keyOf(kind, raw, country)]
      } catch (error) {
        if (error instanceof Refusal) return []
        throw error
      }
    })
  }

  function dayOf(raw: string, latest: number): Day | null | undefined {
    if (raw === '') return null
    const found = readTime(raw, { wall, order, latest })
    return typeof found === 'number' ? wall.dayOf(found) : undefined
  }

  const fault = (code: OpeningFault, detail: Readonly<Record<string, string>> = {}, points = 0n, currency: string | null = null): Fault => ({ code, detail, points, currency })

  /** Points of a cell: a whole number of at least 0, or what is wrong with it. */
  function pointsOf(raw: string): bigint | Fault {
    if (raw === '') return 0n
    const found = amounts.read(raw)
    if (typeof found !== 'number') return fault('amount_wrong', { value: raw })
    if (found < 0) return fault('negative', { value: raw })
    return found % whole === 0 ? BigInt(found / whole) : fault('fraction', { value: raw })
  }

  return (cells) => {
    const currencyText = at(cells, 'currency')
    const currency = currencyText === '' ? 'points' : named[currencyText.toLowerCase()] ?? currencyText.toLowerCase()
    const amount = pointsOf(at(cells, 'amount'))
    if (typeof amount !== 'bigint') return amount
    const growth = pointsOf(at(cells, 'growth'))
    if (typeof growth !== 'bigint') return growth
    const wrong = (code: OpeningFault, detail: Readonly<Record<string, string>> = {}): Fault => fault(code, detail, amount, currency)
    const keys = keysOf(cells)
    if (keys.length === 0) return wrong('no_member')
    if (amount > 0n && currencies[currency] === undefined) return wrong('unknown_currency', { value: currencyText })
    if (growth > 0n && currencies['growth'] === undefined) return wrong('unknown_currency', { value: 'growth' })
    const earnedOn = dayOf(at(cells, 'earned'), now.getTime())
    if (earnedOn === undefined) return wrong('earned_wrong', { value: at(cells, 'earned') })
    const expiresText = at(cells, 'expires')
    const isNever = /^(永久|永久有效|长期|长期有效|never|none|-|—)$/i.test(expiresText)
    const expiresOn = isNever ? null : dayOf(expiresText, Number.POSITIVE_INFINITY)
    if (expiresOn === undefined) return wrong('expires_wrong', { value: expiresText })
    if (earnedOn !== null && expiresOn !== null && expiresOn < earnedOn) return wrong('ends_before', { earned: earnedOn, expires: expiresOn })
    const tierText = at(cells, 'tier')
    const tier = tierText === '' ? null : tiers.get(tierText.toLowerCase())
    if (tier === undefined) return wrong('unknown_tier', { value: tierText })
    const number = at(cells, 'lot')
    const tag = number !== '' ? `#${number}` : earnedOn === null && expiresOn === null ? 'balance' : `${earnedOn ?? ''}/${expiresOn ?? ''}`
    const today = wall.dayOf(now.getTime())
    const endOf = (name: string, from: Day): Day | null => { const policy = currencies[name]; return policy === undefined ? null : lifeOf(from, policy).expiresOn }
    const end = expiresOn !== null || isNever || noEnd === 'never' ? expiresOn : endOf(currency, earnedOn ?? today)
    const lots: RowLot[] = [
      ...(amount > 0n ? [{ part: 0 as const, currency, amount, earnedOn, expiresOn: end, tag }] : []),
      ...(growth > 0n ? [{ part: 1 as const, currency: 'growth', amount: growth, earnedOn: null, expiresOn: endOf('growth', today), tag: 'growth' }] : [])
    ]
    return { keys, name: at(cells, 'name') === '' ? null : at(cells, 'name').slice(0, 100), tier, lots: lots.length > 0 ? lots : [{ part: 2, currency: null, amount: 0n, earnedOn: null, expiresOn: null, tag: 'nothing' }] }
  }
}
