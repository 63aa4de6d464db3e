/** Random commands for a few members and the wallets that some of them share, and what their answers told. */
import type { Random } from '#foundation/random.ts'

interface Command {
  readonly do: string, readonly amount?: string, readonly source?: string, readonly number?: string, readonly holdId?: string, readonly minutes?: number, readonly note?: string, readonly at?: string, readonly earnedAt?: string
}
export interface Order { readonly customerId: string, readonly currency: string, readonly command: Command, readonly receipt?: string, readonly member?: string, readonly partner?: string }
export interface Request {
  readonly key: string, readonly body: { readonly orders: readonly Order[], readonly dryRun?: true }
  /** What was known to be closed when it was sent. */
  readonly openFrom: Date
}

/** What a wallet is known to have done: what later commands refer to. Written when an answer is known. */
export interface Known { readonly earned: string[], readonly grown: string[], readonly spent: string[], readonly holds: string[], readonly receipts: string[], readonly opened: string[], free: number }
export const unknown = (): Known => ({ earned: [], grown: [], spent: [], holds: [], receipts: [], opened: [], free: 0 })

/** A partner, and what our own count says that it gave, took, and got or gave back. */
export interface Alliance { readonly partnerId: string, readonly numbers: Set<string>, issued: bigint, takenBack: bigint, accepted: bigint, givenBack: bigint }

export interface World {
  readonly random: Random, readonly members: readonly string[], readonly pools: readonly string[], readonly known: Map<string, Known>, readonly now: () => Date, readonly next: () => number
  readonly alliance: Alliance
  /** What counts before is in a closed month. */
  openFrom: Date
}

const source = 'model'
const dayMs = 86_400_000

/** Mostly what may well be granted, by what is known of the wallet: what is refused takes the commands that came with it along. */
function commandOf({ random, now, next, openFrom }: World, known: Known): Command {
  const amount = `${1 + random.int(120)}`
  const number = `N${next()}`
  const earlier = new Date(now().getTime() - random.int(40) * dayMs)
  const earn = (): Command => ({ do: 'earn', amount, source, number, ...(random.int(5) === 0 && (earlier >= openFrom || random.int(5) === 0) ? { at: earlier.toISOString() } : {}) })
  const isBold = random.int(12) === 0
  const spent = isBold ? amount : `${1 + random.int(Math.max(1, Math.min(120, Math.floor(known.free / 3))))}`
  const some = (list: readonly string[]): string => (list.length === 0 ? 'none' : random.pick(list.slice(-12)))
  const hold = known.holds.length === 0 ? '00000000-0000-7000-8000-000000000000' : random.pick(known.holds.slice(-3))
  const dice = random.int(104)
  const isBlind = !isBold && ((dice < 66 && known.free < 3) || (dice >= 66 && dice < 74 && known.holds.length === 0) || (dice >= 74 && dice < 83 && known.earned.length === 0) || (dice >= 83 && dice < 92 && known.spent.length === 0))
  if (dice < 30 || isBlind) return earn()
  if (dice < 58) return { do: 'redeem', amount: spent, source, number }
  if (dice < 66) return { do: 'hold', amount: spent, minutes: 1 + random.int(3_000), source, number }
  if (dice < 71) return { do: 'capture', holdId: hold, ...(random.int(2) === 0 ? { amount: `${1 + random.int(20)}` } : {}) }
  if (dice < 74) return { do: 'release', holdId: hold }
  if (dice < 83) return { do: 'reverse', amount: `${1 + random.int(40)}`, source, number: some(known.earned) }
  if (dice < 92) return { do: 'restore', amount: `${1 + random.int(15)}`, source, number: some(known.spent) }
  if (dice < 96) return { do: 'adjust', amount: random.int(2) === 0 ? amount : `-${spent}`, note: `model ${number}` }
  if (dice < 100) return { do: 'settle' }
  if (dice < 103 || known.opened.length === 0) return { do: 'open', amount, earnedAt: new Date(now().getTime() - random.int(200) * dayMs).toISOString(), source, number }
  return { do: 'unopen', source, number: some(known.opened) }
}

/** What is hardly ever refused: for files of commands that would otherwise never be granted whole. */
function safeOf({ random, next }: World, known: Known): Command {
  const dice = random.int(10)
  const named = { source, number: `N${next()}` }
  if (dice < 3 && known.free > 200) return { do: 'redeem', amount: `${5 + random.int(30)}`, ...named }
  if (dice < 4) return { do: 'settle' }
  return { do: 'earn', amount: `${1 + random.int(20)}`, ...named }
}

/** One to five commands that belong together, or a file of many; now and then a receipt, new or used before; now and then only asked for. */
export function requestOf(world: World): Request {
  const { random, members, pools, known, next, alliance, openFrom } = world
  const isFile = random.int(4) === 0
  const orders = Array.from({ length: isFile ? 10 + random.int(50) : 1 + random.int(5) }, (): Order => {
    const isShared = !isFile && pools.length > 0 && random.int(12) === 0
    const customerId = isShared ? random.pick(pools) : random.pick(members)
    const of = known.get(customerId) ?? unknown()
    const dice = isFile ? 20 : random.int(20)
    const receipt = dice === 0 && of.receipts.length > 0 ? random.pick(of.receipts) : dice < 6 ? `R${next()}` : undefined
    if (!isFile && of.grown.length > 0 && random.int(20) === 0) return { customerId, currency: 'growth', command: { do: 'reverse', amount: `${1 + random.int(40)}`, source, number: random.pick(of.grown.slice(-12)) } }
    const command = isFile ? safeOf(world, of) : commandOf(world, of)
    const isGrowth = !isShared && (command.do === 'earn' ? random.int(4) === 0 : command.do !== 'open' && command.do !== 'unopen' && !isFile && random.int(60) === 0)
    const isAllied = !isGrowth && command.at === undefined && (command.do === 'earn' || command.do === 'redeem') && random.int(12) === 0
    return {
      customerId, currency: isGrowth ? 'growth' : 'points', command, ...(receipt === undefined ? {} : { receipt }), ...(isShared ? { member: random.pick(members) } : {}), ...(isAllied ? { partner: alliance.partnerId } : {})
    }
  })
  return { key: `model-${next().toString().padStart(9, '0')}`, openFrom, body: { orders, ...(random.int(25) === 0 ? { dryRun: true } : {}) } }
}

interface Booked { readonly holdId: string | null, readonly uncovered: string, readonly balance: Readonly<Record<string, string>> }

/** Keeps what a successful answer told. Refuses an answer that no ledger may give. */
export function learn({ known, alliance }: World, { body, openFrom }: Request, items: readonly Booked[]): void {
  for (const [at, order] of body.orders.entries()) {
    const item = items[at]
    if (item === undefined) throw new Error(`no answer to ${JSON.stringify(order)}`)
    if (Object.values(item.balance).some((value) => !/^\d+$/.test(value))) throw new Error(`a balance below zero: ${JSON.stringify({ order, item })}`)
    if (order.command.at !== undefined && new Date(order.command.at) < openFrom) throw new Error(`booked into a closed month: ${JSON.stringify(order)}`)
    const of = known.get(order.customerId)
    if (of === undefined || body.dryRun === true) continue
    remember(of, order, item)
    reckon(alliance, order, item)
  }
}

function remember(of: Known, { command, receipt, currency }: Order, { balance, holdId }: Booked): void {
  const { number = '' } = command
  if (currency === 'points') of.free = Number(balance['available'])
  if (command.do === 'earn') (currency === 'points' ? of.earned : of.grown).push(number)
  if (command.do === 'redeem') of.spent.push(number)
  if (command.do === 'open') of.opened.push(number)
  if (command.do === 'unopen') of.opened.splice(0, of.opened.length, ...of.opened.filter((one) => one !== number))
  if (holdId !== null && command.do === 'hold') of.holds.push(holdId)
  if (command.do === 'capture' || command.do === 'release') of.holds.splice(0, of.holds.length, ...of.holds.filter((one) => one !== command.holdId))
  if (receipt !== undefined) of.receipts.push(receipt)
}

/** What undoes an order of a partner is the partner's too. */
function reckon(alliance: Alliance, { command, partner }: Order, { uncovered }: Booked): void {
  const amount = BigInt(command.amount ?? '0')
  if (partner !== undefined && command.number !== undefined) alliance.numbers.add(command.number)
  if (!alliance.numbers.has(command.number ?? '')) return
  if (command.do === 'earn') alliance.issued += amount
  else if (command.do === 'redeem') alliance.accepted += amount
  else if (command.do === 'reverse') alliance.takenBack += amount - BigInt(uncovered)
  else if (command.do === 'restore') alliance.givenBack += amount
}
