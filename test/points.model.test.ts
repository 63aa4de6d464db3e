/**
 * Random commands from many callers to two processes of the application on one database: duplicate deliveries, time that moves on, policies that change, dry
 * runs, and kill −9 at random moments. After each answer what it may say, at intervals and at the end what must hold of the whole ledger.
 * POINTS_SEED tries other commands than those of every run, POINTS_COMMANDS makes it longer: a million for a night.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom, type Random } from '#foundation/random.ts'
import { learn, requestOf, unknown, type Alliance, type Known, type Request, type World } from './points.commands.ts'
import { requireInvariants, requireReplay } from './points.invariants.ts'
import { ask, kill, startLife, type Answer, type Life } from './points.life.ts'
import { heldBy, netOf, requireApprovals, requireLinks, requireStatements, type Statement } from './points.moves.invariants.ts'
import { monthBefore, moveOf, noMoves, type Call, type Move, type Moves } from './points.moves.ts'
import { ladder, requireTiers } from './points.tiers.ts'
import type { PolicyInForce } from '../src/loyalty/points/points.schema.ts'
import { createTestDatabase, type TestDatabase } from './postgres.ts'

const seed = Number(process.env['POINTS_SEED'] ?? 279_812_869)
const wanted = Number(process.env['POINTS_COMMANDS'] ?? 20_000)
const epoch = Math.min(wanted, 20_000)
const callers = 48
/** Commands between two that are killed: a start costs as much as some thousands of them. */
const lifeTime = wanted > 100_000 ? 10_000 : 5_000
const root = mkdtempSync(join(tmpdir(), 'changke-points-'))
process.stdout.write(`points: POINTS_SEED=${seed} POINTS_COMMANDS=${wanted}\n`)

let database: TestDatabase
let client: pg.Client
let now = new Date('2026-01-31T04:00:00Z')
/** The first instant that is in no closed month. */
let openFrom = new Date(0)
const lives: Life[] = []

const start = (place: number): Promise<Life> => startLife(join(root, `${place}`), database.url, now)

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  lives.push(await start(0), await start(1))
  const { newest } = JSON.parse((await send(0, 'GET', '/api/tiers/policy'))?.text ?? '')
  const set = await send(0, 'PUT', '/api/tiers/policy', { parameters: ladder, version: newest }, 'model-ladder')
  expect(set?.status, set?.text).toBe(200)
}, 240_000)
afterAll(async () => {
  for (const life of lives) if (life.child.exitCode === null) await kill(life)
  await client.end()
  await database.drop()
  rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

/** Undefined: nobody knows whether it happened. */
async function send(place: number, method: string, path: string, body?: object, key?: string, user?: string): Promise<Answer | undefined> {
  const life = lives[place]
  const answer = life === undefined ? undefined : await ask(life, method, path, body, key, user).catch(() => undefined)
  return answer?.status === 503 ? undefined : answer
}
/** Asked until somebody knows. */
async function settled(random: Random, { key, path, body, user }: Call): Promise<Answer> {
  for (;;) {
    const answer = await send(random.int(2), 'POST', path, body, key, user)
    if (answer !== undefined) return answer
    await sleep(50)
  }
}

const sameAnswer = (a: Answer, b: Answer): void => { if (a.status !== b.status || a.text !== b.text) expect({ status: a.status, ...JSON.parse(a.text) }).toEqual({ status: b.status, ...JSON.parse(b.text) }) }

/** Asked until it is granted, by whoever answers. */
async function granted(random: Random, call: Call): Promise<Record<string, unknown>> {
  const { status, text } = await settled(random, call)
  if (status !== 200 && status !== 201) throw new Error(`${call.path} was refused: ${text}`)
  return JSON.parse(text)
}

const rates = { issue: 125n, accept: 100n }

/** New members, and a partner of theirs. */
async function openWorld(random: Random, next: () => number): Promise<{ readonly world: World, readonly moves: Moves }> {
  const call = (path: string, body: object): Promise<Record<string, unknown>> => granted(random, { key: `model-open-${next()}`, path, body })
  const members: string[] = []
  while (members.length < 24) members.push(String((await call('/api/record', { name: `M${members.length}` }))['customerId']))
  const partnerId = String((await call('/api/points/partners', { name: `P${next()}`, issues: true, accepts: true }))['partnerId'])
  for (const [side, money] of Object.entries(rates)) await call(`/api/points/partners/${partnerId}/rates`, { side, currency: 'points', moneyMinor: `${money}` })
  const alliance: Alliance = { partnerId, numbers: new Set(), issued: 0n, takenBack: 0n, accepted: 0n, givenBack: 0n }
  const moves = noMoves()
  return { moves, world: { random, members, pools: moves.pools, known: new Map(members.map((member): [string, Known] => [member, unknown()])), now: () => now, next, alliance, openFrom } }
}

/** One world of new members; answers what happened. */
async function liveThrough(of: number, count: number): Promise<string> {
  const random = seededRandom(seed + of)
  let serial = 0
  const next = (): number => of * 10_000_000 + ++serial
  const { world, moves } = await openWorld(random, next)
  const born = now
  const seen = { commands: 0, accepted: 0, refused: 0, moved: 0, unmoved: 0, repeated: 0, kills: 0, policies: 0, checks: 0 }
  const accepted: Request[] = []
  const notBooked: Request[] = []
  const refusals: ReadonlySet<number> = new Set([403, 404, 409, 422])
  const settle = (request: Request, { status, text }: Answer): void => {
    if (status === 200) {
      learn(world, request, JSON.parse(text).items)
      seen.accepted += 1
      ;(request.body.dryRun === true ? notBooked : accepted).push(request)
    } else {
      if (!refusals.has(status)) throw new Error(`an answer that may not be: ${status} ${text} ${lives.map(({ said }) => said()).join(' ')}`)
      seen.refused += 1
      notBooked.push(request)
    }
  }
  const settleMove = (move: Move, { status, text }: Answer): void => {
    if (status === 200) move.learn(JSON.parse(text))
    else if (!refusals.has(status)) throw new Error(`an answer that may not be: ${move.call.path} ${status} ${text} ${lives.map(({ said }) => said()).join(' ')}`)
    seen[status === 200 ? 'moved' : 'unmoved'] += 1
  }
  /** Delivered twice at once now and then, to both processes, or again later: one effect and one answer. */
  const deliver = async (asked: Call): Promise<Answer> => {
    const isDouble = random.int(12) === 0
    const [answer, again] = await Promise.all([settled(random, asked), ...(isDouble ? [settled(random, asked)] : [])])
    if (again !== undefined) { seen.repeated += 1; sameAnswer(again, answer) }
    if (random.int(30) === 0) { seen.repeated += 1; sameAnswer(await settled(random, asked), answer) }
    return answer
  }
  const call = async (): Promise<void> => {
    while (seen.commands < count) {
      if (random.int(3) === 0) {
        const move = moveOf(world, moves)
        seen.commands += 1
        settleMove(move, await deliver(move.call))
        continue
      }
      const request = requestOf(world)
      seen.commands += request.body.orders.length
      settle(request, await deliver({ ...request, path: '/api/points/commands' }))
    }
  }
  let isOver = false
  const disturb = async (): Promise<void> => {
    while (!isOver) {
      // By what was asked, not by the clock: a slow machine disturbs as often as a quick one.
      const due = seen.commands + 100 + random.int(600)
      while (!isOver && seen.commands < due) await sleep(20)
      const dice = random.int(10)
      if (dice < 5) {
        now = new Date(now.getTime() + random.int(6) * 86_400_000 + random.int(86_400) * 1_000)
        await Promise.all([0, 1].map((place) => send(place, 'PUT', '/api/hourglass', { now: now.toISOString() })))
      } else if (dice < 7) {
        const read = await send(random.int(2), 'GET', '/api/points/policy')
        if (read === undefined) continue
        const policy: PolicyInForce = JSON.parse(read.text)
        const points = { ...policy.parameters['points'], pendingDays: random.int(4), ttl: random.int(4) === 0 ? null : { months: 1 + random.int(3), until: random.pick(['day', 'month']) }, onRefund: random.pick(['pending_only', 'within_balance', 'into_debt']), graceDays: random.int(10), transfer: { least: '1', most: `${40 + random.int(60)}`, monthly: `${60 + random.int(60)}` } }
        const saved = await send(random.int(2), 'PUT', '/api/points/policy', { version: policy.newest, parameters: { ...policy.parameters, points } }, `model-policy-${next()}`)
        if (saved?.status === 200) seen.policies += 1
      } else if (dice < 9) {
        seen.checks += 1
        await requireInvariants(client, [...world.members, ...moves.pools])
      } else if (seen.kills < Math.ceil(count / lifeTime)) {
        const place = random.int(2)
        const life = lives[place]
        if (life === undefined) continue
        await kill(life)
        seen.kills += 1
        lives[place] = await start(place)
      }
    }
  }
  const disturbing = disturb()
  await Promise.race([Promise.all(Array.from({ length: callers }, call)), disturbing])
  isOver = true
  await disturbing
  openFrom = world.openFrom
  const ids = [...world.members, ...moves.pools]
  const wholeAndOnce = async (): Promise<void> => {
    await requireInvariants(client, ids)
    await requireOnce(ids, accepted, notBooked)
    await requireLinks(client, ids, moves)
    await requireApprovals(client, ids, moves)
  }
  await wholeAndOnce()
  requireStatements(world.alliance, await statementsOf(world.alliance.partnerId, born), rates)
  const parted = await requireParting(world, moves)
  await wholeAndOnce()
  // One clock for both, and something that counts for everybody: whoever stands otherwise than the journal says would show now.
  await Promise.all([0, 1].map((place) => send(place, 'PUT', '/api/hourglass', { now: now.toISOString() })))
  await granted(random, { key: `model-last-${next()}`, path: '/api/points/commands', body: { orders: world.members.map((customerId) => ({ customerId, currency: 'growth', command: { do: 'earn', amount: '1' } })) } })
  const [replayed, spells] = [await requireReplay(client, ids), await requireTiers(client, ids, now)]
  return `${JSON.stringify({ ...seen, ...kindsOf(moves), parted })}, ${replayed} entries and ${spells} spells of tiers replayed`
}

const kindsOf = ({ links, merges, approvals, pools }: Moves): Record<string, number> => ({
  ...Object.fromEntries([...Map.groupBy(links.values(), ({ kind }) => kind)].map(([kind, all]) => [kind, all.length])), merges: merges.size, undone: [...merges.values()].filter(({ state }) => state === 'undone').length,
  approved: [...approvals.values()].filter(({ state }) => state === 'approved').length, pools: pools.length
})

/** Month by month from when the world began. */
async function statementsOf(partnerId: string, from: Date): Promise<readonly Statement[]> {
  const all: Statement[] = []
  for (let at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1)); monthBefore(at) <= now.toISOString().slice(0, 7); at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))) {
    const answer = await send(0, 'GET', `/api/points/partners/${partnerId}/statement?month=${at.toISOString().slice(0, 7)}`)
    if (answer?.status !== 200) throw new Error(`no statement: ${answer?.text}`)
    all.push(JSON.parse(answer.text))
  }
  return all
}

/**
 * Two who are merged have together what both had, and parted again each what was theirs, lot by lot; what one owed is paid out of the other's for good. Then
 * they are merged once more and spend, so that each has parts of the other's lots when they are merged and parted the third time.
 */
async function requireParting(world: World, { merges }: Moves): Promise<number> {
  const taken = new Set([...merges.values()].filter(({ state }) => state === 'stands').flatMap(({ survivorId, mergedId }) => [survivorId, mergedId]))
  const alone = world.members.filter((one) => !taken.has(one))
  let restored = 0
  for (let at = 0; at + 1 < Math.min(alone.length, 9); at += 2) {
    for (const isSpending of [false, true, false]) {
      const became = await mergeAndPart(world, merges, [alone[at] ?? '', alone[at + 1] ?? ''], isSpending)
      if (became === 'together') break
      if (became === 'restored') restored += 1
    }
  }
  return restored
}

/** What became of them: both have again just what they had; each has their part of what was left; or they stay together. */
async function mergeAndPart({ random, next }: World, merges: Moves['merges'], pair: readonly [string, string], isSpending: boolean): Promise<'restored' | 'parted' | 'together'> {
  const [survivor, merged] = pair
  const call = (path: string, body: object): Call => ({ key: `model-part-${next()}`, path, body })
  const order = (customerId: string, command: object, currency = 'points'): object => ({ customerId, currency, command })
  await granted(random, call('/api/points/commands', { orders: pair.flatMap((customerId) => ['points', 'growth'].map((currency) => order(customerId, { do: 'settle' }, currency))) }))
  const before = await heldBy(client, pair)
  const { mergeId } = await granted(random, call(`/api/record/${survivor}/merge`, { mergedId: merged }))
  merges.set(String(mergeId), { survivorId: survivor, mergedId: merged, state: 'stands' })
  const together = await heldBy(client, pair)
  let spent = 0n
  const same = (held: typeof before): void => { for (const currency of ['points', 'growth']) expect(netOf(held, currency) + (currency === 'points' ? spent : 0n), `${currency} of ${survivor} and ${merged}`).toBe(netOf(before, currency)) }
  same(together)
  expect(together.filter(({ customerId }) => customerId === merged)).toEqual([])
  if (isSpending) {
    const amount = BigInt(1 + random.int(Math.max(1, Number(netOf(before, 'points')))))
    const { status, text } = await settled(random, call('/api/points/commands', { orders: [order(merged, { do: 'redeem', amount: `${amount}` })] }))
    if (status === 200) spent = amount
    else expect([409, 422], text).toContain(status)
  }
  const undone = await settled(random, call(`/api/record/merges/${String(mergeId)}/undo`, {}))
  // What is held out of what came keeps them together until it ends.
  if (undone.status === 409) { expect(undone.text).toContain('points.hold_open'); return 'together' }
  expect(undone.status, undone.text).toBe(200)
  merges.set(String(mergeId), { survivorId: survivor, mergedId: merged, state: 'undone' })
  const after = await heldBy(client, pair)
  same(after)
  if (spent > 0n || before.some(({ debt }) => debt !== '0')) return 'parted'
  expect(after).toEqual(before)
  return 'restored'
}

/** What was accepted stands in the journal once; what was refused or only asked for does not. Numbers and notes are of one command each. */
async function requireOnce(members: readonly string[], accepted: readonly Request[], notBooked: readonly Request[]): Promise<void> {
  const { rows } = await client.query<{ number: string, kind: string, amount: string }>("select number, kind, sum(amount)::text as amount from points.entry where kind in ('earn', 'redeem', 'hold', 'open') and source = 'model' and customer_id = any($1::uuid[]) group by 1, 2", [members])
  const booked = new Map(rows.map(({ number, kind, amount }) => [`${kind} ${number}`, amount]))
  const counted = new Set(['earn', 'redeem', 'hold', 'open'])
  const named = (requests: readonly Request[]) => requests.flatMap(({ body }) => body.orders).filter(({ command }) => counted.has(command.do))
  for (const [requests, isBooked] of [[accepted, true], [notBooked, false]] as const) {
    for (const { command } of named(requests)) {
      const name = `${command.do} ${command.number}`
      if (booked.get(name) !== (isBooked ? command.amount : undefined)) throw new Error(`${name} of ${command.amount} is booked as ${booked.get(name)}`)
    }
  }
}

describe('any commands, in any order, from many callers, with processes that die', () => {
  it(`hold every invariant: ${wanted} commands`, async () => {
    for (let of = 0; of * epoch < wanted; of += 1) process.stdout.write(`points: ${await liveThrough(of, epoch)}\n`)
    // Each world looked at its own; time went on over all of them.
    await requireInvariants(client)
    process.stdout.write(`points: ${await requireReplay(client)} entries and ${await requireTiers(client)} spells of tiers of the whole journal replayed\n`)
  }, Math.max(600_000, wanted * 50))
})
