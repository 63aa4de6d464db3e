/** Random commands for a few members, and what their answers told. */
import type { Random } from '#foundation/random.ts'

interface Command { readonly do: string, readonly amount?: string, readonly source?: string, readonly number?: string, readonly holdId?: string, readonly minutes?: number, readonly note?: string, readonly at?: string }
export interface Order { readonly customerId: string, readonly currency: string, readonly command: Command, readonly receipt?: string }
export interface Request { readonly key: string, readonly body: { readonly orders: readonly Order[], readonly dryRun?: true } }

/** What a member is known to have done: what later commands refer to. Written when an answer is known. */
export interface Known { readonly earned: string[], readonly spent: string[], readonly holds: string[], readonly receipts: string[], free: number }
export const unknown = (): Known => ({ earned: [], spent: [], holds: [], receipts: [], free: 0 })

export interface World { readonly random: Random, readonly members: readonly string[], readonly known: ReadonlyMap<string, Known>, readonly now: () => Date, readonly next: () => number }

const source = 'model'

/** Mostly what may well be granted, by what is known of the member: what is refused takes the commands that came with it along. */
function commandOf({ random, now, next }: World, known: Known): Command {
  const amount = `${1 + random.int(120)}`
  const number = `N${next()}`
  const earn = (): Command => ({ do: 'earn', amount, source, number, ...(random.int(5) === 0 ? { at: new Date(now().getTime() - random.int(40) * 86_400_000).toISOString() } : {}) })
  const isBold = random.int(12) === 0
  const spent = isBold ? amount : `${1 + random.int(Math.max(1, Math.min(120, Math.floor(known.free / 3))))}`
  const some = (list: readonly string[]): string => (list.length === 0 ? 'none' : random.pick(list.slice(-12)))
  const hold = known.holds.length === 0 ? '00000000-0000-7000-8000-000000000000' : random.pick(known.holds.slice(-3))
  const dice = random.int(100)
  const isBlind = !isBold && ((dice < 66 && known.free < 3) || (dice >= 66 && dice < 74 && known.holds.length === 0) || (dice >= 74 && dice < 83 && known.earned.length === 0) || (dice >= 83 && dice < 92 && known.spent.length === 0))
  if (dice < 30 || isBlind) return earn()
  if (dice < 58) return { do: 'redeem', amount: spent, source, number }
  if (dice < 66) return { do: 'hold', amount: spent, minutes: 1 + random.int(3_000), source, number }
  if (dice < 71) return { do: 'capture', holdId: hold, ...(random.int(2) === 0 ? { amount: `${1 + random.int(20)}` } : {}) }
  if (dice < 74) return { do: 'release', holdId: hold }
  if (dice < 83) return { do: 'reverse', amount: `${1 + random.int(40)}`, source, number: some(known.earned) }
  if (dice < 92) return { do: 'restore', amount: `${1 + random.int(15)}`, source, number: some(known.spent) }
  if (dice < 96) return { do: 'adjust', amount: random.int(2) === 0 ? amount : `-${spent}`, note: `model ${number}` }
  return { do: 'settle' }
}

/** What is hardly ever refused: for files of commands that would otherwise never be granted whole. */
function safeOf(world: World, known: Known): Command {
  const { random, next } = world
  const dice = random.int(10)
  const named = { source, number: `N${next()}` }
  if (dice < 3 && known.free > 200) return { do: 'redeem', amount: `${5 + random.int(30)}`, ...named }
  if (dice < 4) return { do: 'settle' }
  return { do: 'earn', amount: `${1 + random.int(20)}`, ...named }
}

/** One to five commands that belong together, or a file of many; now and then a receipt, new or used before; now and then only asked for. */
export function requestOf(world: World): Request {
  const { random, members, known, next } = world
  const isFile = random.int(4) === 0
  const orders = Array.from({ length: isFile ? 10 + random.int(50) : 1 + random.int(5) }, (): Order => {
    const customerId = random.pick(members)
    const of = known.get(customerId) ?? unknown()
    const dice = isFile ? 20 : random.int(20)
    const receipt = dice === 0 && of.receipts.length > 0 ? random.pick(of.receipts) : dice < 6 ? `R${next()}` : undefined
    const command = isFile ? safeOf(world, of) : commandOf(world, of)
    return { customerId, currency: command.do === 'earn' && random.int(4) === 0 ? 'growth' : !isFile && random.int(60) === 0 ? 'growth' : 'points', command, ...(receipt === undefined ? {} : { receipt }) }
  })
  return { key: `model-${next().toString().padStart(9, '0')}`, body: { orders, ...(random.int(25) === 0 ? { dryRun: true } : {}) } }
}

interface Booked { readonly holdId: string | null, readonly balance: Readonly<Record<string, string>> }

/** Keeps what a successful answer told. Refuses an answer that no ledger may give. */
export function learn({ known }: World, { body }: Request, items: readonly Booked[]): void {
  for (const [at, order] of body.orders.entries()) {
    const item = items[at]
    if (item === undefined) throw new Error(`no answer to ${JSON.stringify(order)}`)
    if (Object.values(item.balance).some((value) => !/^\d+$/.test(value))) throw new Error(`a balance below zero: ${JSON.stringify({ order, item })}`)
    const of = known.get(order.customerId)
    if (of === undefined || body.dryRun === true) continue
    const { command, receipt, currency } = order
    if (currency === 'points') of.free = Number(item.balance['available'])
    if (command.do === 'earn' && currency === 'points' && command.number !== undefined) of.earned.push(command.number)
    if (command.do === 'redeem' && command.number !== undefined) of.spent.push(command.number)
    if (item.holdId !== null && command.do === 'hold') of.holds.push(item.holdId)
    if (command.do === 'capture' || command.do === 'release') of.holds.splice(0, of.holds.length, ...of.holds.filter((one) => one !== command.holdId))
    if (receipt !== undefined) of.receipts.push(receipt)
  }
}
