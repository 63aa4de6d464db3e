/** Random commands for a few members, and what their answers told. */
import type { Random } from '#foundation/random.ts'

interface Command { readonly do: string, readonly amount?: string, readonly source?: string, readonly number?: string, readonly holdId?: string, readonly minutes?: number, readonly note?: string, readonly at?: string }
export interface Order { readonly customerId: string, readonly currency: string, readonly command: Command, readonly receipt?: string }
export interface Request { readonly key: string, readonly body: { readonly orders: readonly Order[], readonly dryRun?: true } }

/** What a member is known to have done: what later commands refer to. Written when an answer is known. */
export interface Known { readonly earned: string[], readonly spent: string[], readonly holds: string[], readonly receipts: string[] }

export interface World { readonly random: Random, readonly members: readonly string[], readonly known: ReadonlyMap<string, Known>, readonly now: () => Date, readonly next: () => number }

const source = 'model'

function commandOf({ random, now, next }: World, known: Known): Command {
  const amount = `${1 + random.int(120)}`
  const number = `N${next()}`
  const some = (list: readonly string[]): string => (list.length === 0 ? 'none' : random.pick(list))
  const hold = known.holds.length === 0 ? '00000000-0000-7000-8000-000000000000' : random.pick(known.holds)
  const dice = random.int(100)
  if (dice < 30) return { do: 'earn', amount, source, number, ...(random.int(5) === 0 ? { at: new Date(now().getTime() - random.int(40) * 86_400_000).toISOString() } : {}) }
  if (dice < 58) return { do: 'redeem', amount, source, number }
  if (dice < 66) return { do: 'hold', amount, minutes: 1 + random.int(3_000), source, number }
  if (dice < 71) return { do: 'capture', holdId: hold, ...(random.int(2) === 0 ? { amount } : {}) }
  if (dice < 74) return { do: 'release', holdId: hold }
  if (dice < 83) return { do: 'reverse', amount, source, number: some(known.earned) }
  if (dice < 92) return { do: 'restore', amount, source, number: some(known.spent) }
  if (dice < 96) return { do: 'adjust', amount: random.int(2) === 0 ? amount : `-${amount}`, note: `model ${number}` }
  return { do: 'settle' }
}

/** One to five commands that belong together; now and then a receipt, new or used before; now and then only asked for. */
export function requestOf(world: World): Request {
  const { random, members, known, next } = world
  const orders = Array.from({ length: 1 + random.int(5) }, (): Order => {
    const customerId = random.pick(members)
    const of = known.get(customerId) ?? { earned: [], spent: [], holds: [], receipts: [] }
    const dice = random.int(20)
    const receipt = dice === 0 && of.receipts.length > 0 ? random.pick(of.receipts) : dice < 6 ? `R${next()}` : undefined
    return { customerId, currency: random.int(8) === 0 ? 'growth' : 'points', command: commandOf(world, of), ...(receipt === undefined ? {} : { receipt }) }
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
    const { command, receipt } = order
    if (command.do === 'earn' && command.number !== undefined) of.earned.push(command.number)
    if (command.do === 'redeem' && command.number !== undefined) of.spent.push(command.number)
    if (item.holdId !== null && command.do === 'hold') of.holds.push(item.holdId)
    if (receipt !== undefined) of.receipts.push(receipt)
  }
}
