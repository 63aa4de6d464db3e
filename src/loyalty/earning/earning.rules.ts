/**
 * What a basket earns: pure, exact, and the same for tills, orders, returns, replay and tests. Every rule is computed on the exact money, rounded once for the
 * order in its own way, limited, and then shared over its lines by largest remainder.
 */
import { alike, least, rounded, shared, times, zero, type Fraction } from './earning.amounts.ts'
import type { Basket, BasketLine } from './earning.basket.ts'
import { fitsEvent, fitsOrder, linesOf, type Facts } from './earning.match.ts'
import type { Programme, Rule, Stacking } from './earning.schema.ts'

/** So many points of a rule for a line; line 0 is the order or the event as a whole. */
export interface Part { readonly currency: string, readonly lineNo: number, readonly rule: string, readonly amount: bigint }

/** What limits leave. A limited rule that is not named may give nothing more; without rooms there is no limit but that of the order. */
export interface Rooms { readonly rules: ReadonlyMap<string, bigint>, readonly currencies: ReadonlyMap<string, bigint> }

/** Whether its limit needs to know what was given before. */
export const isLimited = ({ most, budget }: Rule): boolean => budget !== undefined || most?.day !== undefined || most?.customer !== undefined

interface Exact { readonly line: number, readonly amount: Fraction }

/** What the basket earns under the programme, rule by rule and line by line. */
export function accrue(basket: Basket, facts: Facts, programme: Programme, rooms?: Rooms): readonly Part[] {
  const lines = basket.lines.filter(({ amountMinor }) => amountMinor > 0n)
  if (lines.length === 0 || programme.sources?.includes(basket.source) === false) return []
  const parts: Part[] = []
  for (const [currency, terms] of Object.entries(programme.currencies)) {
    const rules = programme.rules.filter((rule) => rule.currency === currency && fitsOrder(rule.when, basket, facts) && reaches(rule, lines))
    const exact = exactly(rules, lines, facts, terms.stacking)
    let room = rooms?.currencies.get(currency)
    if (terms.most?.order !== undefined) room = least(BigInt(terms.most.order), room ?? BigInt(terms.most.order))
    for (const rule of rules) {
      const own = exact.get(rule.key)
      if (own === undefined) continue
      const { over, d } = alike(own.map(({ amount }) => amount))
      const wanted = rounded(over.reduce((sum, n) => sum + n, 0n), d, rule.rounding)
      const amount = limited(rule, wanted, rooms, room)
      if (amount <= 0n) continue
      if (room !== undefined) room -= amount
      shared(amount, over).forEach((share, at) => { if (share > 0n) parts.push({ currency, lineNo: own[at]?.line ?? 0, rule: rule.key, amount: share }) })
    }
  }
  return parts
}

function limited(rule: Rule, wanted: bigint, rooms: Rooms | undefined, room: bigint | undefined): bigint {
  let amount = wanted
  if (rule.most?.order !== undefined) amount = least(amount, BigInt(rule.most.order))
  if (rooms !== undefined && isLimited(rule)) amount = least(amount, rooms.rules.get(rule.key) ?? 0n)
  return room === undefined ? amount : least(amount, room)
}

function reaches(rule: Rule, lines: readonly BasketLine[]): boolean {
  const own = linesOf(rule, lines)
  return own.length > 0 && (rule.when?.atLeastMinor === undefined || own.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) >= BigInt(rule.when.atLeastMinor))
}

/** What each rule gives for each line, before any rounding. */
function exactly(rules: readonly Rule[], lines: readonly BasketLine[], facts: Facts, stacking: Stacking): ReadonlyMap<string, readonly Exact[]> {
  const found = new Map<string, Exact[]>()
  const add = (rule: Rule, line: number, amount: Fraction): void => {
    if (amount.n === 0n) return
    const own = found.get(rule.key)
    if (own === undefined) found.set(rule.key, [{ line, amount }])
    else own.push({ line, amount })
  }
  const multiples = rules.filter(({ give }) => give.kind === 'times' || give.kind === 'tier')
  const isSlow = facts.ratePermille < 1000 && multiples.some(({ give }) => give.kind === 'tier')
  for (const line of lines) {
    let ground = zero
    for (const rule of rules) {
      if (rule.give.kind === 'fixed' || linesOf(rule, [line]).length === 0) continue
      if (rule.give.kind === 'unit') add(rule, line.lineNo, pieces(line.quantity, rule.give.points))
      if (rule.give.kind !== 'rate') continue
      const amount = { n: line.amountMinor * BigInt(rule.give.points), d: BigInt(rule.give.perMinor) }
      if (rule.give.extra === true) add(rule, line.lineNo, amount)
      else if (ground.n === 0n) {
        // A tier that earns less than others makes the ground itself smaller: nothing is ever given and taken away again.
        ground = isSlow ? times(amount, BigInt(facts.ratePermille), 1000n) : amount
        add(rule, line.lineNo, ground)
      }
    }
    if (ground.n > 0n) stack(multiples.filter((rule) => linesOf(rule, [line]).length > 0), facts, stacking).forEach(({ rule, by, per }) => add(rule, line.lineNo, times(ground, by, per)))
  }
  for (const rule of rules) if (rule.give.kind === 'fixed') add(rule, 0, { n: BigInt(rule.give.points), d: 1n })
  return found
}

const permilleOf = ({ give }: Rule, facts: Facts): bigint => (give.kind === 'times' ? BigInt(give.permille) : BigInt(facts.ratePermille))

/** How much each multiple adds to the ground: beside each other, one upon the other in the order of the rules, or only the highest. */
function stack(multiples: readonly Rule[], facts: Facts, stacking: Stacking): readonly { readonly rule: Rule, readonly by: bigint, readonly per: bigint }[] {
  const above = multiples.map((rule) => ({ rule, permille: permilleOf(rule, facts) })).filter(({ permille }) => permille > 1000n)
  if (stacking === 'additive') return above.map(({ rule, permille }) => ({ rule, by: permille - 1000n, per: 1000n }))
  if (stacking === 'best') {
    const best = above.reduce<(typeof above)[number] | undefined>((first, one) => (first === undefined || one.permille > first.permille ? one : first), undefined)
    return best === undefined ? [] : [{ rule: best.rule, by: best.permille - 1000n, per: 1000n }]
  }
  let [by, per] = [1n, 1n]
  return above.map(({ rule, permille }) => {
    const own = { rule, by: by * (permille - 1000n), per: per * 1000n }
    by *= permille
    per *= 1000n
    return own
  })
}

/** Quantities have up to six decimals. */
function pieces(quantity: string, points: number): Fraction {
  const [, whole = '0', decimals = ''] = /^(\d+)(?:\.(\d{1,6}))?/.exec(quantity) ?? []
  return { n: (BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'))) * BigInt(points), d: 1_000_000n }
}

/** What an event of the log earns. */
export function accrueEvent(event: { readonly kind: string, readonly source: string, readonly body: Readonly<Record<string, unknown>> }, facts: Facts, programme: Programme, rooms?: Rooms): readonly Part[] {
  const room = new Map(rooms?.currencies)
  return programme.rules.flatMap((rule) => {
    const { give, currency } = rule
    if (give.kind !== 'event' || give.event !== event.kind || !fitsEvent(give.asks, event.body) || !fitsOrder(rule.when, { source: event.source, storeId: null, channel: null }, facts)) return []
    const amount = limited(rule, BigInt(give.points), rooms, room.get(currency))
    const left = room.get(currency)
    if (left !== undefined && amount > 0n) room.set(currency, left - amount)
    return amount > 0n ? [{ currency, lineNo: 0, rule: rule.key, amount }] : []
  })
}
