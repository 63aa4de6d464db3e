/**
 * The accounts of campaigns: slices with a bound that the database holds. Whoever takes goes to a free slice first and waits for nobody; only where that is
 * not enough all slices are locked in one order, so that what is left to the last point is given and never more.
 */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

export interface Wanted { readonly budget: string, readonly amount: bigint }
interface Slice { readonly sliceNo: number, readonly bound: bigint, readonly used: bigint }

const slices = 16n

export interface Account { readonly budget: string, readonly bound: bigint, readonly used: bigint }

export const findAccounts = async (db: Db | Trx): Promise<readonly Account[]> =>
  (await sql<Account>`select budget, sum(bound)::bigint as bound, sum(used)::bigint as used from earning.slice group by budget order by budget`.execute(db)).rows

/** Opens the account, or gives it another bound; answers false where more is used already. What is left is spread evenly anew. */
export async function saveAccount(trx: Trx, { key, name, currency, bound }: { readonly key: string, readonly name: string, readonly currency: string, readonly bound: bigint }, now: Date): Promise<boolean> {
  await sql`insert into earning.budget (budget, name, currency, at) values (${key}, ${name}, ${currency}, ${now.toISOString()}::timestamptz) on conflict (budget) do update set name = excluded.name`.execute(trx)
  await sql`insert into earning.slice (budget, slice_no, bound) select ${key}, n, 0 from generate_series(0, ${slices.toString()}::int - 1) n on conflict do nothing`.execute(trx)
  const all = await lockAll(trx, key)
  const used = all.reduce((sum, slice) => sum + slice.used, 0n)
  if (bound < used) return false
  const left = bound - used
  const bounds = all.map(({ used: own }, at) => own + left / slices + (BigInt(at) < left % slices ? 1n : 0n))
  await sql`update earning.slice s set bound = n.bound from unnest(${all.map(({ sliceNo }) => sliceNo)}::int[], ${bounds.map(String)}::bigint[]) as n (slice_no, bound) where s.budget = ${key} and s.slice_no = n.slice_no`.execute(trx)
  return true
}

const lockAll = async (trx: Trx, budget: string): Promise<readonly Slice[]> =>
  (await sql<Slice>`select slice_no as "sliceNo", bound, used from earning.slice where budget = ${budget} order by slice_no for update`.execute(trx)).rows

/** Takes up to what is wanted of each; answers what was given. `home` spreads those who take at once over the slices. */
export async function take(trx: Trx, wanted: readonly Wanted[], home: number): Promise<ReadonlyMap<string, bigint>> {
  const asked = wanted.filter(({ amount }) => amount > 0n).toSorted((a, b) => (a.budget < b.budget ? -1 : 1))
  if (asked.length === 0) return new Map()
  await sql`savepoint earning_budget`.execute(trx)
  const free = new Map<string, bigint>()
  for (const { budget, amount } of asked) {
    const given = await takeFree(trx, budget, amount, home)
    free.set(budget, given)
    if (given < amount && await isLeft(trx, budget)) {
      // Somebody holds what is left: let go of all, then wait for everybody in the one order.
      await sql`rollback to savepoint earning_budget`.execute(trx)
      const waited = new Map<string, bigint>()
      for (const one of asked) waited.set(one.budget, await takeAll(trx, one.budget, one.amount))
      return waited
    }
  }
  return free
}

async function takeFree(trx: Trx, budget: string, amount: bigint, home: number): Promise<bigint> {
  let left = amount
  while (left > 0n) {
    const { rows: [one] } = await sql<{ taken: bigint }>`
      with free as (select slice_no, least(bound - used, ${left.toString()}::bigint) as taken from earning.slice where budget = ${budget} and used < bound
        order by (slice_no + ${home}::int) % ${slices.toString()}::int limit 1 for update skip locked)
      update earning.slice s set used = s.used + f.taken from free f where s.budget = ${budget} and s.slice_no = f.slice_no returning f.taken`.execute(trx)
    if (one === undefined) break
    left -= one.taken
  }
  return amount - left
}

const isLeft = async (trx: Trx, budget: string): Promise<boolean> =>
  ((await sql<{ left: boolean }>`select coalesce(sum(bound - used), 0) > 0 as left from earning.slice where budget = ${budget}`.execute(trx)).rows[0]?.left) === true

async function takeAll(trx: Trx, budget: string, amount: bigint): Promise<bigint> {
  let left = amount
  const taken = (await lockAll(trx, budget)).flatMap(({ sliceNo, bound, used }) => {
    const part = bound - used < left ? bound - used : left
    left -= part
    return part > 0n ? [{ sliceNo, part }] : []
  })
  await change(trx, budget, taken)
  return amount - left
}

/** Gives back what returns have freed, to slices that have given. */
export async function giveBack(trx: Trx, freed: readonly Wanted[]): Promise<void> {
  for (const { budget, amount } of freed.toSorted((a, b) => (a.budget < b.budget ? -1 : 1))) {
    let left = amount
    const parts = (await lockAll(trx, budget)).flatMap(({ sliceNo, used }) => {
      const part = used < left ? used : left
      left -= part
      return part > 0n ? [{ sliceNo, part: -part }] : []
    })
    await change(trx, budget, parts)
  }
}

const change = (trx: Trx, budget: string, parts: readonly { readonly sliceNo: number, readonly part: bigint }[]): Promise<unknown> =>
  sql`update earning.slice s set used = s.used + n.part from unnest(${parts.map(({ sliceNo }) => sliceNo)}::int[], ${parts.map(({ part }) => part.toString())}::bigint[]) as n (slice_no, part)
    where s.budget = ${budget} and s.slice_no = n.slice_no`.execute(trx)
