/** A seeded small shop with everything that makes analysis hard: returns before and after their order, walk-ins, ties, categories in paths, stores, costs, awkward names. */
import { transact } from '#foundation/db.ts'
import { openDb, type Pool } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import type { Random } from '#foundation/random.ts'
import { recordOrders, type OrderInput } from '#activity/orders/orders.ts'

interface Span { readonly first: number, readonly days: number }

export interface Shop {
  /** Records some orders and returns in one transaction, on days anywhere in the shop's 500 or in the span given. */
  readonly trade: (count: number, span?: Span) => Promise<void>
  /** Adds a customer without orders, or renames one. */
  readonly enrol: () => Promise<void>
}

const categories = ['茶/绿茶', '茶/红茶', '茶', '茶具', 'cake, "sweet"\nand more', 'Cake', null] as const
const stores = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002', null] as const
const names = ['李 明', 'O\'Hara "Ann", Jr.', 'line\nbreak', '', '=1+1', '王小二']
const firstDay = Date.parse('2025-01-01T04:00:00Z')

export function openShop(pool: Pool, random: Random, people = 40): Shop {
  const db = openDb(pool)
  const customers = Array.from({ length: people }, (_, n) => newId(new Date(firstDay + n)))
  const sold: string[] = []
  let number = 0
  const order = ({ first, days }: Span): OrderInput => {
    number += 1
    const kind = random.next()
    const at = new Date(firstDay + (first + Math.floor(random.next() * days)) * 86_400_000 + random.int(3) * 3_600_000)
    const known = random.next() < 0.9
    const base = { source: 'pos', at, currency: 'CNY', channel: random.pick(['门店', null]), storeId: random.pick(stores), customerId: known ? random.pick(customers.slice(0, 5 + random.int(people - 5))) : null }
    const price = BigInt(1 + random.int(6)) * 123_400n
    if (kind < 0.8) {
      const name = `A${number}`
      sold.push(name)
      const lines = Array.from({ length: 1 + random.int(3) }, () => ({
        product: `P${random.int(5)}`, category: random.pick(categories), quantity: random.pick(['1', '2', '-1', '0.5', '0']), amountMinor: random.pick([price, price * 2n, -price, 0n]),
        costMinor: random.pick([price / 3n, price / 2n, null])
      }))
      return { ...base, kind: 'sale', number: name, lines }
    }
    // Of orders that exist, that come later, or that never come; or of none.
    const undoes = random.pick([random.pick(sold.length === 0 ? ['A1'] : sold), `A${number + 1 + random.int(6)}`, 'missing', null])
    return {
      ...base, kind: random.pick(['return', 'cancellation'] as const), number: `R${number}`, undoesNumber: undoes,
      lines: [{ product: 'P1', category: random.pick(categories), quantity: '-1', amountMinor: random.pick([-price, -price / 2n, price]) }]
    }
  }
  return {
    trade: async (count, span = { first: 0, days: 500 }) => {
      const orders = Array.from({ length: count }, () => order(span))
      await transact(pool, (trx) => recordOrders(trx, { listeners: [], zone: 'Asia/Shanghai', actor: 'test' }, orders, new Date(firstDay)))
    },
    enrol: async () => {
      const customer = random.pick(customers)
      const at = new Date(firstDay + random.int(400) * 86_400_000)
      await db.insertInto('record.customer').values({ customer_id: customer, name: random.pick(names), region: random.pick(['330106', null]), source: 'test', created_at: at, updated_at: at })
        .onConflict((conflict) => conflict.column('customer_id').doUpdateSet((set) => ({ name: set.ref('excluded.name'), changed_xid: set.fn('pg_current_xact_id') }))).execute()
    }
  }
}
