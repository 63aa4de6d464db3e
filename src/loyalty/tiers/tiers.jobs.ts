/** The sweep books what time has already made true; the follower looks at buyers of orders that came in bulk. Readers never wait for either. */
import { areBeingFilled } from '#activity/orders/orders.ts'
import { transact } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { lookEvery, patience } from '#foundation/looks.ts'
import type { Job, Run } from '#foundation/queue.ts'
import * as sql from './tiers.follow.sql.ts'
import { review } from './tiers.review.ts'
import { groundOf, policyAt } from './tiers.standing.ts'
import { tiersWords as words } from './tiers.words.ts'

const atOnce = 500
const nobody = '00000000-0000-0000-0000-000000000000'

const look = (house: House, ids: readonly string[]): Promise<number> => transact(house.pool, (trx) => review(trx, { listeners: house.listeners, actor: 'tiers' }, ids, house.clock()))

/** Looks at pages of members until there is none left; answers how many there were. */
async function walk(house: House, { signal, report }: Pick<Run, 'signal' | 'report'>, total: number | undefined, page: (after: string) => Promise<readonly string[]>): Promise<number> {
  let done = 0
  for (let after = nobody; ;) {
    signal.throwIfAborted()
    const ids = await page(after)
    const last = ids.at(-1)
    if (last === undefined) return done
    await look(house, ids)
    done += ids.length
    after = last
    report(done, total, words.looked, { n: done })
  }
}

/** A ladder that has begun since everybody was looked at, or undefined. */
async function newVersion({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number | undefined> {
  const [ground, { version }] = await Promise.all([groundOf(db), sql.followed(db)])
  const held = policyAt(ground, clock()).version
  return held === version ? undefined : held
}

export const jobs: readonly Job[] = [
  {
    name: 'tiers.sweep', title: words.sweepTitle, retries: 5,
    run: async (house, _data, run) => {
      const version = await newVersion(house)
      if (version !== undefined) {
        await walk(house, run, await sql.countMembers(house.db), (after) => sql.membersAfter(house.db, after, atOnce))
        await sql.saveVersion(house.db, version)
      }
      const now = house.clock()
      await walk(house, run, undefined, () => sql.dueMembers(house.db, now, atOnce))
    }
  },
  { name: 'tiers.follow', title: words.followTitle, retries: 5, run: async (house, _data, run) => { await follow(house, run) } }
]

async function follow(house: House, run: Pick<Run, 'signal' | 'report'>): Promise<void> {
  const { xid } = await sql.followed(house.db)
  const to = await sql.horizon(house.db)
  await walk(house, run, undefined, (after) => sql.buyersBetween(house.db, xid, to, after, atOnce))
  await sql.saveXid(house.db, to)
}

const sweepEveryMs = 3_600_000
const followEveryMs = 5_000
/** The buyers of fewer orders are looked at by the look itself; more become a job that can be seen. */
const atALook = 500
/** While so many orders keep coming (an import), the job waits for them to end, at most two minutes: it would take the processors from them, and look at the same buyers again and again. */
const mostWaits = 24

export async function keepTiers(house: House): Promise<void> {
  const { db, queue, clock } = house
  const sweep = async (): Promise<void> => {
    if (await newVersion(house) !== undefined || (await sql.dueMembers(db, clock(), 1)).length > 0) await queue.send(db, 'tiers.sweep', {}, { key: 'tiers.sweep' })
  }
  const isDue = patience(mostWaits)
  await sweep()
  lookEvery(sweepEveryMs, house, 'tiers', sweep)
  lookEvery(followEveryMs, house, 'tiers.follow', () => catchUp(house, isDue))
}

const silent = { signal: new AbortController().signal, report: () => undefined }

export async function catchUp(house: House, isDue: (mark: string) => boolean): Promise<void> {
  const { db, queue } = house
  if (await areBeingFilled(db)) return
  const { xid } = await sql.followed(db)
  const changed = await sql.countChanged(db, xid, atALook)
  if (changed < atALook) {
    if (changed > 0) await follow(house, silent)
  } else if (isDue(await sql.newestXid(db))) await queue.send(db, 'tiers.follow', {}, { key: 'tiers.follow' })
}
